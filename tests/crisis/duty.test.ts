import { onDuty } from '../../bot/engine/duty';
import { dutyInWords } from '../../bot/engine/helpNow';
import { london } from '../../bot/engine/london';
import { safety } from '../../bot/engine/turn';
import type { DutyBook, Hours } from '../../bot/engine/types';
import { days, type Day } from './duty/calendar';
import { at, bookOf, councilFiles, tableOf, type Book, type Told, type Written } from './duty/table';

jest.mock('../../bot/engine/london', () => jest.requireActual<object>('./duty/quickClock'));

const minute = 60_000;
const rows = (...written: string[]) =>
  written.map((one) => {
    const [byday, opens_at, closes_at] = one.split(/[ -]/u) as [string, string, string];
    return { byday, opens_at, closes_at };
  });
const halfDays = rows('MO,TU,TH,FR 08:45-17:15', 'WE 08:45-12:30', 'SA 10:00-12:00');
const shutOverLunch = rows('MO,TU,WE,TH,FR 09:00-12:00', 'MO,TU,WE,TH 13:00-19:30');
const pastMidnight = rows('FR,SA 20:00-24:00', 'SA,SU 00:00-01:30');
const lines = (...schedules: Written['schedules'][]): Written[] =>
  schedules.map((one, i) => ({ phone: `01632 96000${i + 1}`, schedules: one }));
const night = '01632 960009';

const madeUp: Readonly<Record<string, Book>> = {
  'half-days, and an evening team past midnight': { day: lines([...halfDays, ...pastMidnight]), night },
  'unknown, beside an office shut over lunch, no night team': { day: lines('unknown', shutOverLunch), night: null },
  'unknown, with a night team': { day: lines('unknown', 'unknown'), night },
  'unknown, no night team': { day: lines('unknown', 'unknown'), night: null },
  'day and night, no night team': { day: lines('always'), night: null },
  'a night team only': { day: [], night },
  'no number at all': { day: [], night: null },
};

const days7 = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const hoursOf = (schedules: Written['schedules']): Hours =>
  typeof schedules === 'string'
    ? schedules
    : schedules.map((row) => ({
        days: row.byday.split(',').map((day) => days7.indexOf(day) + 1),
        opens: at(row.opens_at),
        closes: at(row.closes_at),
      }));
const dutyBookOf = (book: Book): DutyBook => ({
  name: 'A Council',
  shortName: 'A',
  day: book.day.map(({ phone, schedules }, i) => ({ name: `team ${i + 1}`, phone, hours: hoursOf(schedules) })),
  outOfHours: book.night === null ? null : { name: 'night team', phone: book.night, hours: 'unknown' },
});

interface Subject {
  readonly name: string;
  readonly book: Book;
  readonly duty: DutyBook;
  readonly tables: Map<string, readonly Told[]>;
  readonly wrong: string[];
}
const subject = (name: string, book: Book, duty: DutyBook): Subject => ({ name, book, duty, tables: new Map(), wrong: [] });

const real = Object.entries(councilFiles).map(([id, file]) => subject(id, bookOf(file), safety.councils[id]!));
const subjects = [...real, ...Object.entries(madeUp).map(([name, book]) => subject(name, book, dutyBookOf(book)))];

const kindOf = (day: Day) => `${day.weekday} ${day.bankHoliday} ${day.clock.length}`;
const oneOfEachKind = [...new Map(days.map((day) => [kindOf(day), day])).values()];

const tableFor = ({ tables, book }: Subject, day: Day): readonly Told[] => {
  const kind = kindOf(day);
  if (!tables.has(kind)) tables.set(kind, tableOf(book, day));
  return tables.get(kind)!;
};

/** Minutes told wrongly that are listed: a fault may be on all of a million. */
const enough = 1000;

const compare = (one: Subject, told: Told, now: number): void => {
  const duty = onDuty(one.duty, now, safety);
  const { state, call, otherwise } = told;
  const same = duty
    ? duty.state === state && duty.call.phone === call && (duty.otherwise?.phone ?? null) === otherwise
    : state === 'nobody' && call === null;
  if (!same && one.wrong.length < enough)
    one.wrong.push(`${new Date(now).toISOString()}: ${JSON.stringify(duty)}, not ${JSON.stringify(told)}`);
};

let minutes = 0;
const wrongClock: string[] = [];

