import { safeReply } from '../engine/helpNow';
import { safety, turnWith } from '../engine/turn';
import type { Memory, Reply, Said, Turn } from '../engine/types';
import type { Kits } from '../host/kits.node';
import type { MemoryStore } from '../host/memory.node';

/** What every channel needs: the kits, a memory, the time, and somewhere to count (never text). */
export interface Room {
  readonly kits: Kits;
  readonly memory: MemoryStore;
  readonly clock: () => number;
  readonly count: (reply: Reply, channel: Said['channel']) => void;
}

/** Answers one message of one person. Never rejects: whatever fails, the reply is the safe one. */
export type Talk = (who: string, said: Said) => Promise<Reply>;

/** Joins memory, engine and kits. Messages of one person are answered one after another, in the order they came. */
export function createTalk(room: Room): Talk {
  const waiting = new Map<string, Promise<Reply>>();
  return (who, said) => {
    const mine = (waiting.get(who) ?? Promise.resolve()).then(() => answerOne(room, who, said));
    waiting.set(who, mine);
    void mine.finally(() => waiting.get(who) === mine && waiting.delete(who));
    return mine;
  };
}

async function answerOne({ kits, memory, clock, count }: Room, who: string, said: Said): Promise<Reply> {
  const now = clock();
  const before = await memory.get(who, now).catch((): Memory => ({}));
  let turned: Turn;
  try {
    turned = turnWith((council) => kits.for(council).kit, before, said, now);
  } catch {
    turned = { reply: { ...safeReply(before, now, safety), why: { rule: 'failed' } }, memory: before };
  }
  await memory.put(who, turned.memory, now).catch(() => undefined);
  const reply = kitIsSound(kits, turned.memory.council) ? turned.reply : withWarning(turned, now);
  try {
    count(reply, said.channel);
  } catch {
    // A counter that fails must never cost a person their answer.
  }
  return reply;
}

function kitIsSound(kits: Kits, council: string | undefined): boolean {
  try {
    return kits.for(council).sound;
  } catch {
    return false;
  }
}

// Answering from memory because the kit's file is gone or broken: say so, and say who can be rung.
function withWarning({ reply, memory }: Turn, now: number): Reply {
  if (reply.kind === 'help-now' || reply.why.rule === 'failed' || reply.why.rule === 'no kit') return reply;
  const warning = safeReply(memory, now, safety).parts;
  return {
    ...reply,
    parts: [...reply.parts, ...warning],
    brief: [...reply.brief.slice(0, 1), ...warning.slice(1), ...reply.brief.slice(1)],
  };
}
