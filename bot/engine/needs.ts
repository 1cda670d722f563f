import { madeOnce } from './madeOnce';
import { listUnder, reachBefore, stem } from './pattern';
import type { CrisisRule, Pattern, Step } from './types';

/** A step that a match must take: one of some words, or of their beginnings, has to be there. */
interface Need {
  /** Its place among the needs of all patterns; those that need the same words share it. */
  readonly id: number;
  /** Words that may stand before it in a match. */
  readonly reach: number;
}

/** A pattern, the place of its rule in the list, and the words that it needs. */
export interface Needy {
  readonly pattern: Pattern;
  readonly rule: number;
  readonly needs: readonly Need[];
}

/** The patterns of a list of rules, and the words they need, which are known by numbers; a beginning ("hit*") counts as a word. */
export interface Index {
  readonly patterns: readonly Needy[];
  /** Patterns that need no word, by their place in `patterns`. */
  readonly needless: readonly number[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By the first letters of a beginning: each beginning, and its number. */
  readonly byStem: ReadonlyMap<string, readonly (readonly [beginning: string, number: number])[]>;
  /** By need, the numbers of its words. */
  readonly wordsOf: Rows;
  /** By word, the patterns whose need least often met it meets: place in `patterns`, how many other needs, and their ids. */
  readonly triedOn: Rows;
}

/** Lists of numbers in one piece: those of n stand from `starts[n]` to `starts[n + 1]`. Scattered, a look would cost several times as much. */
interface Rows {
  readonly all: Int32Array;
  readonly starts: Int32Array;
}

function rowsOf(lists: readonly (readonly number[])[]): Rows {
  const starts = Int32Array.from([0, ...lists.map(({ length }) => length)]);
  for (let n = 0; n < lists.length; n++) starts[n + 1]! += starts[n]!;
  return { all: Int32Array.from(lists.flat()), starts };
}

/** The needs of all patterns of some rules; made once for a list of rules. */
export const indexOf: (rules: readonly CrisisRule[]) => Index = madeOnce((rules) => {
  const numberOf = new Map<string, number>();
  const ids = new Map<string, number>();
  const wordsOf: (readonly number[])[] = [];
  const needOf = (firsts: readonly string[], reach: number): Need => {
    const words = [...new Set(firsts)].sort();
    const id = numbered(words.join(' '), ids);
    wordsOf[id] ??= words.map((word) => numbered(word, numberOf));
    return { id, reach };
  };
  const needsOf = (pattern: Pattern): Need[] =>
    pattern.flatMap((one, step) => {
      const firsts = firstsOf(one);
      return firsts ? [needOf(firsts, reachBefore(pattern, step))] : [];
    });
  const patterns = rules.flatMap((rule, at) => rule.any.map((pattern) => ({ pattern, rule: at, needs: needsOf(pattern) })));
  const byStem = new Map<string, (readonly [string, number])[]>();
  for (const [word, number] of numberOf) {
    if (word.endsWith('*')) listUnder(byStem, word.slice(0, stem), [word.slice(0, -1), number] as const);
  }
  return { patterns, numberOf, byStem, wordsOf: rowsOf(wordsOf), ...rarestFirst(patterns, wordsOf, numberOf.size) };
});

function numbered(word: string, numberOf: Map<string, number>): number {
  const number = numberOf.get(word) ?? numberOf.size;
  numberOf.set(word, number);
  return number;
}

// A word that many patterns need ("i") is in most messages: a pattern is tried when the word comes that fewest need.
function rarestFirst(
  patterns: readonly Needy[],
  wordsOf: readonly (readonly number[])[],
  words: number,
): Pick<Index, 'needless' | 'triedOn'> {
  const timesNeeded = new Int32Array(words);
  for (const { needs } of patterns) for (const { id } of needs) for (const word of wordsOf[id]!) timesNeeded[word]!++;
  const commonness = wordsOf.map((its) => Math.max(...its.map((word) => timesNeeded[word]!)));
  const triedOn = Array.from({ length: words }, (): number[] => []);
  const needless: number[] = [];
  for (const [at, { needs }] of patterns.entries()) {
    const [rarest, ...others] = [...new Set(needs.map(({ id }) => id))].sort((a, b) => commonness[a]! - commonness[b]!);
    if (rarest === undefined) needless.push(at);
    else for (const word of wordsOf[rarest]!) triedOn[word]!.push(at, others.length, ...others);
  }
  return { needless, triedOn: rowsOf(triedOn) };
}

// The words of which a match has one at this step; null where it can do with none.
function firstsOf(step: Step): readonly string[] | null {
  if (!('words' in step) || step.optional) return null;
  const firsts = step.words.map((phrase) => phrase.find((word) => word !== '^' && word !== '$'));
  return firsts.includes(undefined) ? null : (firsts as string[]);
}

/** What stands where in a message, of the words that patterns need. */
export interface Met {
  readonly index: Index;
  /** Words of the message. */
  readonly length: number;
  /** By the number of a word, where it stands. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** The patterns all of whose needs are met somewhere, by their place in the index, in its order. */
  readonly possible: readonly number[];
}

/** Looks up each word of a message once: where it stands, and which patterns have all that they need, and so may match at all. */
export function metIn(index: Index, words: readonly string[]): Met {
  const { numberOf, byStem } = index;
  // A word of a long message stands at many places, and is looked up once.
  const standing = new Map<string, number[]>();
  for (let at = 0; at < words.length; at++) listUnder(standing, words[at]!, at);
  const places = new Map<number, readonly number[]>();
  for (const [word, at] of standing) {
    const number = numberOf.get(word);
    if (number !== undefined) places.set(number, at);
    for (const [beginning, its] of byStem.get(word.slice(0, stem)) ?? none) {
      if (word.startsWith(beginning)) places.set(its, merged([places.get(its) ?? none, at]));
    }
  }
  return { index, length: words.length, places, possible: possibleOf(index, places) };
}

const none: readonly never[] = [];

function possibleOf({ needless, numberOf, triedOn, wordsOf }: Index, places: Met['places']): readonly number[] {
  const isThere = new Uint8Array(numberOf.size);
  for (const word of places.keys()) isThere[word] = 1;
  const isAnyThere = (need: number): boolean => {
    for (let i = wordsOf.starts[need]!; i < wordsOf.starts[need + 1]!; i++) if (isThere[wordsOf.all[i]!] === 1) return true;
    return false;
  };
  // Patterns share needs, and those of a long message ask for most of them.
  const met = new Uint8Array(wordsOf.starts.length);
  const isMet = (need: number): boolean => {
    if (met[need] === 0) met[need] = isAnyThere(need) ? 2 : 1;
    return met[need] === 2;
  };
  const possible = new Set(needless);
  const { all, starts } = triedOn;
  for (const word of places.keys()) {
    let i = starts[word]!;
    while (i < starts[word + 1]!) {
      const next = i + 2 + all[i + 1]!;
      let other = i + 2;
      while (other < next && isMet(all[other]!)) other++;
      if (other === next) possible.add(all[i]!);
      i = next;
    }
  }
  return [...possible].sort((a, b) => a - b);
}

/** The places where a match of a pattern can begin: those within reach of a word for each of its needs. Undefined: anywhere. */
export function startsOf({ needs }: Needy, met: Met): readonly number[] | undefined {
  if (needs.length === 0) return undefined;
  const all = needs.map((need) => ({ reach: need.reach, at: placesOf(need, met) }));
  const rarest = all.reduce((a, b) => (timesIn(b.at) < timesIn(a.at) ? b : a));
  const others = all.filter((one) => one !== rarest);
  const starts: number[] = [];
  let next = 0;
  for (const at of merged(rarest.at)) {
    if (next < at - rarest.reach) next = at - rarest.reach;
    for (; next <= at; next++) {
      if (others.every((other) => other.at.some((places) => hasBetween(places, next, next + other.reach)))) starts.push(next);
    }
  }
  return starts;
}

// Where the words of a need stand: for each word that is there, its places.
function placesOf({ id }: Need, { index: { wordsOf }, places }: Met): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (let i = wordsOf.starts[id]!; i < wordsOf.starts[id + 1]!; i++) {
    const at = places.get(wordsOf.all[i]!);
    if (at) found.push(at);
  }
  return found;
}

function timesIn(lists: readonly (readonly number[])[]): number {
  let times = 0;
  for (const { length } of lists) times += length;
  return times;
}

// All places of some lists, in order, each once.
function merged(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())].sort((a, b) => a - b);
}

// Whether one of these places, in order, is from one to another.
function hasBetween(places: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low]! <= to;
}
