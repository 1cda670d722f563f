import { safeReply } from '../../engine/helpNow';
import { safety } from '../../engine/turn';
import type { Memory, Part, Reply } from '../../engine/types';
import { words } from '../../words';

/** Said when the assistant comes into a chat, or is called with nothing asked: what it is, and questions to begin with. */
export function welcome(): Reply {
  const parts: Part[] = [
    { role: 'what', text: words.t('intro') },
    { role: 'notice', text: words.t('robot') },
    { role: 'notice', text: words.t('teams-kept') },
    { role: 'who', text: words.t('danger') },
  ];
  const choices = ['starter-1', 'starter-2', 'starter-3', 'starter-4'].map((key) => words.t(key));
  return { ...safeReply({}, Number.NaN, safety), kind: 'act', title: words.t('title'), parts, choices, why: { rule: 'welcome' } };
}

/** Said when nothing could be read: the reason, then 999, who is on duty and a listening line. */
export function cannotRead(reason: 'only-files' | 'unknown-button', now: number, memory: Memory = {}): Reply {
  const safe = safeReply(memory, now, safety);
  return { ...safe, parts: [{ role: 'what', text: words.t(`teams-${reason}`) }, ...safe.parts.slice(1)], why: { rule: reason } };
}

/** The safe reply, when all else failed. */
export function failed(now: number): Reply {
  return { ...safeReply({}, now, safety), why: { rule: 'failed' } };
}

/** The reply with a line more, before where it comes from. */
export function withNotice(reply: Reply, key: 'teams-shared' | 'teams-with-files'): Reply {
  const notice: Part = { role: 'notice', text: words.t(key) };
  const sources = reply.parts.filter(({ role }) => role === 'source');
  return { ...reply, parts: [...reply.parts.filter(({ role }) => role !== 'source'), notice, ...sources] };
}
