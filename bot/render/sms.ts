import type { Part, Reply } from '../engine/types';
import { words } from '../words';
import { plainForSms, segmentsOf } from './segments';

/** Parts that a text message may cost: a crisis may take one more. */
const mostSegments = { usual: 2, crisis: 3 };

/** A reply as one text message. Whole parts are dropped from the end until it fits; the first is always kept. */
export function asSms(reply: Reply): string {
  const limit = reply.kind === 'help-now' ? mostSegments.crisis : mostSegments.usual;
  const tail = reply.kind === 'which' ? ` ${words.t('sms-choices')} ${reply.choices.map((c, i) => `${i + 1} ${c}`).join(', ')}` : '';
  for (let kept = reply.brief.length; kept > 1; kept--) {
    const text = joined(reply.brief.slice(0, kept)) + tail;
    if (segmentsOf(text).segments <= limit) return text;
  }
  return joined(reply.brief.slice(0, 1)) + tail;
}

function joined(parts: readonly Part[]): string {
  return plainForSms(parts.map((p) => p.text).join(' '));
}
