import { fill } from './fill';
import type { Aspect } from './followUp';
import { sentencesOf } from './sentences';
import type { Kit, Part, Reply } from './types';

const tells: Readonly<Record<'how-much' | 'how-long', RegExp>> = {
  'how-much': /£|\bfree\b|\bpay nothing\b|%/u,
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
