import type { Tidied, Understood } from './types';

// Weights and limits were fitted on asks that the ranker had not been trained on, and on the development questions; what
// they cost and gain on questions kept aside is printed by `npm run figures`.

/** From here on the best topic is answered; below, the best three are offered. */
const sureEnough = -0.4;
/** From here on an act (a greeting, thanks) is taken as one. */
export const sureAct = -0.5;
/** Below this a message is not ours to answer. */
export const belongs = -2;

/** The lead over the second that a best topic needs; one as high as `certain` needs none. */
const clearLead = 0.1;
const certain = 0.2;

/** Whether the best topic may be answered, or the best three have to be offered. */
export function isClear(meant: Pick<Understood, 'ranked' | 'known'>): boolean {
  const [best, second] = meant.ranked;
  const sure = sureness(meant);
  return sure >= certain || (sure >= sureEnough && (best?.score ?? 0) - (second?.score ?? -1) >= clearLead);
}

/** A word that was never seen counts against the best score by this much of the whole message. */
const unknownWeighs = 0.8;

/** How sure the ranking is of its first: its score, less for words never seen. */
export function sureness({ ranked, known }: Pick<Understood, 'ranked' | 'known'>): number {
  return (ranked[0]?.score ?? -Infinity) - unknownWeighs * (1 - known);
}

/** How much a message looks like one of ours: the best topic against "out of scope", the lead over the second, words never seen, and length. */
export function belonging({ ranked, known }: Pick<Understood, 'ranked' | 'known'>, { tokens }: Pick<Tidied, 'tokens'>): number {
  const outside = ranked.find((r) => r.id === 'out-of-scope')?.score ?? -1;
  const [best, second] = ranked.filter((r) => r.id !== 'out-of-scope');
  const top = best?.score ?? -1;
  const lead = top - (second?.score ?? -1);
  return 2.35 * top - 0.85 * lead - 2.6 * outside - 1.74 * (1 - known) + 0.76 * Math.log(1 + tokens.length) - 2.89;
}
