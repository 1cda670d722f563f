import type { Channel, Memory, Tidied, Turn } from './types';

const asksMore = new Set(['more', 'more please', 'more pls', 'reply more']);

/** The next text message of the reply last given, when the message is MORE and there was one; else null. */
export function nextPage({ raw, tokens }: Tidied, memory: Memory, channel: Channel): Turn | null {
  const { told } = memory;
  if (channel !== 'sms' || !told || !asksMore.has(raw.join(' '))) return null;
  const again = { ...told, page: (told.page ?? 0) + 1 };
  return { reply: { ...again, parts: again.brief, why: { rule: 'more', tokens } }, memory: { ...memory, told: again } };
}

/** Remembers a reply by text message for MORE. Help in a crisis is always given whole, so there it forgets. */
export function keepForMore({ reply, memory }: Turn, channel: Channel): Turn {
  const { told: _, ...kept } = memory;
  if (channel !== 'sms' || reply.kind === 'help-now') return { reply, memory: kept };
  const { parts: __, why: ___, ...told } = reply;
  return { reply, memory: { ...kept, told } };
}
