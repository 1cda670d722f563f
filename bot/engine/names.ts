import { listUnder } from './pattern';
import { plainWords } from './tidy';

/** Something that can be called by name in a message, and where it was. */
export interface Named<T> {
  readonly of: T;
  readonly from: number;
  readonly to: number;
}

/** Names by their first word, so that a message is read once however many names there are. */
export type Names<T> = ReadonlyMap<string, readonly { readonly of: T; readonly words: readonly string[] }[]>;

/** Makes names ready to be looked for. */
export function namesOf<T>(all: Iterable<readonly [of: T, names: readonly string[]]>): Names<T> {
  const byFirst = new Map<string, { of: T; words: readonly string[] }[]>();
  for (const [of, names] of all) {
    for (const words of names.map((name) => plainWords(name))) {
      if (words[0] !== undefined) listUnder(byFirst, words[0], { of, words });
    }
  }
  return byFirst;
}

/** Every name in a message, the longest first. */
export function findNames<T>(words: readonly string[], names: Names<T>): Named<T>[] {
  const found: Named<T>[] = [];
  for (let from = 0; from < words.length; from++) {
    for (const one of names.get(words[from]!) ?? none) {
      if (standsAt(one.words, words, from)) found.push({ of: one.of, from, to: from + one.words.length });
    }
  }
  return found.sort((a, b) => b.to - b.from - (a.to - a.from));
}

const none: readonly never[] = [];

/** True when a phrase stands in a message from this place on. */
export function standsAt(phrase: readonly string[], words: readonly string[], from: number): boolean {
  for (let k = 0; k < phrase.length; k++) if (words[from + k] !== phrase[k]) return false;
  return true;
}
