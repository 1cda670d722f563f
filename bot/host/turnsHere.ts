import { turnWith } from '../engine/turn';
import type { Calendar, Kit, Memory, Said, Turn } from '../engine/types';
import type { Kits } from './kits.node';

/** Works out one turn from what is remembered, what was said, and the time (milliseconds since 1970). */
export type TakeTurn = (before: Memory, said: Said, now: number) => Turn | Promise<Turn>;

/** Turns worked out at once, on the thread that asks. */
export function turnsHere(kits: Kits, readDays?: Calendar['readDays']): (...asked: Parameters<TakeTurn>) => Turn {
  return (before, said, now) => turnWith((council) => kitFor(kits, council), before, said, now, readDays);
}

// A kit that cannot even be looked for is none: the crisis step needs none.
function kitFor(kits: Kits, council: string | undefined): Kit | null {
  try {
    return kits.for(council).kit;
  } catch {
    return null;
  }
}
