import { chance, oneOf, seedOf } from './chance';

/** The kinds of spelling noise that the figures are given for. */
export const slipKinds = ['dropped letter', 'doubled letter', 'swapped neighbours', 'missing space', 'keyboard neighbour'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** A slip is made in the first, the fourth, the seventh ... word of this many letters or more. */
const shortest = 4;
const every = 3;

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

// Keys that touch on a British keyboard: left and right, and the two above and below, as each row stands half a key to the right.
function neighbours(letter: string): string[] {
  const row = rows.findIndex((keys) => keys.includes(letter));
  if (row < 0) return [];
  const at = rows[row]!.indexOf(letter);
  const touching = [rows[row]![at - 1], rows[row]![at + 1], rows[row - 1]?.[at], rows[row - 1]?.[at + 1], rows[row + 1]?.[at - 1], rows[row + 1]?.[at]]; // prettier-ignore
  return touching.filter((key) => key !== undefined);
}

const isLetter = /\p{L}/u;

// A word with one slip at a place of chance; the word itself where the slip cannot be made in it.
const inWord: Readonly<Record<Exclude<SlipKind, 'missing space'>, (word: readonly string[], next: () => number) => string[]>> = {
  'dropped letter': (word, next) => slip(word, letters(word), next, (_) => []),
  'doubled letter': (word, next) => slip(word, letters(word), next, (letter) => [letter, letter]),
  'swapped neighbours': (word, next) => {
    const places = letters(word).filter((at) => isLetter.test(word[at + 1] ?? '') && word[at] !== word[at + 1]);
    const at = oneOf(places, next);
    return at === undefined ? [...word] : [...word.slice(0, at), word[at + 1]!, word[at]!, ...word.slice(at + 2)];
  },
  'keyboard neighbour': (word, next) => {
    const places = letters(word).filter((at) => neighbours(word[at]!.toLowerCase()).length > 0);
    return slip(word, places, next, (letter) => {
      const hit = oneOf(neighbours(letter.toLowerCase()), next)!;
      return [letter === letter.toLowerCase() ? hit : hit.toUpperCase()];
    });
  },
};

function letters(word: readonly string[]): number[] {
  return word.flatMap((letter, at) => (isLetter.test(letter) ? [at] : []));
}

function slip(word: readonly string[], places: readonly number[], next: () => number, into: (letter: string) => string[]): string[] {
  const at = oneOf(places, next);
  return at === undefined ? [...word] : [...word.slice(0, at), ...into(word[at]!), ...word.slice(at + 1)];
}

/** A message as fingers would spoil it: one slip in every third word of four letters or more. The same text is always spoilt alike. */
export function withSlips(text: string, kind: SlipKind): string {
  const next = chance(seedOf(`${kind} ${text}`));
  // Words stand at even places, the spaces between them at odd ones.
  const parts = text.split(/(\s+)/u);
  let long = 0;
  for (let at = 0; at < parts.length; at += 2) {
    const word = Array.from(parts[at]!);
    if (letters(word).length < shortest || long++ % every !== 0) continue;
    if (kind !== 'missing space') parts[at] = inWord[kind](word, next).join('');
    else if (parts[at + 2]) parts[at + 1] = '';
    else if (at > 0) parts[at - 1] = '';
  }
  return parts.join('');
}
