/** Concepts of a message that are looked at in pairs; a story of more is about everything. */
const mostTogether = 16;

/** Concepts by the first word of each phrase that means them: [phrase, concepts]. */
export type Lexicon = ReadonlyMap<string, readonly (readonly [phrase: readonly string[], concepts: readonly string[]])[]>;

/** Makes a lexicon from a table of phrases ("final demand") and the concepts that each means. */
export function lexicon(concepts: Readonly<Record<string, readonly string[]>>): Lexicon {
  const byFirst = new Map<string, [readonly string[], readonly string[]][]>();
  for (const [phrase, meant] of Object.entries(concepts)) {
    const words = phrase.split(' ');
    const entry: [readonly string[], readonly string[]] = [words, meant];
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), entry]);
  }
  return byFirst;
}

/**
 * What the ranker sees in a message, with counts: words ("tax"), pairs ("pay_tax"), pieces of three and four letters
 * ("#tax"), concepts ("@debt"), and concepts met together ("@baby+college"). Pieces let a misspelt or unseen word still
 * point somewhere; concepts met together tell who would mind the baby from which college to go to.
 */
export function features(words: readonly string[], concepts: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const found = new Set<string>();
  words.forEach((word, i) => {
    add(word);
    add(`${words[i - 1] ?? '^'}_${word}`);
    for (const piece of pieces(word)) add(`#${piece}`);
    for (const [phrase, meant] of concepts.get(word) ?? []) {
      if (phrase.every((w, k) => words[i + k] === w))
        for (const concept of meant) {
          add(`@${concept}`);
          found.add(concept);
        }
    }
  });
  const together = [...found].sort().slice(0, mostTogether);
  together.forEach((one, i) => together.slice(i + 1).forEach((other) => add(`@${one}+${other}`)));
  return counts;
}

/** Words at most this far apart are seen together by `withGaps`. */
const farthest = 3;

const noConcepts = lexicon({});

/** What the crisis detector sees: words, pairs, pieces, and words with a gap between ("hit~me"). It knows no kit, and so no concepts. */
export function withGaps(words: readonly string[]): Map<string, number> {
  const counts = features(words, noConcepts);
  words.forEach((word, i) => {
    for (const later of words.slice(i + 2, i + 1 + farthest)) counts.set(`${word}~${later}`, (counts.get(`${word}~${later}`) ?? 0) + 1);
  });
  return counts;
}

function pieces(word: string): string[] {
  const edged = `<${word}>`;
  const found: string[] = [];
  for (const size of [3, 4]) for (let i = 0; i + size <= edged.length; i++) found.push(edged.slice(i, i + size));
  return found;
}
