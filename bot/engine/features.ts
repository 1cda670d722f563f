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
 * What the ranker sees in a message, with counts: words ("tax"), pairs ("pay_tax"), pieces of three and four letters
 * ("#tax"), concepts ("@debt"), and concepts met together ("@baby+college"). Pieces let a misspelt or unseen word still
 * point somewhere; concepts met together tell who would mind the baby from which college to go to.
 */
export function features(words: readonly string[], concepts: Lexicon): Map<string, number> {
  const counts = surface(whoever(words));
  const found = new Set<string>();
  words.forEach((word, i) => {
    for (const [phrase, meant] of concepts.get(word) ?? []) {
      if (!phrase.every((w, k) => words[i + k] === w)) continue;
      for (const concept of meant) {
        count(counts, `@${concept}`);
        found.add(concept);
      }
    }
  });
  const together = [...found].sort().slice(0, mostTogether);
  together.forEach((one, i) => together.slice(i + 1).forEach((other) => count(counts, `@${one}+${other}`)));
  return counts;
}

/** Words at most this far apart are seen together by `withGaps`. */
const farthest = 3;

/** What the crisis detector sees: words, pairs, pieces, and words with a gap between ("hit~me"). It knows no kit, and so no concepts. */
export function withGaps(words: readonly string[]): Map<string, number> {
  const counts = surface(words);
  words.forEach((word, i) => {
    for (const later of words.slice(i + 2, i + 1 + farthest)) count(counts, `${word}~${later}`);
  });
  return counts;
}

function surface(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  words.forEach((word, i) => {
    count(counts, word);
    count(counts, `${words[i - 1] ?? '^'}_${word}`);
    for (const piece of pieces(word)) count(counts, `#${piece}`);
  });
  return counts;
}

function count(counts: Map<string, number>, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

function pieces(word: string): string[] {
  const edged = `<${word}>`;
  const found: string[] = [];
  for (const size of [3, 4]) for (let i = 0; i + size <= edged.length; i++) found.push(edged.slice(i, i + size));
  return found;
}
