import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type * as polyfill from 'temporal-polyfill';
import { isOpen, onDuty } from '../../bot/engine/duty';
import { safety } from '../../bot/engine/turn';
import type { Hours } from '../../bot/engine/types';

const source = readFileSync('node_modules/temporal-polyfill/global.js', 'utf8');
const { Temporal } = runInNewContext(`${source};globalThis`) as typeof polyfill;
const timeZone = 'Europe/London';

const minute = 60_000;
const office: Hours = [
  { days: [1, 2, 3, 4], opens: 525, closes: 1040 },
  { days: [5], opens: 525, closes: 980 },
];

const openAnotherWay = (hours: Exclude<Hours, string>, now: number): boolean => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (minutes: number) => today.toPlainDateTime().add({ minutes }).toZonedDateTime(timeZone).epochMilliseconds;
  return (
    !safety.bankHolidays.includes(today.toString()) &&
    hours.some(({ days, opens, closes }) => days.includes(today.dayOfWeek) && at(opens) <= now && now < at(closes))
  );
};

const known = [...Object.values(safety.councils).flatMap((b) => b.day), ...Object.values(safety.helplines)].flatMap(({ name, hours }) =>
  typeof hours === 'string' ? [] : [[name, hours] as const],
);

test.each([['an office', office] as const, ...known])('%s is open when its hours, laid out on a calendar, say so', (_, hours) => {
  const from = Temporal.PlainDate.from(`${Math.min(...safety.bankHolidayYears)}-01-01`);
  const days = fc.nat({ max: 365 * safety.bankHolidayYears.length - 1 });
  const anyMinute = fc.nat({ max: 1439 });
  const edge = fc.constantFrom(...hours.flatMap((h) => [h.opens - 1, h.opens, h.closes - 1, h.closes]));
  const moment = fc
    .tuple(days, fc.oneof(anyMinute, edge))
    .map(([d, minutes]) => from.add({ days: d }).toPlainDateTime().add({ minutes }).toZonedDateTime(timeZone).epochMilliseconds);
  fc.assert(
    fc.property(moment, (now) => {
      expect(isOpen(hours, now, safety)).toBe(openAnotherWay(hours, now));
    }),
    { numRuns: 500 },
  );
});

test.each(['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'])(
  'a line open all day on %s is open from midnight to midnight',
  (date) => {
    const day = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
    const allSunday: Hours = [{ days: [7], opens: 0, closes: 1440 }];
    const minutes = Array.from({ length: 27 * 60 }, (_, i) => day.epochMilliseconds - 60 * minute + i * minute);
    expect(minutes.filter((now) => isOpen(allSunday, now, safety))).toHaveLength(day.hoursInDay * 60);
  },
);

const easter = (year: number) => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
};

const mondayOnOrAfter = (date: string) => {
  const day = Temporal.PlainDate.from(date);
  return day.add({ days: (8 - day.dayOfWeek) % 7 });
};

const holidaysAnotherWay = (year: number): string[] => {
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`].map((date) => Temporal.PlainDate.from(date));
  const mondays = [`${year}-05-01`, `${year}-05-25`, `${year}-08-25`].map(mondayOnOrAfter);
  const found = new Set([...fixed, ...mondays, easter(year).subtract({ days: 2 }), easter(year).add({ days: 1 })].map(String));
  for (const day of fixed.filter((d) => d.dayOfWeek > 5)) {
    let instead = day;
    while (instead.dayOfWeek > 5 || found.has(instead.toString())) instead = instead.add({ days: 1 });
    found.add(instead.toString());
  }
  return [...found].sort();
};

test.each(safety.bankHolidayYears)('the bank holidays of %i are those that the calendar gives England', (year) => {
  expect(safety.bankHolidays.filter((date) => date.startsWith(String(year))).sort()).toEqual(holidaysAnotherWay(year));
});

const anyTime = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2029-12-31T00:00:00Z') });

test.each(Object.entries(safety.councils))('%s has a number to ring at any moment', (_, real) => {
  fc.assert(fc.property(anyTime, (now) => expect(onDuty(real, now, safety)?.call.phone).toMatch(/\d{3}/u)));
});
