import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import type * as polyfill from 'temporal-polyfill';
import { inWords, london } from './london';

const source = readFileSync('node_modules/temporal-polyfill/global.js', 'utf8');
const { Temporal } = runInNewContext(`${source};globalThis`) as typeof polyfill;

const minute = 60_000;
const hour = 60 * minute;

const oracle = (now: number) => {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/London');
  return { year: here.year, date: here.toPlainDate().toString(), weekday: here.dayOfWeek, minute: here.hour * 60 + here.minute };
};

const lastSunday = (year: number, month: number): number => {
  const last = Temporal.PlainDate.from({ year, month, day: 31 });
  return Date.parse(`${last.subtract({ days: last.dayOfWeek % 7 }).toString()}T01:00:00Z`);
};
const years = Array.from({ length: 11 }, (_, i) => 2024 + i);
const changes = years.flatMap((year) => [lastSunday(year, 3), lastSunday(year, 10)]);

test('the clock agrees with another calendar at any moment of this century', () => {
  const moment = fc.integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') });
  fc.assert(fc.property(moment, (now) => expect(london(now)).toEqual(oracle(now))));
});

test.each(changes.map((at) => [new Date(at).toISOString().slice(0, 10), at] as const))(
  'on %s, when the clocks change, every quarter of an hour of two days agree with another calendar',
  (_, change) => {
    const moments = Array.from({ length: 192 }, (__, i) => change - 24 * hour + i * 15 * minute);
    expect(moments.map(london)).toEqual(moments.map(oracle));
  },
);

test.each(years)('in %i the clocks go on an hour on the last Sunday of March and back on the last of October', (year) => {
  const shown = [lastSunday(year, 3), lastSunday(year, 10)].flatMap((at) =>
    [london(at - minute), london(at)].map((t) => [t.weekday, t.minute]),
  );
  expect(shown).toEqual([
    [7, 59],
    [7, 120],
    [7, 119],
    [7, 60],
  ]);
});

test.each([
  ['2026-07-05T23:30:00Z', '2026-07-06', 1, 30],
  ['2026-12-31T23:59:59Z', '2026-12-31', 4, 1439],
  ['2027-01-01T00:00:00Z', '2027-01-01', 5, 0],
  ['2028-02-29T12:00:00Z', '2028-02-29', 2, 720],
])('%s is %s, weekday %i, minute %i in London', (at, date, weekday, minutes) => {
  expect(london(Date.parse(at))).toEqual({ year: Number(date.slice(0, 4)), date, weekday, minute: minutes });
});

test.each([
  ['2019-04-01', '1 April 2019'],
  ['2020-12-31', '31 December 2020'],
  ['2019-04', 'April 2019'],
  ['2019', '2019'],
  ['unknown', 'unknown'],
  ['', ''],
  ['spring 2019', 'spring 2019'],
])('the date "%s" is said as "%s"', (iso, said) => {
  expect(inWords(iso)).toBe(said);
});

test('every date is said as an English calendar says it', () => {
  const english = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (day) => {
      expect(inWords(day.toISOString().slice(0, 10))).toBe(english.format(day));
    }),
  );
});
