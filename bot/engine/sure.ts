import type { Ranked, Tidied, Understood } from './types';

// Weights and limits were fitted on asks that the ranker had not been trained on, and on the development questions; what
// they cost and gain on questions kept aside is printed by `npm run figures`.

/** From here on an act (a greeting, thanks) is taken as one. */
export const sureAct = -0.5;
/** Below this a message is not ours to answer. */
export const belongs = 0.25;
/** From this chance of being right on the best topic is answered alone. */
export const certain = 0.9;
/** From this chance on it is answered with its rivals offered beside it; below, the best three are offered. */
export const likely = 0.38;

/** From this chance on a question among several, or beside a crisis, counts as asked. */
export const plain = 0.8;

/** A word that was never seen counts against the best score by this much of the whole message. */
const unknownWeighs = 0.8;

/** How sure the ranking is of its first: its score, less for words never seen. */
export function sureness({ ranked, known }: Pick<Understood, 'ranked' | 'known'>): number {
  return (ranked[0]?.score ?? -Infinity) - unknownWeighs * (1 - known);
}

type Read = Pick<Understood, 'ranked' | 'known'>;

/** The chance, from 0 to 1, that the best of these topics is what was asked: its score, the lead over the second, words never seen, and length. */
export function chance({ ranked, known }: Read, { tokens }: Pick<Tidied, 'tokens'>): number {
  const { top, second, lead } = best(ranked);
  const sum = 1.3 + 1.53 * top - 0.79 * second + 2.25 * lead + 0.11 * known - 0.56 * Math.log(1 + tokens.length);
  return 1 / (1 + Math.exp(-sum));
}

/** How much a message looks like one of ours: the best topics against "out of scope", words never seen, and length. */
export function belonging({ ranked, known }: Read, { tokens }: Pick<Tidied, 'tokens'>): number {
  const outside = ranked.find((r) => r.id === 'out-of-scope')?.score ?? -1;
  const { top, second, lead } = best(ranked.filter((r) => r.id !== 'out-of-scope'));
  return -3.4 + 1.74 * top + 1.16 * second + 0.82 * lead + 1.62 * known + 0.5 * Math.log(1 + tokens.length) - 3.63 * outside;
}

/** A lead beyond this says no more. */
const farAhead = 1;

function best([first, next]: readonly Ranked[]): { top: number; second: number; lead: number } {
  const top = first?.score ?? -1;
  const second = next?.score ?? -1;
  return { top, second, lead: Math.min(top - second, farAhead) };
}
