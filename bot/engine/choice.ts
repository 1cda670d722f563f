import { madeOnceForGood } from './madeOnce';
import { plainWords } from './tidy';

// Places in a list: from the front, or from the back when below nought.
const places: Readonly<Record<string, number>> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6,
  '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5, '6th': 6, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, top: 1, last: -1, bottom: -1,
}; // prettier-ignore
const numbering = new Set(['number', 'num', 'nr', 'option', 'choice', 'answer']);
const letters = /^[a-f]$/u;

// Words round a choice that choose nothing: "ill go with the second one please".
const fillers = new Set(
  'the one ones number num nr option no please choice answer id like pls plz ill go with for can i have want need choose pick picked thanks ta thank you um er erm i think its it is that thats then just about bit part im me my and'.split(' '),
); // prettier-ignore
const negations = ['not', 'no', 'never', 'none', 'dont', 'isnt', 'without', 'neither', 'havent', 'didnt'];
/** Letters of a word that stand for all of it: "uni". */
const leastOfWord = 3;

/**
 * Which of the offered labels a message picks, from 0: by number or letter, by place ("the second one"), or by words, whole or begun
 * ("the uni one"), from its words as typed (Tidied.raw). Null when it picks none, or when two fit.
 */
export function findChoice(words: readonly string[], labels: readonly string[]): number | null {
  if (words.length === 0 || labels.length === 0) return null;
  const offered = labels.map(wordsOf);
  const whole = only(offered.map((label) => label.join(' ') === words.join(' ')));
  if (whole !== null) return whole;
  const told = words.filter((word, i) => !isFiller(word, i, words));
  const place = told.length === 1 ? placeOf(told[0]!, words, labels.length) : null;
  const exact = named(words, told, offered, (word, label) => word === label);
  // "2" is the second unless another is "2 years"; "d" is the fourth unless another is Devon or it was called an option.
  const initial = letters.test(told[0] ?? '') && !words.some((word) => numbering.has(word));
  const rival = (is: boolean, i: number) => i !== place && (is || (initial && offered[i]![0]?.startsWith(told[0]!) === true));
  if (place !== null) return exact.some(rival) ? null : place;
  return exact.includes(true) ? only(exact) : only(named(words, told, offered, begins));
}

// Labels are titles and names of the kits: as many as those hold, each made plain once.
const wordsOf = madeOnceForGood((label: string) => plainWords(label));

// "One" picks the first in "number one" and "one please", and picks nothing in "the second one". "A" is a letter only by itself.
function isFiller(word: string, i: number, words: readonly string[]): boolean {
  if (word === 'a' && words.length > 1) return !numbering.has(words[i - 1] ?? '');
  return words.length > 1 && fillers.has(word) && !(word === 'one' && numbering.has(words[i - 1] ?? 'number'));
}

function placeOf(word: string, words: readonly string[], length: number): number | null {
  if (letters.test(word) && words.some((w) => w !== word && !fillers.has(w))) return null;
  const said = /^\d{1,2}$/u.test(word) ? Number(word) : Object.hasOwn(places, word) ? places[word]! : middle(word, length);
  const place = said < 0 ? length : said;
  return place >= 1 && place <= length ? place - 1 : null;
}

function middle(word: string, length: number): number {
  return word === 'middle' && length % 2 === 1 ? (length + 1) / 2 : 0;
}

// Which labels hold every word told. "Sure" never means "Not sure": a label that denies is only picked with its denial.
function named(
  words: readonly string[],
  told: readonly string[],
  labels: readonly (readonly string[])[],
  fits: (told: string, word: string) => boolean,
): boolean[] {
  return labels.map(
    (label) =>
      told.length > 0 &&
      told.every((word) => label.some((of) => fits(word, of))) &&
      (words.some((word) => negations.includes(word)) || !label.some((word) => negations.includes(word))),
  );
}

function begins(told: string, word: string): boolean {
  return told === word || told === `${word}s` || (told.length >= leastOfWord && word.startsWith(told));
}

function only(fits: readonly boolean[]): number | null {
  const first = fits.indexOf(true);
  return first >= 0 && first === fits.lastIndexOf(true) ? first : null;
}
