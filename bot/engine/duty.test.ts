import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type * as polyfill from 'temporal-polyfill';
import { isOpen, onDuty } from './duty';
import safetyData from './safety.data.json';
import type { DutyBook, Hours, Line, Safety } from './types';

const safety = safetyData as unknown as Safety;

const source = readFileSync('node_modules/temporal-polyfill/global.js', 'utf8');
const { Temporal } = runInNewContext(`${source};globalThis`) as typeof polyfill;
const timeZone = 'Europe/London';

const minute = 60_000;
const office: Hours = [
  { days: [1, 2, 3, 4], opens: 525, closes: 1040 },
  { days: [5], opens: 525, closes: 980 },
];
const inLondon = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds;

test.each([
  ['Thursday, a minute before it opens', '2026-11-19T08:44', false],
  ['Thursday, as it opens', '2026-11-19T08:45', true],
  ['Thursday, a minute before it shuts', '2026-11-19T17:19', true],
  ['Thursday, as it shuts', '2026-11-19T17:20', false],
  ['Friday afternoon', '2026-11-20T16:20', false],
  ['Saturday', '2026-11-21T12:00', false],
  ['the Friday before the clocks go on', '2026-03-27T08:45', true],
  ['the Monday after the clocks go on', '2026-03-30T08:45', true],
  ['the Monday after the clocks go on, too early', '2026-03-30T08:44', false],
  ['the Monday after the clocks go back', '2026-10-26T08:45', true],
  ['the Monday after the clocks go back, too early', '2026-10-26T08:44', false],
  ['Good Friday', '2026-04-03T11:00', false],
  ['the Monday that stands in for Boxing Day', '2026-12-28T11:00', false],
  ['the day after it', '2026-12-29T11:00', true],
])('an office on %s (%s) is open: %s', (_, wall, open) => {
  expect(isOpen(office, inLondon(wall), safety)).toBe(open);
});

test.each(['2024-12-31T11:00', '2029-01-02T11:00'])(
  'in %s, a year whose bank holidays are not known, hours are not known either',
  (wall) => {
    expect(isOpen(office, inLondon(wall), { bankHolidays: [], bankHolidayYears: [2025, 2026, 2027, 2028] })).toBeNull();
  },
);

test('unknown hours are never called open or shut, and "always" is always open', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      expect(isOpen('unknown', now, safety)).toBeNull();
      expect(isOpen('always', now, safety)).toBe(true);
    }),
  );
});

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

const night = Date.parse('2026-11-21T02:00:00Z');
const hoursBy: Readonly<Record<string, Hours>> = { open: 'always', shut: office, unknown: 'unknown' };
const line = (name: string, hours: Hours): Line => ({ name, phone: `number of ${name}`, hours });
const book = (first: string, second: string, out: string): DutyBook => ({
  name: 'A Council',
  shortName: 'A',
  day: [...(first === 'none' ? [] : [line('first', hoursBy[first]!)]), ...(second === 'none' ? [] : [line('second', hoursBy[second]!)])],
  outOfHours: out === 'none' ? null : line('night', 'unknown'),
});

test.each([
  ['none', 'none', 'night', 'unknown', 'night', null],
  ['open', 'none', 'none', 'open', 'first', null],
  ['open', 'none', 'night', 'open', 'first', 'night'],
  ['open', 'open', 'night', 'open', 'first', 'second'],
  ['open', 'unknown', 'night', 'open', 'first', 'second'],
  ['open', 'shut', 'night', 'open', 'first', 'night'],
  ['open', 'shut', 'none', 'open', 'first', null],
  ['shut', 'none', 'none', 'unknown', 'first', null],
  ['shut', 'none', 'night', 'shut', 'night', null],
  ['shut', 'open', 'night', 'open', 'second', 'night'],
  ['shut', 'unknown', 'night', 'shut', 'night', null],
  ['shut', 'shut', 'night', 'shut', 'night', null],
  ['shut', 'shut', 'none', 'unknown', 'first', 'second'],
  ['unknown', 'none', 'none', 'unknown', 'first', null],
  ['unknown', 'none', 'night', 'unknown', 'night', 'first'],
  ['unknown', 'open', 'night', 'open', 'first', 'second'],
  ['unknown', 'unknown', 'night', 'unknown', 'night', 'first'],
  ['unknown', 'unknown', 'none', 'unknown', 'first', 'second'],
  ['unknown', 'shut', 'night', 'shut', 'night', null],
  ['unknown', 'shut', 'none', 'unknown', 'first', 'second'],
])('first line %s, second %s, out of hours %s: state %s, ring %s, then %s', (first, second, out, state, call, otherwise) => {
  const duty = onDuty(book(first, second, out), night, safety);
  expect([duty?.state, duty?.call.name, duty?.otherwise?.name ?? null]).toEqual([state, call, otherwise]);
});

