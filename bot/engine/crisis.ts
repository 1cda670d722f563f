import { correct } from './spelling';
import { listUnder, spans, stem, type Span } from './pattern';
import type { CrisisFound, CrisisRule, Pattern, Safety, Tidied } from './types';

/** What finding a crisis needs: the rules, and the words that a slip may be mended to. */
export type Rules = Pick<Safety, 'rules'> & Partial<Pick<Safety, 'words'>>;

/**
 * Looks for a crisis in the words as tidied, as typed and with slips mended; any one is enough, so that no correction can
 * hide a crisis. The first rule that fires wins. Never throws on any text.
 */
export function findCrisis({ tokens, raw }: Tidied, safety: Rules): CrisisFound | null {
  const readings = [tokens, raw, mended(tokens, safety)];
  const different = readings.filter((words, i) => readings.findIndex((other) => other.join(' ') === words.join(' ')) === i);
  const fired = different.map((words) => firstFiring(safety.rules, words)).filter((at) => at >= 0);
  const rule = safety.rules[Math.min(...fired)];
  return rule ? { category: rule.category, rule: rule.id, ...(rule.helpline && { helpline: rule.helpline }) } : null;
}

const ranksBefore = new WeakMap<object, ReadonlyMap<string, number>>();

function mended(tokens: readonly string[], { rules, words = '' }: Rules): readonly string[] {
  const ranks = ranksBefore.get(rules) ?? new Map(words.split(' ').map((word, rank) => [word, rank] as const));
  ranksBefore.set(rules, ranks);
  return tokens.map((token) => correct(token, ranks, () => false));
}

/** True when one of the rule's patterns is found somewhere that none of its idioms covers. */
export function fires(rule: CrisisRule, words: readonly string[]): boolean {
  const alone = alones.get(rule) ?? [rule];
  alones.set(rule, alone);
  return firstFiring(alone, words) === 0;
}

// A rule as a list of its own, kept so that what is looked up for it is made once.
const alones = new WeakMap<CrisisRule, readonly CrisisRule[]>();

function firstFiring(rules: readonly CrisisRule[], words: readonly string[]): number {
  const possible = anchorsOf(rules);
  const seen = new Set<Anchored>();
  for (const word of new Set(words)) {
    for (const list of [possible.byWord.get(word), possible.byStem.get(word.slice(0, stem))]) for (const one of list ?? []) seen.add(one);
  }
  const hits = new Map<number, Span[]>();
  for (const list of [seen, possible.anywhere]) {
    for (const { rule, pattern } of list) {
      const found = spans(pattern, words);
      if (found.length) hits.set(rule, [...(hits.get(rule) ?? []), ...found]);
    }
  }
  const inOrder = [...hits].sort(([a], [b]) => a - b);
  return inOrder.find(([rule, found]) => !allIdioms(rules[rule]!, found, words))?.[0] ?? -1;
}

function allIdioms(rule: CrisisRule, hits: readonly Span[], words: readonly string[]): boolean {
  const idioms = rule.unless.flatMap((pattern) => spans(pattern, words));
  return hits.every((hit) => idioms.some((idiom) => idiom.from < hit.to && hit.from < idiom.to));
}

interface Anchored {
  readonly rule: number;
  readonly pattern: Pattern;
}

/** Patterns by the words without which they cannot match. */
interface Anchors {
  readonly byWord: ReadonlyMap<string, readonly Anchored[]>;
  readonly byStem: ReadonlyMap<string, readonly Anchored[]>;
  readonly anywhere: readonly Anchored[];
}

const anchorsBefore = new WeakMap<readonly CrisisRule[], Anchors>();

// Thousands of patterns, of which a message can match a few: each is looked up by its rarest needed words.
function anchorsOf(rules: readonly CrisisRule[]): Anchors {
  const before = anchorsBefore.get(rules);
  if (before) return before;
  const all = rules.flatMap((one, rule) => one.any.map((pattern) => ({ rule, pattern, needs: needsOf(pattern) })));
  const common = new Map<string, number>();
  for (const { needs } of all) for (const step of needs) for (const word of step) common.set(word, (common.get(word) ?? 0) + 1);
  const commonness = (step: ReadonlySet<string>) => [...step].reduce((sum, word) => sum + common.get(word)!, 0);
  const byWord = new Map<string, Anchored[]>();
  const byStem = new Map<string, Anchored[]>();
  const anywhere: Anchored[] = [];
  for (const { rule, pattern, needs } of all) {
    const anchored = { rule, pattern };
    const rarest = [...needs].sort((a, b) => commonness(a) - commonness(b))[0];
    if (!rarest) anywhere.push(anchored);
    for (const word of rarest ?? []) {
      if (word.endsWith('*')) listUnder(byStem, word.slice(0, stem), anchored);
      else listUnder(byWord, word, anchored);
    }
  }
  const now = { byWord, byStem, anywhere };
  anchorsBefore.set(rules, now);
  return now;
}

// For each step that a match must take: the first words, one of which has to be there.
function needsOf(pattern: Pattern): ReadonlySet<string>[] {
  return pattern.flatMap((step) => {
    if (!('words' in step) || step.optional) return [];
    const firsts = step.words.map((phrase) => phrase.find((word) => word !== '^' && word !== '$'));
    return firsts.includes(undefined) ? [] : [new Set(firsts as string[])];
  });
}
