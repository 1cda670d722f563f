/** Shorter words are left as typed, and so are much longer ones. */
const shortest = 3;
const longest = 24;
/** Slips are looked for in this many words of a message: enough for any question, and quick on one of ten thousand letters. */
const mostMended = 40;
/** Two words run together are looked for from this length on, a word of four letters or more among them. */
const shortestPair = 5;
const longPart = 4;

/** Words that are known, the commonest first, as places in that order; and which are often heard one after another. */
export interface Vocabulary {
  readonly rank: ReadonlyMap<string, number>;
  readonly together?: (first: string, second: string) => boolean;
}

// What a slip costs, in units of one letter wrong: fingers swap, double and drop letters, or hit the next key, more often
// than they hit any other (Kernighan, Church and Gale: A spelling correction program based on a noisy channel model, 1990).
const costs = { swapped: 0.7, doubled: 0.5, dropped: 0.9, extra: 1.1, nextKey: 0.8, wrong: 1.4, firstLetter: 0.5, space: 0.9 };
/** How much a word loses for each time it is e times less common. */
const rarity = 0.14;
/** How much a word gains that is often heard beside its neighbour. */
const company = 0.5;

/**
 * The words with slips mended: a letter wrong, missing, extra or swapped, or a space left out. Of the words it may be, the one
 * that costs the smallest slip, is common, and is heard beside its neighbours. A word that is known, or that `keep` holds, stays.
 */
export function mend(words: readonly string[], known: Vocabulary, keep: (word: string) => boolean): string[] {
  const out: string[] = [];
  let left = mostMended;
  words.forEach((word, i) => {
    const strange = word.length >= shortest && word.length <= longest && !known.rank.has(word) && !keep(word) && /^[a-z]+$/u.test(word);
    if (strange && left-- > 0) out.push(...meant(word, out.at(-1), words[i + 1], known));
    else out.push(word);
  });
  return out;
}

function meant(word: string, before: string | undefined, after: string | undefined, { rank, together }: Vocabulary): readonly string[] {
  const beside = (a: string | undefined, b: string | undefined) => (a !== undefined && b !== undefined && together?.(a, b) ? company : 0);
  const rare = (one: string) => rarity * Math.log(2 + rank.get(one)!);
  let best: readonly string[] = [word];
  let least = Infinity;
  const weigh = (found: readonly string[], cost: number) => {
    const total = cost - beside(before, found[0]) - beside(found.at(-1), after);
    if (total < least) [best, least] = [found, total];
  };
  for (const [near, cost] of slips(word)) if (rank.has(near)) weigh([near], cost + rare(near));
  for (const [a, b] of halves(word)) {
    if (rank.has(a) && rank.has(b)) weigh([a, b], costs.space + (rare(a) + rare(b)) / 2 - beside(a, b));
  }
  return best;
}

function* halves(word: string): Generator<readonly [string, string]> {
  if (word.length < shortestPair) return;
  for (let i = 1; i < word.length; i++) {
    const [a, b] = [word.slice(0, i), word.slice(i)];
    const whole = (part: string) => part.length > 1 || part === 'i' || part === 'a';
    if (whole(a) && whole(b) && (a.length >= longPart || b.length >= longPart || word.length === shortestPair)) yield [a, b];
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

// The keys that touch each key: left and right, and two above and below, as each row stands half a key to the right.
const touching = new Map(
  Array.from(letters, (letter) => {
    const row = keys.findIndex((line) => line.includes(letter));
    const at = keys[row]!.indexOf(letter);
    const near = [keys[row]![at - 1], keys[row]![at + 1], keys[row - 1]?.[at], keys[row - 1]?.[at + 1], keys[row + 1]?.[at - 1], keys[row + 1]?.[at]]; // prettier-ignore
    return [letter, near.join('')] as const;
  }),
);

function* slips(word: string): Generator<readonly [near: string, cost: number]> {
  // Two words of three letters have too little in common to mend one into the other by any letter.
  const short = word.length < 4;
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i);
    const here = word.slice(i);
    const first = i === 0 ? costs.firstLetter : 0;
    if (here && !short) yield [before + here.slice(1), (here[0] === here[1] ? costs.doubled : costs.extra) + first];
    if (here.length > 1) yield [before + here[1]! + here[0]! + here.slice(2), costs.swapped + first];
    for (const letter of letters) {
      if (here && !short)
        yield [before + letter + here.slice(1), (touching.get(here[0]!)!.includes(letter) ? costs.nextKey : costs.wrong) + first];
      yield [before + letter + here, costs.dropped + first];
    }
  }
}