test.each([
  ['on a weekday at 11', '2026-11-23T11:00:00Z', 'first', 'night'],
  ['on a weekday at 18.59', '2026-11-23T18:59:00Z', 'first', 'night'],
  ['on a weekday at 19.00', '2026-11-23T19:00:00Z', 'night', 'first'],
  ['on a weekday at 7.59', '2026-11-23T07:59:00Z', 'night', 'first'],
  ['on a weekday at 8.00', '2026-11-23T08:00:00Z', 'first', 'night'],
  ['at 8.30 in summer time', '2026-07-06T07:30:00Z', 'first', 'night'],
  ['on a Friday at noon', '2026-11-20T12:00:00Z', 'first', 'night'],
  ['on a Saturday at noon', '2026-11-21T12:00:00Z', 'night', 'first'],
  ['on a Sunday at noon', '2026-11-22T12:00:00Z', 'night', 'first'],
  ['on Christmas Day', '2026-12-25T12:00:00Z', 'night', 'first'],
])('with unknown hours, %s, the fitting team is named first and nothing is said to be open', (_, now, call, otherwise) => {
  const duty = onDuty(book('unknown', 'none', 'night'), Date.parse(now), safety);
  expect([duty?.state, duty?.call.name, duty?.otherwise?.name]).toEqual(['unknown', call, otherwise]);
});

// Moments that no calendar has: a clock that is broken must not cost a person the number.
const noTimes = [Number.NaN, Infinity, -Infinity, 1e20];

test.each(noTimes)('at %p, which is no time, no hours are known', (now) => {
  expect(isOpen(office, now, safety)).toBeNull();
  expect(isOpen('unknown', now, safety)).toBeNull();
  expect(isOpen('always', now, safety)).toBe(true);
});

test.each(noTimes)('at %p, which is no time, the first day line is named and nothing is said to be open or shut', (now) => {
  const told = (any: DutyBook) => {
    const duty = onDuty(any, now, safety);
    return [duty?.state, duty?.call.name, duty?.otherwise?.name ?? null];
  };
  expect(told(book('shut', 'shut', 'night'))).toEqual(['unknown', 'first', 'night']);
  expect(told(book('unknown', 'none', 'none'))).toEqual(['unknown', 'first', null]);
  expect(told(book('none', 'none', 'night'))).toEqual(['unknown', 'night', null]);
});

test('the last moment that a calendar has is still a time', () => {
  const everyDay: Hours = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 1440 }];
  expect(isOpen(everyDay, 8.64e15, { bankHolidays: [], bankHolidayYears: [275_760] })).toBe(true);
});

test('where two lines have one number, the next other number is named second', () => {
  const [a, b, c] = ['x', 'y', 'z'].map((name, i) => ({ name, phone: i < 2 ? '1' : '2', hours: 'always' as const }));
  const both: DutyBook = { name: 'A Council', shortName: 'A', day: [a!, b!], outOfHours: c! };
  expect(onDuty(both, night, safety)?.otherwise?.name).toBe('z');
  expect(onDuty({ ...both, outOfHours: a! }, night, safety)?.otherwise).toBeNull();
});

test('a line of several openings is open in each of them, and on a day of none it is shut', () => {
  const lunch: Hours = [
    { days: [1, 3], opens: 540, closes: 720 },
    { days: [1], opens: 780, closes: 1020 },
  ];
  const open = (wall: string) => isOpen(lunch, inLondon(wall), safety);
  expect(['2026-11-23T11:59', '2026-11-23T12:30', '2026-11-23T13:00', '2026-11-25T13:00', '2026-11-24T11:00'].map(open)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(isOpen([], night, safety)).toBe(false);
});

test('a council with no number at all has nobody on duty', () => {
  expect(onDuty(book('none', 'none', 'none'), night, safety)).toBeNull();
});

const anyHours = fc.constantFrom<Hours>('always', 'unknown', office, []);
const anyLine = fc.record({ name: fc.constantFrom('x', 'y'), phone: fc.constantFrom('1', '2'), hours: anyHours });
const anyBook = fc.record({
  name: fc.constant('A'),
  shortName: fc.constant('A'),
  day: fc.array(anyLine, { maxLength: 3 }),
  outOfHours: fc.option(anyLine),
});
const anyTime = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2029-12-31T00:00:00Z') });

test('nobody is told to ring the same number twice', () => {
  fc.assert(
    fc.property(anyBook, anyTime, (any, now) => {
      const duty = onDuty(any, now, safety);
      fc.pre(duty?.otherwise !== null && duty !== null);
      expect(duty.otherwise?.phone).not.toBe(duty.call.phone);
    }),
  );
});

test('nobody is sent to a day line that is known to be shut while another day line is open', () => {
  fc.assert(
    fc.property(anyBook, anyTime, (any, now) => {
      fc.pre(any.day.some((l) => isOpen(l.hours, now, safety)));
      const duty = onDuty(any, now, safety)!;
      expect(duty.state).toBe('open');
      expect(isOpen(duty.call.hours, now, safety)).not.toBe(false);
    }),
  );
});

test('a council with unknown hours is never said to be open or shut', () => {
  fc.assert(
    fc.property(anyBook, anyTime, (any, now) => {
      const unknown = { ...any, day: any.day.map((l): Line => ({ ...l, hours: 'unknown' })) };
      fc.pre(unknown.day.length > 0);
      expect(onDuty(unknown, now, safety)?.state).toBe('unknown');
    }),
  );
});

test.each(Object.entries(safety.councils))('%s has a number to ring at any moment', (_, real) => {
  fc.assert(fc.property(anyTime, (now) => expect(onDuty(real, now, safety)?.call.phone).toMatch(/\d{3}/u)));
});
