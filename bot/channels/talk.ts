import { safeReply } from '../engine/helpNow';
import { safety } from '../engine/turn';
import { heldFor, turnsHere, type TakeTurn } from '../host/turnsHere';
import type { Memory, Reply, Said, Turn } from '../engine/types';
import type { Kits } from '../host/kits.node';
import type { MemoryStore } from '../host/memory.node';
import { inOrder } from './inOrder';

/** What every channel needs: the kits, a memory, the time, and somewhere to count (never text). */
export interface Room {
  readonly kits: Kits;
  readonly memory: MemoryStore;
  readonly clock: () => number;
  /** Works out a turn; on this thread when nothing else is given. */
  readonly take?: TakeTurn;
  readonly count: (reply: Reply, channel: Said['channel']) => void;
}

/** Answers one message of one person. Never rejects: whatever fails, the reply is the safe one. */
export type Talk = (who: string, said: Said) => Promise<Reply>;

/** Joins memory, engine and kits. Messages of one person are answered one after another, in the order they came. */
export function createTalk(room: Room): Talk {
  const ordered = inOrder();
  return (who, said) => ordered(who, () => answerOne(room, who, said).catch(() => lastResort(room, said)));
}

async function answerOne({ kits, memory, clock, count, take = turnsHere(kits) }: Room, who: string, said: Said): Promise<Reply> {
  const now = clock();
  const before = await orElse({}, () => memory.get(who, now));
  const kept: Memory = { ...before, ...(said.council && { council: said.council }) };
  let turned: Turn;
  try {
    turned = await take(before, said, now);
  } catch {
    turned = { reply: { ...safeReply(kept, now, safety), why: { rule: 'failed' } }, memory: kept };
  }
  await orElse(undefined, () => memory.put(who, turned.memory, now));
  const reply = heldFor(turned.memory.council, kits).sound ? turned.reply : withWarning(turned, now);
  try {
    count(reply, said.channel);
  } catch {
    // A counter that fails must never cost a person their answer.
  }
  return reply;
}

// Nothing that could fail is asked of the room any more.
function lastResort({ clock }: Room, { council }: Said): Reply {
  let now = Number.NaN;
  try {
    now = clock();
  } catch {
    // The safe reply needs no time.
  }
  return { ...safeReply(council ? { council } : {}, now, safety), why: { rule: 'failed' } };
}

async function orElse<T>(otherwise: T, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch {
    return otherwise;
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
