import type { Memory } from '../engine/types';

/** Idle time after which a person is forgotten, milliseconds (30 minutes). */
export const forgetAfter = 30 * 60_000;

/** People remembered at once; beyond it the one longest idle is forgotten, so that memory cannot be filled from outside. */
const mostRemembered = 20_000;

/** Where the few facts of a conversation are kept between messages. */
export interface MemoryStore {
  get(who: string, now: number): Promise<Memory>;
  put(who: string, memory: Memory, now: number): Promise<void>;
}

/** Keeps memories in this process only; nothing is written anywhere. */
export function inProcessMemory(): MemoryStore {
  const kept = new Map<string, { memory: Memory; at: number }>();
  return {
    async get(who, now) {
      const found = kept.get(who);
      return found && now - found.at < forgetAfter ? found.memory : {};
    },
    async put(who, memory, now) {
      kept.delete(who);
      kept.set(who, { memory, at: now });
      // Oldest first: a map keeps the order of insertion.
      for (const [other, { at }] of kept) {
        if (kept.size <= mostRemembered && now - at < forgetAfter) break;
        kept.delete(other);
      }
    },
  };
}
