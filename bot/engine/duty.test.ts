import fc from 'fast-check';
import { isOpen, onDuty, type Holidays } from './duty';
import type { DutyBook, Hours, Line } from './types';

const holidays: Holidays = {
  bankHolidays: ['2026-04-03', '2026-12-25', '2026-12-28'],
  bankHolidayYears: [2025, 2026, 2027, 2028],
};
const office: Hours = [
  { days: [1, 2, 3, 4], opens: 525, closes: 1040 },
  { days: [5], opens: 525, closes: 980 },
];

test.each([
  ['Thursday, a minute before it opens', '2026-11-19T08:44Z', false],
  ['Thursday, as it opens', '2026-11-19T08:45Z', true],
  ['Thursday, a minute before it shuts', '2026-11-19T17:19Z', true],
  ['Thursday, as it shuts', '2026-11-19T17:20Z', false],
  ['Friday afternoon', '2026-11-20T16:20Z', false],
  ['Saturday', '2026-11-21T12:00Z', false],
  ['the Friday before the clocks go on', '2026-03-27T08:45Z', true],
  ['the Monday after the clocks go on', '2026-03-30T08:45+01:00', true],
  ['the Monday after the clocks go on, too early', '2026-03-30T08:44+01:00', false],
  ['the Monday after the clocks go back', '2026-10-26T08:45Z', true],
  ['the Monday after the clocks go back, too early', '2026-10-26T08:44Z', false],
  ['Good Friday', '2026-04-03T11:00+01:00', false],
  ['the Monday that stands in for Boxing Day', '2026-12-28T11:00Z', false],
  ['the day after it', '2026-12-29T11:00Z', true],
])('an office on %s (%s) is open: %s', (_, wall, open) => {
  expect(isOpen(office, Date.parse(wall), holidays)).toBe(open);
});

test.each(['2024-12-31T11:00Z', '2029-01-02T11:00Z'])(
  'in %s, a year whose bank holidays are not known, hours are not known either',
  (wall) => {
    expect(isOpen(office, Date.parse(wall), holidays)).toBeNull();
  },
);

test('unknown hours are never called open or shut, and "always" is always open', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
      expect(isOpen('unknown', now, holidays)).toBeNull();
      expect(isOpen('always', now, holidays)).toBe(true);
    }),
  );
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
  const duty = onDuty(book(first, second, out), night, holidays);
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
  const duty = onDuty(book('unknown', 'none', 'night'), Date.parse(now), holidays);
  expect([duty?.state, duty?.call.name, duty?.otherwise?.name]).toEqual(['unknown', call, otherwise]);
});

// Moments that no calendar has: a clock that is broken must not cost a person the number.
const noTimes = [Number.NaN, Infinity, -Infinity, 1e20];

test.each(noTimes)('at %p, which is no time, no hours are known', (now) => {
  expect(isOpen(office, now, holidays)).toBeNull();
  expect(isOpen('unknown', now, holidays)).toBeNull();
  expect(isOpen('always', now, holidays)).toBe(true);
});

test.each(noTimes)('at %p, which is no time, the first day line is named and nothing is said to be open or shut', (now) => {
  const told = (any: DutyBook) => {
    const duty = onDuty(any, now, holidays);
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
  expect(onDuty(both, night, holidays)?.otherwise?.name).toBe('z');
  expect(onDuty({ ...both, outOfHours: a! }, night, holidays)?.otherwise).toBeNull();
});

test('a line of several openings is open in each of them, and on a day of none it is shut', () => {
  const lunch: Hours = [
    { days: [1, 3], opens: 540, closes: 720 },
    { days: [1], opens: 780, closes: 1020 },
  ];
  const open = (wall: string) => isOpen(lunch, Date.parse(wall), holidays);
  expect(['2026-11-23T11:59Z', '2026-11-23T12:30Z', '2026-11-23T13:00Z', '2026-11-25T13:00Z', '2026-11-24T11:00Z'].map(open)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  expect(isOpen([], night, holidays)).toBe(false);
});

test('a council with no number at all has nobody on duty', () => {
  expect(onDuty(book('none', 'none', 'none'), night, holidays)).toBeNull();
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
      const duty = onDuty(any, now, holidays);
      fc.pre(duty?.otherwise !== null && duty !== null);
      expect(duty.otherwise?.phone).not.toBe(duty.call.phone);
    }),
  );
});

test('nobody is sent to a day line that is known to be shut while another day line is open', () => {
  fc.assert(
    fc.property(anyBook, anyTime, (any, now) => {
      fc.pre(any.day.some((l) => isOpen(l.hours, now, holidays)));
      const duty = onDuty(any, now, holidays)!;
      expect(duty.state).toBe('open');
      expect(isOpen(duty.call.hours, now, holidays)).not.toBe(false);
    }),
  );
});

test('a council with unknown hours is never said to be open or shut', () => {
  fc.assert(
    fc.property(anyBook, anyTime, (any, now) => {
      const unknown = { ...any, day: any.day.map((l): Line => ({ ...l, hours: 'unknown' })) };
      fc.pre(unknown.day.length > 0);
      expect(onDuty(unknown, now, holidays)?.state).toBe('unknown');
    }),
  );
});
