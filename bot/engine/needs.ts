import { listUnder, reachBefore, stem } from './pattern';
import type { CrisisRule, Pattern, Step } from './types';

/** A step that a match must take: the first words of its phrases, or their beginnings, one of which has to be there. */
interface Need {
  /** Its place among the needs of all patterns. */
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

/** The patterns of a list of rules, and the needs, by id, that a word or the beginning of one meets. */
export interface Index {
  readonly patterns: readonly Needy[];
  /** For each need, by its id, the place of its pattern in `patterns`. */
  readonly patternOf: Int32Array;
  /** How many needs each pattern has. */
  readonly needsOf: Uint8Array;
  /** Patterns that need no word, by their place in `patterns`. */
  readonly needless: readonly number[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

const indexBefore = new WeakMap<readonly CrisisRule[], Index>();

/** The needs of all patterns of some rules; made once for a list of rules. */
export function indexOf(rules: readonly CrisisRule[]): Index {
  const before = indexBefore.get(rules);
  if (before) return before;
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const patternOf: number[] = [];
  const needOf = (firsts: readonly string[], reach: number, pattern: number): Need => {
    const id = patternOf.push(pattern) - 1;
    for (const first of new Set(firsts)) {
      if (first.endsWith('*')) listUnder(byStem, first.slice(0, stem), id);
      else listUnder(byWord, first, id);
    }
    return { id, reach };
  };
  const needsOf = (pattern: Pattern, at: number): Need[] =>
    pattern.flatMap((one, step) => {
      const firsts = firstsOf(one);
      return firsts ? [needOf(firsts, reachBefore(pattern, step), at)] : [];
    });
  const patterns = rules
    .flatMap((rule, at) => rule.any.map((pattern) => ({ pattern, rule: at })))
    .map((one, at) => ({ ...one, needs: needsOf(one.pattern, at) }));
  const needless = [...patterns.keys()].filter((at) => patterns[at]!.needs.length === 0);
  const now = {
    patterns,
    patternOf: Int32Array.from(patternOf),
    needsOf: Uint8Array.from(patterns, (one) => one.needs.length),
    needless,
    byWord,
    byStem,
  };
  indexBefore.set(rules, now);
  return now;
}

// The words of which a match has one at this step; null where it can do with none.
function firstsOf(step: Step): readonly string[] | null {
  if (!('words' in step) || step.optional) return null;
  const firsts = step.words.map((phrase) => phrase.find((word) => word !== '^' && word !== '$'));
  return firsts.includes(undefined) ? null : (firsts as string[]);
}

/** Where in a message the words stand that meet each need: a bit for each word of the message, so many numbers of 32 a need. */
export interface Met {
  readonly bits: Int32Array;
  readonly width: number;
  /** The patterns all of whose needs are met somewhere, by their place in the index, in its order. */
  readonly possible: readonly number[];
}

/** Looks up each word of a message once: which needs it meets, and where, and so which patterns may match at all. */
export function metIn({ patternOf, needsOf, needless, byWord, byStem }: Index, words: readonly string[]): Met {
  const width = Math.ceil(words.length / 32);
  const bits = new Int32Array(patternOf.length * width);
  const isMet = new Uint8Array(patternOf.length);
  const metOf = new Uint8Array(needsOf.length);
  const possible = [...needless];
  const mark = (ids: readonly number[], at: readonly number[]): void => {
    for (const id of ids) {
      for (const place of at) bits[id * width + (place >> 5)]! |= 1 << (place & 31);
      if (isMet[id] !== 0) continue;
      isMet[id] = 1;
      const of = patternOf[id]!;
      if (++metOf[of]! === needsOf[of]) possible.push(of);
    }
  };
  // A word of a long message stands at many places, and is looked up once.
  const [places, starts] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const [at, word] of words.entries()) {
    listUnder(places, word, at);
    listUnder(starts, word.slice(0, stem), at);
  }
  for (const [word, at] of places) mark(byWord.get(word) ?? none, at);
  for (const [start, at] of starts) mark(byStem.get(start) ?? none, at);
  return { bits, width, possible: possible.sort((a, b) => a - b) };
}

const none: readonly number[] = [];

/** The places where a match of a pattern can begin: those within reach of a word for each of its needs. Undefined: anywhere. */
export function startsOf({ needs }: Needy, met: Met): readonly number[] | undefined {
  if (needs.length === 0) return undefined;
  const rarest = needs.length === 1 ? needs[0]! : needs.reduce((a, b) => (timesMet(b, met) < timesMet(a, met) ? b : a));
  const starts: number[] = [];
  let next = 0;
  for (const at of standing(rarest, met)) {
    if (next < at - rarest.reach) next = at - rarest.reach;
    for (; next <= at; next++) {
      if (needs.every((need) => need === rarest || isMetBetween(next, need, met))) starts.push(next);
    }
  }
  return starts;
}

function timesMet({ id }: Need, { bits, width }: Met): number {
  let times = 0;
  for (let i = 0; i < width; i++) for (let some = bits[id * width + i]!; some !== 0; some &= some - 1) times++;
  return times;
}

function standing({ id }: Need, { bits, width }: Met): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < width; i++) {
    let some = bits[id * width + i]!;
    while (some !== 0) {
      const place = 31 - Math.clz32(some & -some);
      found.push(i * 32 + place);
      some &= some - 1;
    }
  }
  return found;
}

// Whether a word that meets the need stands at this place or within reach after it.
function isMetBetween(from: number, { id, reach }: Need, { bits, width }: Met): boolean {
  const [first, to] = [from >> 5, from + reach];
  const last = to >> 5;
  for (let i = first; i <= last && i < width; i++) {
    const after = i === first ? -1 << (from & 31) : -1;
    const before = i === last ? -1 >>> (31 - (to & 31)) : -1;
    if ((bits[id * width + i]! & after & before) !== 0) return true;
  }
  return false;
}
