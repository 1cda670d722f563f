import { listUnder, placesOf, reachBefore, stem } from './pattern';
import type { CrisisRule, Pattern, Step } from './types';

/** A step that a match must take: the first words of its phrases, or their beginnings, one of which has to be there. */
interface Need {
  /** Its place among the needs of all patterns. */
  readonly id: number;
  /** Words that may stand before it in a match. */
  readonly reach: number;
}

/** A pattern of a rule, with the words that it needs. */
export interface Needy {
  readonly pattern: Pattern;
  readonly needs: readonly Need[];
}

/** The patterns of each rule, and the needs, by id, that a word or the beginning of one meets. */
export interface Index {
  readonly patterns: readonly (readonly Needy[])[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly size: number;
}

const indexBefore = new WeakMap<readonly CrisisRule[], Index>();

/** The needs of all patterns of some rules; made once for a list of rules. */
export function indexOf(rules: readonly CrisisRule[]): Index {
  const before = indexBefore.get(rules);
  if (before) return before;
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  let size = 0;
  const needOf = (firsts: readonly string[], reach: number): Need => {
    const id = size++;
    for (const first of new Set(firsts)) {
      if (first.endsWith('*')) listUnder(byStem, first.slice(0, stem), id);
      else listUnder(byWord, first, id);
    }
    return { id, reach };
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

/** Where in a message the words stand that meet each need: a bit for each word of the message, so many numbers of 32 a need. */
export interface Met {
  readonly bits: Int32Array;
  readonly width: number;
  readonly counts: Int32Array;
}

/** Looks up each word of a message once: which needs it meets, and where. */
export function metIn({ byWord, byStem, size }: Index, words: readonly string[]): Met {
  const width = Math.ceil(words.length / 32);
  const [bits, counts] = [new Int32Array(size * width), new Int32Array(size)];
  const places = placesOf(words);
  const mark = (ids: readonly number[] = [], at: readonly number[]): void => {
    for (const id of ids) {
      counts[id]! += at.length;
      for (const place of at) bits[id * width + (place >> 5)]! |= 1 << (place & 31);
    }
  };
  places.byWord.forEach((at, word) => mark(byWord.get(word), at));
  places.byStem.forEach((at, start) => mark(byStem.get(start), at));
  return { bits, width, counts };
}

/** The places where a match of a pattern can begin: those within reach of a word for each of its needs. Undefined: anywhere. */
export function startsOf({ needs }: Needy, met: Met): readonly number[] | undefined {
  if (needs.length === 0) return undefined;
  const rarest = needs.reduce((a, b) => (met.counts[b.id]! < met.counts[a.id]! ? b : a));
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

function standing({ id }: Need, { bits, width }: Met): readonly number[] {
  const found: number[] = [];
  for (let i = 0; i < width; i++) {
    const some = bits[id * width + i]!;
    if (some === 0) continue;
    for (let place = 0; place < 32; place++) if ((some & (1 << place)) !== 0) found.push(i * 32 + place);
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
