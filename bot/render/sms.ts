import type { Part, Reply } from '../engine/types';
import { say, words } from '../words';
import { plainForSms, segmentsOf } from './segments';

/** Segments that a text message may cost: a crisis may take one more, and letters that are not Latin need twice the room. */
const mostSegments = { usual: 2, crisis: 3, otherScript: 4 };

/**
 * A reply as one text message: the first that smsPages gives, or the one that reply.page names. With a link, the way to the
 * page is given beside Reply MORE where it fits.
 */
export function asSms(reply: Reply, link?: string): string {
  const text = pageOf(reply, reply.page ?? 0) ?? say('sms-no-more');
  if (!link || !text.endsWith(more())) return text;
  const linked = `${text.slice(0, -more().length)} ${words.t('sms-more-link', { link })}`;
  return fits(linked, reply) ? linked : text;
}

/**
 * A reply as text messages: the one that is sent, then those that MORE gives, in order. Only whole parts move to the next;
 * a part too long for one message is parted between sentences. Help in a crisis is one message, and its first part is whole.
 */
export function smsPages(reply: Reply): readonly string[] {
  return [...pagesOf(reply)];
}

function pageOf(reply: Reply, page: number): string | null {
  let at = 0;
  for (const text of pagesOf(reply)) if (at++ === page) return text;
  return null;
}

// Most of them are never asked for, so none is made before it is.
function* pagesOf(reply: Reply): Generator<string> {
  const parts = reply.brief.map((p: Part) => plainForSms(p.text));
  const units = reply.kind === 'help-now' ? parts : parts.flatMap((part) => (fits(part, reply) ? [part] : sentences(part)));
  const { text, kept } = firstPage(reply, units);
  yield text;
  if (reply.kind === 'help-now') return;
  for (let rest = units.slice(kept); rest.length > 0;) {
    const page = longest(reply, rest, '', more(), 1) ?? { text: rest[0]!, kept: 1 };
    yield page.text;
    rest = rest.slice(page.kept);
  }
}

interface Page {
  readonly text: string;
  /** How many units it holds. */
  readonly kept: number;
}

function firstPage(reply: Reply, units: readonly string[]): Page {
  const mustOffer = reply.kind === 'which' || (reply.kind === 'dialog' && reply.choices.length > 0);
  // What else may have been meant or asked is offered where there is room for it beside the answer and the next step.
  const mayOffer = reply.kind === 'answer' && reply.topics.length > 1;
  const tail = mustOffer || mayOffer ? offer(reply, mustOffer ? 'sms-choices' : 'sms-or') : '';
  const alone = { text: (units[0] ?? '') + (mustOffer ? tail : ''), kept: 1 };
  if (mustOffer) return longest(reply, units, tail, more(), 1) ?? longest(reply, units, tail, '', 1) ?? alone;
  const ends = reply.kind === 'help-now' ? [''] : [more(), ''];
  // The answer and its next step are worth more than the words Reply MORE, which work unsaid.
  for (const fewest of [2, 1])
    for (const end of ends)
      for (const offered of fewest === 2 && tail ? [tail, ''] : ['']) {
        const page = longest(reply, units, offered, end, fewest);
        if (page) return page;
      }
  return alone;
}

// As many units as fit with what must follow them; `end` is said only when some are left for the next message.
function longest(reply: Reply, units: readonly string[], tail: string, end: string, fewest: number): Page | null {
  for (let kept = units.length; kept >= Math.min(fewest, units.length) && kept > 0; kept--) {
    const after = kept < units.length ? end : '';
    const text = units.slice(0, kept).join(' ') + tail + (tail && after ? '.' : '') + after;
    if (fits(text, reply)) return { text, kept };
  }
  return null;
}

function fits(text: string, reply: Reply): boolean {
  const usual = reply.kind === 'help-now' ? mostSegments.crisis : mostSegments.usual;
  const limit = /[\u0080-\u{10ffff}]/u.test(text) && /(?!\p{Script=Latin})\p{L}/u.test(text) ? mostSegments.otherScript : usual;
  return segmentsOf(text).segments <= limit;
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/u);
}

function more(): string {
  return ` ${say('sms-more')}`;
}

function offer(reply: Reply, lead: 'sms-choices' | 'sms-or'): string {
  return plainForSms(` ${say(lead)} ${reply.choices.map((choice, i) => `${i + 1} ${choice}`).join(', ')}`);
}
