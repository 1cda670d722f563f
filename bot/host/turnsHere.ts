import { turnWith } from '../engine/turn';
import type { Calendar, Memory, Said, Turn } from '../engine/types';
import type { Held, Kits } from './kits.node';

/** Works out one turn from what is remembered, what was said, and the time (milliseconds since 1970). */
export type TakeTurn = (before: Memory, said: Said, now: number) => Turn | Promise<Turn>;

/** Turns worked out at once, on the thread that asks. */
export function turnsHere(kits: Kits, readDays?: Calendar['readDays']): (...asked: Parameters<TakeTurn>) => Turn {
  return (before, said, now) => turnWith((council) => heldFor(council, kits).kit, before, said, now, readDays);
}

/** What is held for a council. A kit that cannot even be looked for is none: the crisis step needs none. */
export function heldFor(council: string | undefined, kits: Kits): Held {
  try {
    return kits.for(council);
  } catch {
    return { kit: null, sound: false };
  }
}
