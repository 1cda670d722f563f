import { fill } from './fill';
import type { Aspect } from './followUp';
import { sentencesOf } from './sentences';
import { pointedAt, touching } from './touching';
import type { Kit, Part, Reply } from './types';

const tells: Readonly<Record<'how-much' | 'how-long', RegExp>> = {
  'how-much': /£|\bfree\b|\bpay nothing\b|\bdo(?:es)? not pay\b|%/u,
  'how-long':
    /\bbirthday\b|\bturn(?:s|ed)? \d|\buntil\b|\bup to (?:the|your|their|you)\b|\bunder \d\d\b|\bweeks?\b|\bmonths?\b|\bdays?\b|\byears?\b/u,
};
const mostSentences = 3;

/** The same answer with what a follow-up asked said first. Where the answer does not hold it, the reply says so. */
export function focus(reply: Omit<Reply, 'why'>, aspect: Aspect, kit: Pick<Kit, 'says'>): Omit<Reply, 'why'> {
  const { parts } = reply;
  const of = (...roles: Part['role'][]): Part[] => parts.filter((p) => roles.includes(p.role));
  const rest = of('notice', 'source');
  if (aspect === 'all') return reply;
  if (aspect === 'short') return briefly(reply, null);
  if (aspect === 'who') return led(reply, [...of('who', 'next'), ...rest]);
  if (aspect === 'how') return led(reply, [...of('next', 'who'), ...of('what', 'council'), ...rest]);
  if (aspect === 'law') {
    const law = of('law');
    const first: Part[] = law.length ? law : [{ role: 'what', text: fill(kit.says['no-law']!, (name) => ({ title: reply.title })[name]) }];
    return led(reply, [...first, ...of('council', 'next', 'who'), ...rest]);
  }
  const held = telling(parts, tells[aspect]);
  if (held.length > 0) return led(reply, [...held, ...of('next', 'who'), ...rest]);
  const missing: Part = { role: 'what', text: fill(kit.says[`no-${aspect}`]!, (name) => ({ title: reply.title })[name]) };
  return led(reply, [missing, ...of('next', 'who'), ...rest]);
}

/**
 * The same answer with only what a follow-up touches on, and the way on; where a word of it points at a sentence, that and the
 * short answer; where it touches on nothing, the short answer, owning up.
 */
export function focusOn(reply: Omit<Reply, 'why'>, tokens: readonly string[], kit: Pick<Kit, 'says'>): Omit<Reply, 'why'> {
  const of = (...roles: Part['role'][]): Part[] => reply.parts.filter((p) => roles.includes(p.role));
  const first = touching(reply.parts, tokens);
  if (first.length) return led(reply, [...first, ...of('next', 'who', 'notice', 'source')]);
  const pointed = pointedAt(reply.parts, tokens);
  if (pointed.length) return led(reply, [...pointed, ...reply.brief, ...of('source')]);
  return briefly(reply, kit.says['no-more']!);
}

// The answer as a text message has it, with its sources: the whole of it was told a moment ago.
function briefly(reply: Omit<Reply, 'why'>, lead: string | null): Omit<Reply, 'why'> {
  const notice: Part[] = lead ? [{ role: 'notice', text: lead }] : [];
  const sources = reply.parts.filter((part) => part.role === 'source');
  return {
    ...reply,
    parts: [...notice, ...reply.brief, ...sources],
    brief: [...reply.brief.slice(0, 1), ...notice, ...reply.brief.slice(1)],
  };
}

// Whole sentences only, each under the heading it came from: a part is never cut inside a sentence.
function telling(parts: readonly Part[], sign: RegExp): Part[] {
  let left = mostSentences;
  return parts.flatMap((part): Part[] => {
    if (part.role !== 'what' && part.role !== 'law' && part.role !== 'council') return [];
    const kept = sentencesOf(part.text).filter((sentence) => sign.test(sentence)).slice(0, left); // prettier-ignore
    left -= kept.length;
    return kept.length ? [{ ...part, text: kept.join(' ') }] : [];
  });
}

function led(reply: Omit<Reply, 'why'>, parts: readonly Part[]): Omit<Reply, 'why'> {
  return { ...reply, parts, brief: parts.filter((p) => p.role !== 'source') };
}
