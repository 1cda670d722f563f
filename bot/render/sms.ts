import type { Part, Reply } from '../engine/types';
import { words } from '../words';
import { plainForSms, segmentsOf } from './segments';

/** Parts that a text message may cost: a crisis may take one more. */
const mostSegments = { usual: 2, crisis: 3 };

/** A reply as one text message. Whole parts are dropped from the end until it fits; the first is always kept. */
export function asSms(reply: Reply): string {
  const limit = reply.kind === 'help-now' ? mostSegments.crisis : mostSegments.usual;
  const mustOffer = reply.kind === 'which';
  // What else may have been meant or asked is offered where there is room for it beside the answer and the next step.
  const mayOffer = reply.kind === 'answer' && reply.topics.length > 1;
  const tail = mustOffer || mayOffer ? offer(reply, mustOffer ? 'sms-choices' : 'sms-or') : '';
  const longest = (more: string, fewest: number): string | null => {
    for (let kept = reply.brief.length; kept >= fewest; kept--) {
      const text = joined(reply.brief.slice(0, kept)) + more;
      if (segmentsOf(text).segments <= limit) return text;
    }
    return null;
  };
  const first = joined(reply.brief.slice(0, 1));
  if (mustOffer) return longest(tail, 1) ?? first + tail;
  return longest(tail, tail ? 2 : 1) ?? longest('', 1) ?? first;
}

function offer(reply: Reply, lead: 'sms-choices' | 'sms-or'): string {
  return ` ${words.t(lead)} ${reply.choices.map((choice, i) => `${i + 1} ${choice}`).join(', ')}`;
}

function joined(parts: readonly Part[]): string {
  return plainForSms(parts.map((p) => p.text).join(' '));
}
