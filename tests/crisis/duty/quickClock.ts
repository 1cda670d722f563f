import type { LondonTime } from '../../../bot/engine/london';

// Asking the platform for the time of a million minutes takes longer than all the rest. So it is asked for the first and the
// last minute of each hour, and for every minute of an hour whose ends are not 59 minutes of one day apart.
const real = jest.requireActual<typeof import('../../../bot/engine/london')>('../../../bot/engine/london');
const hour = 3_600_000;

let asked = Number.NaN;
let answer: LondonTime;
let from = Number.NaN;
let first: LondonTime;
let even = false;

/** The engine's clock, with the minutes inside an even hour counted. */
export function london(now: number): LondonTime {
  if (now === asked) return answer;
  const starts = Math.floor(now / hour) * hour;
  if (starts !== from) {
    first = real.london(starts);
    const last = real.london(starts + hour - 1);
    even = last.minute - first.minute === 59 && last.date === first.date && last.weekday === first.weekday && last.year === first.year;
    from = starts;
  }
  asked = now;
  answer = even ? { ...first, minute: first.minute + Math.floor((now - starts) / 60_000) } : real.london(now);
  return answer;
}

export const inWords = real.inWords;
