import { standsAt } from './names';
import { listUnder } from './pattern';

/** Concepts of a message that are looked at in pairs; a story of more is about everything. */
const mostTogether = 16;

/** Concepts by the first two words of each phrase that means them, or its one word: [phrase, concepts]. */
export type Lexicon = ReadonlyMap<string, readonly (readonly [phrase: readonly string[], concepts: readonly string[]])[]>;

/** Makes a lexicon from a table of phrases ("final demand") and the concepts that each means. */
export function lexicon(concepts: Readonly<Record<string, readonly string[]>>): Lexicon {
  const byStart = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
  for (const [phrase, meant] of Object.entries(concepts)) {
    const words = phrase.split(' ');
    listUnder(byStart, words.slice(0, 2).join(' '), [words, meant] as const);
  }
  return byStart;
}

// Of whom a person speaks changes nothing in what they ask: "can he stay" is the question "can she stay".
const sameFor: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: 'she hes shes',
    her: 'him his hers',
    herself: 'himself',
    girl: 'boy lad',
    daughter: 'son',
    sister: 'brother',
    sisters: 'brothers',
    girlfriend: 'boyfriend gf bf',
    dad: 'mum',
    dads: 'mums',
  }).flatMap(([word, others]) => others.split(' ').map((other) => [other, word] as const)),
);

// What the ranker learns of one person then holds for another.
function whoever(words: readonly string[]): string[] {
  return words.map((word) => sameFor.get(word) ?? word);
}

/**
 * What a model sees in a message: its words, each with the pair it ends ("pay_tax") and its pieces of three and four letters
 * ("#tax"), and what else stands in it. Pieces let a misspelt or unseen word still point somewhere.
 */
export interface Sight {
  readonly words: readonly string[];
  readonly more: readonly string[];
}

/**
 * What the ranker sees beside the words: concepts ("@debt"), and concepts met together ("@baby+college"), which tell who would
 * mind the baby from which college to go to.
 */
export function withConcepts(words: readonly string[], concepts: Lexicon): Sight {
  const more: string[] = [];
  const found = new Set<string>();
  const find = (start: string, at: number): void => {
    for (const [phrase, meant] of concepts.get(start) ?? none) {
      if (!standsAt(phrase, words, at)) continue;
      for (const concept of meant) {
        more.push(`@${concept}`);
        found.add(concept);
      }
    }
  };
  for (let at = 0; at < words.length; at++) {
    find(words[at]!, at);
    if (at + 1 < words.length) find(`${words[at]!} ${words[at + 1]!}`, at);
  }
  const together = [...found].sort().slice(0, mostTogether);
  together.forEach((one, i) => together.slice(i + 1).forEach((other) => more.push(`@${one}+${other}`)));
  return { words: whoever(words), more };
}

const none: readonly never[] = [];

/** Words at most this far apart are seen together by `withGaps`. */
const farthest = 3;

/** What the crisis detector sees beside the words: words with a gap between ("hit~me"). It knows no kit, and so no concepts. */
export function withGaps(words: readonly string[]): Sight {
  const more: string[] = [];
  words.forEach((word, i) => {
    for (let at = i + 2; at <= i + farthest && at < words.length; at++) more.push(`${word}~${words[at]!}`);
  });
  return { words, more };
}

/** The pair that the word at this place ends; the first word has the start before it. */
export function pairAt(words: readonly string[], at: number): string {
  return `${words[at - 1] ?? '^'}_${words[at]!}`;
}

/** Letters read of one word: no language we hear has a longer one, and ten thousand run together tell nothing more. */
const longestWord = 40;

/** The pieces of three and four letters of one word, its edges among them. */
export function piecesOf(word: string): string[] {
  const edged = `<${word.slice(0, longestWord)}>`;
  const found: string[] = [];
  for (const size of [3, 4]) for (let i = 0; i + size <= edged.length; i++) found.push(`#${edged.slice(i, i + size)}`);
  return found;
}

/** All that is seen, with how often. */
export function counted({ words, more }: Sight): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  words.forEach((word, at) => {
    count(word);
    count(pairAt(words, at));
    piecesOf(word).forEach(count);
  });
  more.forEach(count);
  return counts;
}