beforeAll(() => {
  for (const day of days) {
    const tables = subjects.map((one) => tableFor(one, day));
    day.clock.forEach((shown, i) => {
      const now = day.starts + i * minute;
      const here = london(now);
      if (here.date !== day.date || here.weekday !== day.weekday || here.minute !== shown) wrongClock.push(new Date(now).toISOString());
      subjects.forEach((one, k) => compare(one, tables[k]![shown]!, now));
      minutes++;
    });
  }
}, 600_000);

test('the two years have 730 days, and a minute for each minute of them', () => {
  expect([days.length, minutes]).toEqual([730, 730 * 1440]);
  expect(days.at(-1)).toMatchObject({ date: '2027-12-31', weekday: 5, starts: Date.parse('2027-12-31T00:00:00Z') });
});

test('the clock shows the date, the weekday and the minute of a calendar walked by hand, at every minute', () => {
  expect(wrongClock).toEqual([]);
});

test.each(days.filter((day) => day.clock.length !== 1440))('on $date, when the clocks change, so does the real clock', (day) => {
  const { london: realClock } = jest.requireActual<typeof import('../../bot/engine/london')>('../../bot/engine/london');
  const shown = day.clock.map((_, i) => realClock(day.starts + i * minute));
  expect(shown).toEqual(day.clock.map((clock) => ({ year: Number(day.date.slice(0, 4)), date: day.date, weekday: 7, minute: clock })));
});

test('every council of the knowledge is in the program, and no other', () => {
  expect(Object.keys(safety.councils).sort()).toEqual(Object.keys(councilFiles).sort());
});

test.each(subjects)('$name: at every minute the one to ring is the one that a plain table gives', ({ wrong }) => {
  expect(wrong).toEqual([]);
});

const schedules: Written['schedules'][] = ['always', 'unknown', halfDays, shutOverLunch, pastMidnight];
const pairs = schedules.flatMap((first) => [lines(first), ...schedules.map((second) => lines(first, second))]);
const nights = (day: readonly Written[]) => [null, night, ...day.map((line) => line.phone)];

test('so it is for any two lines, with a night team, with none, and with one that has the number of a day line', () => {
  const books = pairs.flatMap((day) => nights(day).map((other): Book => ({ day, night: other })));
  const every = books.map((book) => subject('', book, dutyBookOf(book)));
  for (const day of oneOfEachKind.filter((one) => (one.bankHoliday ? one.weekday === 1 : [3, 5, 6, 7].includes(one.weekday)))) {
    for (const [i, shown] of day.clock.entries()) {
      if (shown % 15 === 0 || shown % 15 === 14) for (const one of every) compare(one, tableFor(one, day)[shown]!, day.starts + i * minute);
    }
  }
  expect(every).toHaveLength(115);
  expect(every.flatMap((one) => one.wrong)).toEqual([]);
});

test('a table that is a minute out is found out on every day that the office opens', () => {
  const late = subject(
    'late',
    { day: lines(rows('MO,SA 09:01-17:00')), night },
    dutyBookOf({ day: lines(rows('MO,SA 09:00-17:00')), night }),
  );
  const weeks = days.slice(80, 80 + 8 * 7);
  for (const day of weeks) day.clock.forEach((shown, i) => compare(late, tableFor(late, day)[shown]!, day.starts + i * minute));
  expect(late.wrong).toHaveLength(weeks.filter((day) => [1, 6].includes(day.weekday) && !day.bankHoliday).length);
});

const numbers = /\b0[\d ]{8,}\d\b/gu;

test.each(real)('$name: the words say the numbers of the table, and open or shut only where it does', (one) => {
  const said = new Map<string, Told>();
  for (const day of oneOfEachKind) {
    for (const [i, shown] of day.clock.entries()) {
      const told = tableFor(one, day)[shown]!;
      const text = dutyInWords(one.name, day.starts + i * minute, safety);
      const before = said.get(text) ?? told;
      said.set(text, told);
      if (before.state !== told.state || before.call !== told.call) throw new Error(`"${text}" is said for two different things`);
    }
  }
  expect(said.size).toBeGreaterThan(0);
  for (const [text, { state, call, otherwise }] of said) {
    const always = one.book.day.some((line) => line.phone === call && line.schedules === 'always');
    const next = state === 'shut' || always ? null : otherwise;
    expect([...text.matchAll(numbers)].map(([number]) => number)).toEqual([call, next].filter((number) => number !== null));
    expect(text.endsWith('They are on duty now.')).toBe(state === 'shut');
    expect(text.endsWith('Open day and night.')).toBe(always);
    expect(text).not.toMatch(/shut|closed/iu);
  }
});
