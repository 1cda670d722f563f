import { mend } from './spelling';
import { listUnder, placesOf, reachBefore, spans, stem, type Places, type Span } from './pattern';
import type { CrisisFound, CrisisRule, Pattern, Safety, Step, Tidied } from './types';

/** What finding a crisis needs: the rules, and the words that a slip may be mended to. */
export type Rules = Pick<Safety, 'rules'> & Partial<Pick<Safety, 'words'>>;

/**
 * Looks for a crisis in the words as tidied, as typed and with slips mended; any one is enough, so that no correction can
 * hide a crisis. The first reading that fires decides, and in it the first rule. Never throws on any text.
 */
export function findCrisis({ tokens, raw }: Tidied, safety: Rules): CrisisFound | null {
  const find = (words: readonly string[]) => safety.rules[firstFiring(safety.rules, words)];
  const findIn = (reading: readonly string[]) => (same(reading, tokens) ? undefined : find(reading));
  const rule = find(tokens) ?? findIn(raw) ?? findIn(mended(tokens, safety));
  return rule ? { category: rule.category, rule: rule.id, ...(rule.helpline && { helpline: rule.helpline }) } : null;
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at]);
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
  const index = indexOf(rules);
  const places = placesOf(words);
  const counts = countsIn(index, places);
  return index.patterns.findIndex((patterns, rule) => {
    const hits: Span[] = [];
    for (const { pattern, needs } of patterns) {
      if (needs.every(({ id }) => counts[id]! > 0)) hits.push(...spans(pattern, words, startsOf(needs, counts, places, words)));
    }
    return !allIdioms(rules[rule]!, hits, words);
  });
}

function allIdioms(rule: CrisisRule, hits: readonly Span[], words: readonly string[]): boolean {
  return hits.every((hit) => rule.unless.some((idiom) => spans(idiom, words, startsNear(hit, idiom)).some((span) => hit.from < span.to)));
}

// An idiom that overlaps a hit begins before the hit ends, and not further before it than the idiom is long.
function* startsNear({ from, to }: Span, idiom: Pattern): Generator<number> {
  for (let at = Math.max(0, from - reachBefore(idiom, idiom.length)); at < to; at++) yield at;
}

/** A step that a match must take: the first words of its phrases, or their beginnings, one of which has to be there. */
interface Need {
  /** Its place among the needs of all patterns. */
  readonly id: number;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Words that may stand before it in a match. */
  readonly reach: number;
}

/** The patterns of each rule with what they need, and the needs, by id, that a word or the beginning of one meets. */
interface Index {
  readonly patterns: readonly (readonly { readonly pattern: Pattern; readonly needs: readonly Need[] }[])[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly size: number;
}

const indexBefore = new WeakMap<readonly CrisisRule[], Index>();

// Thousands of patterns, of which a message can match a few: those that need a word it has not are left out at once.
function indexOf(rules: readonly CrisisRule[]): Index {
  const before = indexBefore.get(rules);
  if (before) return before;
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  let size = 0;
  const needOf = (firsts: readonly string[], reach: number): Need => {
    const starred = firsts.filter((word) => word.endsWith('*'));
    const need = { id: size++, words: new Set(firsts), stems: new Set(starred.map((word) => word.slice(0, stem))), reach };
    for (const word of need.words) listUnder(byWord, word, need.id);
    for (const start of need.stems) listUnder(byStem, start, need.id);
    return need;
  };
  const needsOf = (pattern: Pattern): Need[] =>
    pattern.flatMap((one, step) => {
      const firsts = firstsOf(one);
      return firsts ? [needOf(firsts, reachBefore(pattern, step))] : [];
    });
  const patterns = rules.map((rule) => rule.any.map((pattern) => ({ pattern, needs: needsOf(pattern) })));
  const now = { patterns, byWord, byStem, size };
  indexBefore.set(rules, now);
  return now;
}

// The words of which a match has one at this step; null where it can do with none.
function firstsOf(step: Step): readonly string[] | null {
  if (!('words' in step) || step.optional) return null;
  const firsts = step.words.map((phrase) => phrase.find((word) => word !== '^' && word !== '$'));
  return firsts.includes(undefined) ? null : (firsts as string[]);
}

// How often each need is met in a message.
function countsIn({ byWord, byStem, size }: Index, places: Places): Int32Array {
  const counts = new Int32Array(size);
  places.byWord.forEach((at, word) => byWord.get(word)?.forEach((id) => (counts[id]! += at.length)));
  places.byStem.forEach((at, start) => byStem.get(start)?.forEach((id) => (counts[id]! += at.length)));
  return counts;
}

// Where a match can begin: a little before each place of the need that is met least, and only on a word of the need that no
// word stands before. Anywhere, for a pattern that needs no word.
function startsOf(needs: readonly Need[], counts: Int32Array, places: Places, words: readonly string[]): Iterable<number> | undefined {
  if (needs.length === 0) return undefined;
  const rarest = needs.reduce((a, b) => (counts[b.id]! < counts[a.id]! ? b : a));
  const opening = needs.find((need) => need.reach === 0);
  const starts: number[] = [];
  let next = 0;
  for (const at of placesIn(rarest, places)) {
    for (next = Math.max(next, at - rarest.reach); next <= at; next++) {
      if (!opening || begins(opening, words[next]!)) starts.push(next);
    }
  }
  return starts;
}

function begins({ words, stems }: Need, word: string): boolean {
  return words.has(word) || (stems.size > 0 && stems.has(word.slice(0, stem)));
}

// The places of a need's words, in order.
function placesIn({ words, stems }: Need, { byWord, byStem }: Places): readonly number[] {
  const found: number[] = [];
  for (const word of words) byWord.get(word)?.forEach((at) => found.push(at));
  for (const start of stems) byStem.get(start)?.forEach((at) => found.push(at));
  return found.sort((a, b) => a - b);
}
