import { turnWith } from '../engine/turn';
import { openKits } from '../host/kits.node';

/** Why a phrase is understood as it is: the rule, and the best topics with score and the features that counted most. */
export function why(phrase: string, council: string | undefined, now: number): string[] {
  const kits = openKits('build/kits');
  const { reply } = turnWith((id) => kits.for(id).kit, {}, { text: phrase, channel: 'web', ...(council && { council }) }, now);
  const { rule, ranked = [], tokens = [] } = reply.why;
  return [
    `"${phrase}" is read as: ${tokens.join(' ')}`,
    `${reply.kind}${reply.crisis ? ` (${reply.crisis})` : ''}, because: ${rule}`,
    ...ranked.map((r, i) => `${i + 1}. ${r.id.padEnd(26)} ${r.score.toFixed(2).padStart(6)}  ${r.because.join(' ')}`),
  ];
}
