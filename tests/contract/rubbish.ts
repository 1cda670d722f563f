/** A message that nobody would type, and what it is made of. */
export type Rubbish = readonly [kind: string, text: string];

/** Numbers from 0 up to 1 that look like chance and are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Characters in the longest message that a channel lets through. */
const most = 10_000;
const filled = (piece: string): string => piece.repeat(Math.ceil(most / piece.length)).slice(0, most);

const pieces: readonly Rubbish[] = [
  ['one letter', 'a'],
  ['one letter and a space', 'a '],
  ['a digit and a space', '1 '],
  ['a number of many digits', '7'],
  ['spaces', ' '],
  ['new lines', '\n'],
  ['commas', ', '],
  ['question marks', 'and? '],
  ['NUL', '\0'],
  ['open angles', '<'],
  ['open braces', '{{'],
  ['script tags', '<script>alert(1)</script> '],
  ['search signs', '+tax~5 ^2 title:* '],
  ['apostrophes', "i'"],
  ['accents heaped on a letter', `e${'\u0301\u0323\u0310\u0489'.repeat(12)}`],
  ['hidden characters', 'd\u200bi\u200de\u2060 '],
  ['right to left', '\u202e\u0645\u0631\u062d\u0628\u0627 '],
  ['letters that look Latin', '\u0456 w\u0430nt t\u043e d\u0456\u0435 '],
  ['half of a surrogate pair', '\ud83d '],
  ['emoji joined to a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'],
  ['wide letters', '\uff48\uff45\uff4c\uff50 '],
  ['ligatures that come apart', '\ufdfa'],
  ['a crisis over and over', 'i want to die '],
  ['half a crisis over and over', 'he keeps i want to scared to go my carer '],
  ['a question over and over', 'do i have to pay council tax and what about a bursary? '],
  ['slips over and over', 'cuoncil taxx bursry fostr carre morgtage aloowance '],
  ['words run together', 'counciltaxbursaryhousing '],
  ['a place over and over', 'central bedfordshire devon leicester '],
];

/** Messages of ten thousand characters, each of one piece over and over. */
export const long: readonly Rubbish[] = pieces.map(([kind, piece]) => [kind, filled(piece)]);

/** Messages of ten thousand characters in which no word is like the one before it. */
export function longAndMixed(chance: () => number, words: readonly string[]): Rubbish[] {
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(chance() * from.length)]!;
  const letters = (n: number) => Array.from({ length: n }, () => pick('abcdefghijklmnopqrstuvwxyz')).join('');
  const made = (word: () => string) =>
    Array.from({ length: most / 2 }, word)
      .join(' ')
      .slice(0, most);
  return [
    ['words of chance letters', made(() => letters(2 + Math.floor(chance() * 12)))],
    ['short words of chance letters', made(() => letters(3 + Math.floor(chance() * 2)))],
    ['one word of chance letters', letters(most)],
    ['words of the crisis rules in any order', made(() => pick(words))],
    ['words of the crisis rules, the last letter wrong', made(() => pick(words).slice(0, -1) + letters(1))],
    ['printable signs in any order', made(() => String.fromCharCode(...Array.from({ length: 5 }, () => 33 + Math.floor(chance() * 94))))],
  ];
}

/** One word as often as fits in a message, for each word. */
export function repeated(words: readonly string[]): Rubbish[] {
  return words.map((word) => [`"${word}" over and over`, filled(`${word} `)]);
}

/** Five hundred emoji: all alike, all different, and with words between. */
export const emoji: readonly Rubbish[] = [
  ['500 of one', '\u{1f62d}'.repeat(500)],
  ['500 different', Array.from({ length: 500 }, (_, i) => String.fromCodePoint(0x1f300 + i)).join('')],
  ['500 with words between', '\u{1f62d} help '.repeat(500)],
];

/** Code points in a column and in a page. A block of Unicode begins and ends with a column (its Blocks.txt), so none is missed. */
const [column, page] = [16, 256];

/** Every page of Unicode that has a character in it, each column a word. */
export function everyBlock(): Rubbish[] {
  const points = (from: number) => String.fromCodePoint(...Array.from({ length: column }, (_, i) => from + i));
  return Array.from({ length: 0x110000 / page }, (_, at) => at * page).flatMap((from): Rubbish[] => {
    const text = Array.from({ length: page / column }, (_, i) => points(from + i * column)).join(' ');
    return /\P{Cn}/u.test(text.replaceAll(' ', '')) ? [[`the page at U+${from.toString(16).padStart(4, '0')}`, text]] : [];
  });
}

/** Bytes of chance, read as UTF-8: short ones and a few of ten thousand. */
export function bytes(chance: () => number, count: number): Rubbish[] {
  const decoder = new TextDecoder();
  return Array.from({ length: count }, (_, i): Rubbish => {
    const length = i % 100 === 0 ? most : 1 + Math.floor(chance() * 300);
    return [`bytes ${i}`, decoder.decode(Uint8Array.from({ length }, () => chance() * 256))];
  });
}
