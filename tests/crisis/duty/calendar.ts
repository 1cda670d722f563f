/** One London day, walked by hand: no clock, time zone or holiday library has a say in it. */
export interface Day {
  readonly date: string;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
  readonly bankHoliday: boolean;
  /** The moment of its first minute, in milliseconds since 1970. */
  readonly starts: number;
  /** What the wall clock shows, in minutes after midnight, at each minute of the day in turn. */
  readonly clock: readonly number[];
}

// As announced for England, with the days themselves where another day stands in for them.
const bankHolidays = new Set([
  '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-26', '2026-12-28',
  '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-25', '2027-12-26', '2027-12-27',
  '2027-12-28',
]); // prettier-ignore
const clocksGoOn = new Set(['2026-03-29', '2027-03-28']);
const clocksGoBack = new Set(['2026-10-25', '2027-10-31']);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const minutes = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const usual = minutes(0, 24 * 60);
const short = [...minutes(0, 60), ...minutes(2 * 60, 24 * 60)];
const long = [...minutes(0, 2 * 60), ...minutes(60, 24 * 60)];

/** Every day of 2026 and 2027, neither of them a leap year, from Thursday 1 January 2026. */
export const days: readonly Day[] = walk();

function walk(): Day[] {
  const walked: Day[] = [];
  let weekday = 4;
  let starts = Date.parse('2026-01-01T00:00:00Z');
  for (const year of [2026, 2027]) {
    for (const [month, length] of monthLengths.entries()) {
      for (let day = 1; day <= length; day++) {
        const date = `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const clock = clocksGoOn.has(date) ? short : clocksGoBack.has(date) ? long : usual;
        walked.push({ date, weekday, bankHoliday: bankHolidays.has(date), starts, clock });
        weekday = (weekday % 7) + 1;
        starts += clock.length * 60_000;
      }
    }
  }
  return walked;
}
