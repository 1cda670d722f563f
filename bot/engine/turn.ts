import { findCrisis } from './crisis';
import { councilPicked, decide } from './decide';
import { helpNow, reminder, safeReply } from './helpNow';
import safetyData from './safety.data.json';
import { tidy } from './tidy';
import type { Kit, Memory, Reply, Safety, Said, Turn } from './types';
import { understand } from './understand';

/** Crisis rules, fixed replies and duty numbers: part of the program, so that no missing file can take them away. */
export const safety = safetyData as unknown as Safety;

const crisisWords = new Set(safety.crisisWords);

/**
 * The path of one message: tidy, crisis, understand, decide. `now` is in milliseconds since 1970; `kit` is null when none
 * could be read. Never throws: whatever fails after the crisis step, the reply is the safe one.
 */
export function turn(kit: Kit | null, before: Memory, said: Said, now: number): Turn {
  const memory: Memory = { ...before, ...(said.council && { council: said.council }), ...(said.reader && { reader: said.reader }) };
  try {
    const tidied = tidy(said.text, safety.spelling);
    const crisis = findCrisis(tidied, safety);
    if (crisis) {
      const words = helpNow(crisis, memory, now, safety);
      return {
        reply: { ...words, why: { rule: crisis.rule, tokens: tidied.tokens } },
        memory: { ...memory, crisis: crisis.category, misses: 0 },
      };
    }
    if (!kit) return broken(memory, now, 'no kit');
    const meant = understand(tidied, kit, memory, labels(kit, memory), (word) => crisisWords.has(word));
    const turned = decide(meant, tidied, kit, memory, now);
    return memory.crisis ? inCrisis(turned, memory, now) : turned;
  } catch (error) {
    return broken(memory, now, error instanceof Error ? error.message : String(error));
  }
}

// What the last reply offered to choose from: topics, or the councils where an answer asked which.
function labels(kit: Kit, { offered, topic, council }: Memory): string[] {
  if (offered) return offered.map((id) => kit.entries[id]?.title ?? id);
  return topic && !council ? kit.councils.map((c) => c.shortName) : [];
}

// The thread stays in help mode until the person asks something else; then the number is said once more.
function inCrisis(turned: Turn, before: Memory, now: number): Turn {
  const category = before.crisis!;
  const movedOn = turned.reply.kind === 'answer' || turned.reply.kind === 'which';
  if (!movedOn) {
    const memory = { ...before, ...(turned.memory.council && { council: turned.memory.council }) };
    return { reply: { ...helpNow({ category, rule: '' }, memory, now, safety), why: { rule: `still ${category}` } }, memory };
  }
  const once = { role: 'notice' as const, text: reminder(category, turned.memory, now, safety) };
  const { crisis: _, ...memory } = turned.memory;
  const sources = turned.reply.parts.filter((p) => p.role === 'source');
  const said = turned.reply.parts.filter((p) => p.role !== 'source');
  const [first, ...rest] = turned.reply.brief;
  const reply: Reply = { ...turned.reply, parts: [...said, once, ...sources], brief: [...(first ? [first] : []), once, ...rest] };
  return { reply, memory };
}

function broken(memory: Memory, now: number, rule: string): Turn {
  return { reply: { ...safeReply(memory, now, safety), why: { rule } }, memory };
}

/** One turn with the right kit: when the message itself names another council, that council's kit answers it. */
export function turnWith(kitFor: (council: string | undefined) => Kit | null, memory: Memory, said: Said, now: number): Turn {
  const council = said.council ?? memory.council;
  const kit = kitFor(council);
  const turned = turn(kit, memory, said, now);
  const named = turned.memory.council;
  if (named === council || named === undefined || turned.reply.kind === 'help-now') return turned;
  // "1" where councils were offered means that council's name.
  const text = turned.reply.why.rule === councilPicked ? (kit?.councils.find((c) => c.id === named)?.shortName ?? said.text) : said.text;
  return turn(kitFor(named), { ...memory, council: named }, { ...said, text, council: named }, now);
}
