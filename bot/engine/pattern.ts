import { madeOnce } from './madeOnce';
import type { Pattern, Step } from './types';

/** A stretch of a message: word positions, the last one not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place where the pattern matches; the shortest match from each start. Only the starts given are tried. */
export function spans(pattern: Pattern, words: readonly string[], starts: Iterable<number> = words.keys()): Span[] {
  const found: Span[] = [];
  for (const from of starts) {
    const to = matchFrom(pattern, words, from);
    if (to !== null) found.push({ from, to });
  }
  return found;
}

/** The most words that the steps of a pattern before this one can take up. */
export function reachBefore(pattern: Pattern, step: number): number {
  return pattern.slice(0, step).reduce((sum, one) => sum + longest(one), 0);
}

function longest(step: Step): number {
  if ('gap' in step) return step.gap;
  return 'edge' in step ? 0 : Math.max(...step.words.map((phrase) => phrase.length));
}

// All positions are carried forward together, so the work is words x steps and can never run away.
function matchFrom(pattern: Pattern, words: readonly string[], from: number): number | null {
  let at: readonly number[] = [from];
  for (const step of pattern) {
    at = advance(step, words, at);
    if (at.length === 0) return null;
  }
  return Math.min(...at);
}

const nowhere: readonly number[] = [];

function advance(step: Step, words: readonly string[], at: readonly number[]): readonly number[] {
  let next: number[] | null = null;
  const reach = (position: number): void => {
    if (!next) next = [position];
    else if (!next.includes(position)) next.push(position);
  };
  for (const position of at) {
    if ('gap' in step) {
      for (let skip = 0; skip <= step.gap && position + skip <= words.length; skip++) reach(position + skip);
    } else if ('edge' in step) {
      if (position === (step.edge === 'start' ? 0 : words.length)) reach(position);
    } else {
      if (step.optional) reach(position);
      for (const phrase of phrasesAt(step, words[position])) {
        const to = afterWords(phrase, words, position);
        if (to !== null) reach(to);
      }
    }
  }
  return next ?? nowhere;
}

type Words = Extract<Step, { words: unknown }>;
type Phrase = readonly string[];

/** A step's phrases by how they begin, so that a long list costs one look-up. */
interface Sorted {
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly byStem: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases that begin with an edge of the message. */
  readonly edges: readonly Phrase[];
}

/** Letters that a starred word has at least. */
export const stem = 2;

const sorted = madeOnce((step: Words): Sorted => {
  const byWord = new Map<string, Phrase[]>();
  const byStem = new Map<string, Phrase[]>();
  const edges: Phrase[] = [];
  for (const phrase of step.words) {
    const [first] = phrase;
    if (first === undefined || first === '^' || first === '$') edges.push(phrase);
    else if (first.endsWith('*')) listUnder(byStem, first.slice(0, stem), phrase);
    else listUnder(byWord, first, phrase);
  }
  return { byWord, byStem, edges };
});

/** Adds to the list that a map keeps under a key. */
export function listUnder<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const none: readonly Phrase[] = [];

function phrasesAt(step: Words, word: string | undefined): readonly Phrase[] {
  const { byWord, byStem, edges } = sorted(step);
  if (word === undefined) return edges;
  const exact = byWord.get(word) ?? none;
  const starred = byStem.get(word.slice(0, stem)) ?? none;
  return starred.length || edges.length ? [...exact, ...starred, ...edges] : exact;
}

// Where a phrase ends that stands here, or null. In a phrase "^" and "$" are the edges of the message and take no word.
function afterWords(phrase: Phrase, words: readonly string[], from: number): number | null {
  let at = from;
  for (const wanted of phrase) {
    if (wanted === '^' || wanted === '$') {
      if (at !== (wanted === '^' ? 0 : words.length)) return null;
      continue;
    }
    const got = words[at++];
    if (got === undefined || !(wanted.endsWith('*') ? got.startsWith(wanted.slice(0, -1)) : got === wanted)) return null;
  }
  return at;
}
