import type { DutyBook, Hours, Line, OnDuty } from './types';
import { london } from './london';

/** The bank holidays that hours depend on, and the years that the list covers. */
export interface Holidays {
  readonly bankHolidays: readonly string[];
  readonly bankHolidayYears: readonly number[];
}

/** Whether a line answers at a moment (milliseconds since 1970); null when that is not known. Bank holidays count as shut. */
export function isOpen(hours: Hours, now: number, holidays: Holidays): boolean | null {
  if (hours === 'always') return true;
  // A clock that tells no time tells nothing of hours; it must not cost a person the number.
  if (hours === 'unknown' || !isTime(now)) return null;
  const here = london(now);
  if (!holidays.bankHolidayYears.includes(here.year)) return null;
  if (holidays.bankHolidays.includes(here.date)) return false;
  return hours.some((h) => h.days.includes(here.weekday) && here.minute >= h.opens && here.minute < h.closes);
}

/** Who to ring in this council at this moment; null when the council has no number at all. */
export function onDuty({ day, outOfHours }: DutyBook, now: number, holidays: Holidays): OnDuty | null {
  const first = day[0];
  if (!first) return outOfHours ? { state: 'unknown', call: outOfHours, otherwise: null } : null;
  const opens = day.map((line) => isOpen(line.hours, now, holidays));
  if (opens.includes(true)) {
    const [call, ...more] = day.filter((_, i) => opens[i] !== false);
    return { state: 'open', call: call!, otherwise: another(call!, [...more, outOfHours]) };
  }
  if (!opens.includes(false)) {
    // Nothing is claimed of hours that are not known; but at night and at weekends the night team is named first.
    const call = outOfHours && nightOrWeekend(now, holidays) ? outOfHours : first;
    return { state: 'unknown', call, otherwise: another(call, [outOfHours, ...day]) };
  }
  if (outOfHours) return { state: 'shut', call: outOfHours, otherwise: null };
  return { state: 'unknown', call: first, otherwise: another(first, day) };
}

/** Minutes after midnight before which, and from which, no council office answers: 8 in the morning and 7 in the evening. */
const [earliest, latest] = [8 * 60, 19 * 60];

function isTime(now: number): boolean {
  return !Number.isNaN(new Date(now).getTime());
}

function nightOrWeekend(now: number, { bankHolidays }: Holidays): boolean {
  if (!isTime(now)) return false;
  const here = london(now);
  return here.weekday > 5 || here.minute < earliest || here.minute >= latest || bankHolidays.includes(here.date);
}

function another(call: Line, lines: readonly (Line | null)[]): Line | null {
  return lines.find((line) => line && line.phone !== call.phone) ?? null;
}
