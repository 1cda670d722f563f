import { counted, lexicon, withConcepts } from '../engine/features';
import { tidy } from '../engine/tidy';
import type { Ranker } from '../engine/types';
import type { Knowledge } from './knowledge';
import { learn } from './learn';

/** Features kept: those whose weights say most. */
const most = 40_000;

/** Chosen on asks kept out of the learning: a higher one holds too fast to single asks. */
const cost = 1;

/** Trains the ranker from the asks, with at most `cap` features: the same knowledge gives the same ranker to the byte. */
export function train(knowledge: Learnt, cap = most): Ranker {
  const samples = saidOf(knowledge).map(([id, line]) => ({ id, words: tidy(line, knowledge.spelling).tokens }));
  const concepts = phrases(knowledge.concepts, knowledge.spelling);
  const looked = lexicon(concepts);
  const learnt = learn(
    samples.map(({ id, words }) => ({ of: [id], seen: counted(withConcepts(words, looked)) })),
    { most: cap, cost },
  );
  return { ...learnt, concepts, words: wordsOf(samples.map(({ words }) => words)) };
}

/** What is learnt from: how people ask, and the near misses that editors noted, each for the topic it really means. */
export type Learnt = Pick<Knowledge, 'asks' | 'concepts' | 'spelling' | 'national'>;

/** All that the ranker is made of beside the code, as text: while it is the same, so is the ranker. */
export function madeOf(knowledge: Learnt): string {
  return JSON.stringify([saidOf(knowledge), knowledge.concepts, knowledge.spelling]);
}

function saidOf({ asks, national }: Learnt): (readonly [id: string, line: string])[] {
  const misses = [...national.values()].flatMap(({ written }) => written.near_misses.map(({ say, means }) => [means, say] as const));
  return [...[...asks].flatMap(([id, lines]) => lines.map((line) => [id, line] as const)), ...misses];
}

// The lexicon is written by concept; the engine looks up by phrase.
function phrases(concepts: Knowledge['concepts'], spelling: Knowledge['spelling']): Record<string, string[]> {
  const byPhrase: Record<string, string[]> = {};
  for (const [concept, names] of Object.entries(concepts)) {
    for (const name of names) {
      const phrase = tidy(name, spelling).tokens.join(' ');
      if (phrase && !byPhrase[phrase]?.includes(concept)) byPhrase[phrase] = [...(byPhrase[phrase] ?? []), concept];
    }
  }
  return Object.fromEntries(Object.entries(byPhrase).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function wordsOf(samples: readonly (readonly string[])[]): string {
  const counts = new Map<string, number>();
  for (const words of samples) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join(' ');
}
