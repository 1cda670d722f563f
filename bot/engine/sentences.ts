const ends = /[.?!]["')]?$/u;
const begins = /^["'(]?[A-Z£\d]/u;

/** The sentences of a text: one ends at a stop before a word that can begin the next. Old phones know no pattern that looks behind. */
export function sentencesOf(text: string): string[] {
  const words = text.split(/\s+/u);
  const starts = words.flatMap((word, i) => (i === 0 || (ends.test(words[i - 1]!) && begins.test(word)) ? [i] : []));
  return starts.map((from, n) => words.slice(from, starts[n + 1]).join(' '));
}
