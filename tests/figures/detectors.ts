import { findCrisis } from '../../bot/engine/crisis';
import { suspect } from '../../bot/engine/suspect';
import { tidy } from '../../bot/engine/tidy';
import { safety } from '../../bot/engine/turn';
import { shareOf, type Share } from './statistics';

/** What fires on a message: the rules, the detector learnt from messages, or either. */
export const detectors = ['rules', 'learnt', 'either'] as const;
export type Detector = (typeof detectors)[number];
export type Apart = Readonly<Record<Detector, Share>>;

/** The share of messages on which each of the two detectors fires, and either. */
export function apart(rows: readonly { readonly text: string }[]): Apart {
  const seen = rows.map(({ text }) => {
    const tidied = tidy(text, safety.spelling);
    const fired = { rules: findCrisis(tidied, safety) !== null, learnt: suspect(tidied, safety).crisis };
    return { ...fired, either: fired.rules || fired.learnt };
  });
  return Object.fromEntries(detectors.map((one) => [one, shareOf(seen, (fired) => fired[one])])) as Record<Detector, Share>;
}
