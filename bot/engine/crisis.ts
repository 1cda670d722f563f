import { mend } from './spelling';
import { listUnder, placesOf, reachBefore, spans, stem, type Places, type Span } from './pattern';
import type { CrisisFound, CrisisRule, Pattern, Safety, Tidied } from './types';

/** What finding a crisis needs: the rules, and the words that a slip may be mended to. */
export type Rules = Pick<Safety, 'rules'> & Partial<Pick<Safety, 'words'>>;

/**
 * Looks for a crisis in the words as tidied, as typed and with slips mended; any one is enough, so that no correction can
 * hide a crisis. The first reading that fires decides, and in it the first rule. Never throws on any text.
 */
export function findCrisis({ tokens, raw }: Tidied, safety: Rules): CrisisFound | null {
  const seen = new Set(pairsOf(tokens));
  const readings = [() => tokens, () => unlike(seen, raw), () => unlike(seen, mended(tokens, safety))];
  for (const reading of readings) {
    const rule = safety.rules[firstFiring(safety.rules, reading())];
    if (rule) return { category: rule.category, rule: rule.id, ...(rule.helpline && { helpline: rule.helpline }) };
  }
  return null;
}

/** Words kept on each side of one that another reading has not: no pattern is longer. */
const besides = 20;
/** Stands where words were left out; no pattern knows it. */
const leftOut = '\u2026';

// Each word with the one before it; the start and the end of the message count as words.
function pairsOf(words: readonly string[]): string[] {
  return [...words, '$'].map((word, at) => `${words[at - 1] ?? '^'} ${word}`);
}

// A second reading need only be tried where it differs from the first: words that stand otherwise, and those around them.
function unlike(seen: ReadonlySet<string>, words: readonly string[]): readonly string[] {
  const near = new Set<number>();
  pairsOf(words).forEach((pair, at) => {
    if (seen.has(pair)) return;
    for (let i = Math.max(0, at - besides); i <= Math.min(words.length - 1, at + besides); i++) near.add(i);
  });
  if (near.size === 0 || near.size === words.length) return near.size === 0 ? [] : words;
  const kept = words.map((word, at) => (near.has(at) ? word : leftOut));
  return kept.filter((word, at) => word !== leftOut || kept[at - 1] !== leftOut);
}

const ranksBefore = new WeakMap<object, ReadonlyMap<string, number>>();
const mendedBefore = new WeakMap<readonly string[], readonly string[]>();

/** The words with slips mended to words that the rules and the asks know. Both detectors read them: they are made once. */
export function mended(tokens: readonly string[], rules: Rules): readonly string[] {
  const before = mendedBefore.get(tokens);
  if (before) return before;
  const now = mend(tokens, { rank: knownWords(rules) }, () => false);
  mendedBefore.set(tokens, now);
  return now;
}

/** The words that the rules and the asks know, the commonest first. */
export function knownWords({ rules, words = '' }: Rules): ReadonlyMap<string, number> {
  const ranks = ranksBefore.get(rules) ?? new Map(words.split(' ').map((word, rank) => [word, rank] as const));
  ranksBefore.set(rules, ranks);
  return ranks;
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
  const places = placesOf(words);
  const seen = new Set<Anchored>();
  for (const word of places.byWord.keys()) for (const one of possible.byWord.get(word) ?? []) seen.add(one);
  for (const start of places.byStem.keys()) for (const one of possible.byStem.get(start) ?? []) seen.add(one);
  const hits = new Map<number, Span[]>();
  const note = ({ rule, pattern }: Anchored, starts?: Iterable<number>): void => {
    const found = spans(pattern, words, starts);
    if (found.length) hits.set(rule, [...(hits.get(rule) ?? []), ...found]);
  };
  for (const one of seen) note(one, startsOf(one, places));
  for (const one of possible.anywhere) note(one);
  const inOrder = [...hits].sort(([a], [b]) => a - b);
  return inOrder.find(([rule, found]) => !allIdioms(rules[rule]!, found, words))?.[0] ?? -1;
}

// Where a match can begin: a little before each place of the step that this message has fewest words for. None, where it
// has no word for one of the steps.
function startsOf({ needs }: Anchored, places: Places): Iterable<number> {
  let rarest: Need | null = null;
  let fewest = Infinity;
  for (const need of needs) {
    const count = timesIn(need, places, fewest);
    if (count === 0) return [];
    if (count < fewest) [rarest, fewest] = [need, count];
  }
  const starts = new Set<number>();
  const before = (at: number): void => {
    for (let from = Math.max(0, at - rarest!.reach); from <= at; from++) starts.add(from);
  };
  for (const word of rarest!.words) places.byWord.get(word)?.forEach(before);
  for (const start of rarest!.stems) places.byStem.get(start)?.forEach(before);
  return starts;
}

// How often a step's words stand in a message; counting stops once they are no fewer than `enough`.
function timesIn({ words, stems }: Need, places: Places, enough: number): number {
  let count = 0;
  for (const word of words) if ((count += places.byWord.get(word)?.length ?? 0) >= enough) return count;
  for (const start of stems) if ((count += places.byStem.get(start)?.length ?? 0) >= enough) return count;
  return count;
}

function allIdioms(rule: CrisisRule, hits: readonly Span[], words: readonly string[]): boolean {
  return hits.every((hit) => rule.unless.some((idiom) => spans(idiom, words, startsNear(hit, idiom)).some((span) => hit.from < span.to)));
}

// An idiom that overlaps a hit begins before the hit ends, and not further before it than the idiom is long.
function* startsNear({ from, to }: Span, idiom: Pattern): Generator<number> {
  for (let at = Math.max(0, from - reachBefore(idiom, idiom.length)); at < to; at++) yield at;
}

interface Anchored {
  readonly rule: number;
  readonly pattern: Pattern;
  readonly needs: readonly Need[];
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
  for (const { needs } of all) for (const key of needs.flatMap(keysOf)) common.set(key, (common.get(key) ?? 0) + 1);
  const commonness = (need: Need) => keysOf(need).reduce((sum, key) => sum + common.get(key)!, 0);
  const byWord = new Map<string, Anchored[]>();
  const byStem = new Map<string, Anchored[]>();
  const anywhere: Anchored[] = [];
  for (const anchored of all) {
    const rarest = [...anchored.needs].sort((a, b) => commonness(a) - commonness(b))[0];
    if (!rarest) anywhere.push(anchored);
    for (const word of rarest?.words ?? []) listUnder(byWord, word, anchored);
    for (const start of rarest?.stems ?? []) listUnder(byStem, start, anchored);
  }
  const now = { byWord, byStem, anywhere };
  anchorsBefore.set(rules, now);
  return now;
}

/** A step that a match must take: the first words of its phrases, or their beginnings, one of which has to be there. */
interface Need {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Words that may stand before it in a match. */
  readonly reach: number;
}

function keysOf({ words, stems }: Need): string[] {
  return [...words, ...stems.map((start) => `${start}*`)];
}

function needsOf(pattern: Pattern): Need[] {
  return pattern.flatMap((one, step) => {
    if (!('words' in one) || one.optional) return [];
    const firsts = one.words.map((phrase) => phrase.find((word) => word !== '^' && word !== '$'));
    if (firsts.includes(undefined)) return [];
    const [starred, whole] = [firsts.filter((word) => word!.endsWith('*')), firsts.filter((word) => !word!.endsWith('*'))];
    return [
      {
        words: [...new Set(whole as string[])],
        stems: [...new Set(starred.map((word) => word!.slice(0, stem)))],
        reach: reachBefore(pattern, step),
      },
    ];
  });
}
