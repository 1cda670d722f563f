const letters = 'abcdefghijklmnopqrstuvwxyz';
const shortest = 4;
const longest = 20;

/**
 * The known word that a misspelt one most likely is: one slip away (a letter wrong, missing, extra or swapped), the commonest
 * first. Known, short, very long and hopeless words come back as they are, and so does any word for which `keep` says so.
 */
export function correct(word: string, rank: ReadonlyMap<string, number>, keep: (word: string) => boolean): string {
  if (word.length < shortest || word.length > longest || rank.has(word) || keep(word) || !/^[a-z]+$/u.test(word)) return word;
  let best = word;
  let bestRank = Infinity;
  for (const near of slips(word)) {
    const found = rank.get(near);
    if (found !== undefined && found < bestRank && !keep(near)) [best, bestRank] = [near, found];
  }
  return best;
}

function* slips(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i);
    const here = word.slice(i);
    if (here) yield before + here.slice(1);
    if (here.length > 1) yield before + here[1]! + here[0]! + here.slice(2);
    for (const letter of letters) {
      if (here) yield before + letter + here.slice(1);
      yield before + letter + here;
    }
  }
}
