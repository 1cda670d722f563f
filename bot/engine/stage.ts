import type { Calendar, Kit, Memory, Tidied, When } from './types';

/** What a step of a dialog needs: the kit, the person, the moment and the message. */
export interface Stage {
  readonly kit: Kit;
  readonly memory: Memory;
  readonly now: number;
  readonly tidied: Tidied;
  readonly calendar: Calendar;
}

/** True when every pick is one of those named. */
export function holds(when: When | undefined, picked: Readonly<Record<string, string>>): boolean {
  return Object.entries(when ?? {}).every(([key, values]) => values.includes(picked[key] ?? ''));
}
