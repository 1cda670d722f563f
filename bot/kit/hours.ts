import { z } from 'zod';
import type { Hours } from '../engine/types';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as "08:45"');

const schedule = z
  .strictObject({
    byday: z.string().regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/u, 'days such as "MO,TU,WE"'),
    opens_at: time,
    closes_at: time,
  })
  .refine((s) => s.opens_at < s.closes_at, 'a closing time after the opening time; hours over midnight are two rows');

/** Opening hours in Open Referral UK's words: "always", "unknown", or a list of schedules. */
export const schedules = z.union([z.literal('always'), z.literal('unknown'), z.array(schedule).min(1)], {
  errorMap: () => ({ message: '"always", "unknown" or a list of {byday, opens_at, closes_at}' }),
});

/** Schedules as the engine reads them: weekdays 1 to 7 and minutes after midnight. */
export function hoursOf(written: z.infer<typeof schedules>): Hours {
  if (typeof written === 'string') return written;
  return written.map((s) => ({
    days: s.byday.split(',').map((d) => weekdays.indexOf(d) + 1),
    opens: minutes(s.opens_at),
    closes: minutes(s.closes_at),
  }));
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
