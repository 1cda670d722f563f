import { month } from './born';
import type { Days } from './types';

const day = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday = /^(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?s?$/u;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = new RegExp(`^${month}$`, 'u');

/** Days of the year that have a name: month and day, first and last. */
const named: readonly (readonly [RegExp, string, string])[] = [
  [/ (?:christmas|xmas) eve /u, '12-24', '12-24'],
  [/ (?:christmas|xmas) day /u, '12-25', '12-25'],
  [/ boxing day /u, '12-26', '12-26'],
  [/ new years? eve | nye /u, '12-31', '12-31'],
  [/ new years?(?: day)? /u, '01-01', '01-01'],
  [/ (?:christmas|xmas) /u, '12-24', '12-26'],
  [/ halloween /u, '10-31', '10-31'],
  [/ (?:bonfire|fireworks|guy fawkes) night /u, '11-05', '11-05'],
  [/ valentines?(?: day)? /u, '02-14', '02-14'],
];

/** Days that differ from school to school or that no calendar here holds. */
const unknowable =
  / half ?terms? | (?:school|summer|easter|christmas|xmas|autumn|spring|winter) (?:holidays?|hols|break) | eid | ramadan | diwali | (?:mothers|fathers) day | pride /u;

const past =
  / yesterday | last (?:week(?:end)?(?! (?:of|in))|month|year|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day) | (?:days?|weeks?|months?) ago /u;

/**
 * The days that a message asks about, from its words as typed and as meant. Always days to come. not-known: it names days whose dates
 * are not known here, such as half term. Null when it names none. `today` is an ISO date, `bankHolidays` are ISO dates.
 */
export function findDays(
  raw: readonly string[],
  tokens: readonly string[],
  today: string,
  bankHolidays: readonly string[],
): Days | 'not-known' | null {
  const text = ` ${tokens.join(' ')} `;
  if (unknowable.test(text)) return 'not-known';
  if (past.test(text)) return null;
  const found =
    dated(` ${raw.join(' ')} `, today) ??
    holiday(text, today, bankHolidays) ??
    nearby(text, today) ??
    ofWeek(tokens, text, today) ??
    ofMonth(tokens, text, today);
  return found && found !== 'not-known' && found.from < today ? { from: today, to: found.to } : found;
}

/** An ISO date some days on, or back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
}

const nth = '(?:st|nd|rd|th)?';
const dayFirst = new RegExp(
  ` (?:(?<first>\\d{1,2})${nth} (?:(?:of )?${month} )?(?:(?:to|and|or|till|until) )?(?:the )?)?(?<last>\\d{1,2})${nth} (?:of )?(?<name>${month})(?: (?<year>20\\d\\d))? `,
  'u',
);
const monthFirst = new RegExp(` (?<name>${month}) (?:the )?(?<last>\\d{1,2})${nth}(?: (?<year>20\\d\\d))? `, 'u');

// "4 december", "december 4th", "4 to 6 dec".
function dated(text: string, today: string): Days | null {
  const { first, last, name, year } = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups ?? {};
  if (!name || !last) return null;
  const at = (number: string) => `-${String(months.indexOf(name.slice(0, 3)) + 1).padStart(2, '0')}-${number.padStart(2, '0')}`;
  const years = year ? [year] : [0, 1, 2, 3, 4].map((more) => String(Number(today.slice(0, 4)) + more));
  // The next year that has such a day: 29 February is not in each.
  const to = years.map((one) => one + at(last)).find((date) => isDate(date) && date >= today);
  const from = to && first && to.slice(0, 4) + at(first);
  return to ? { from: from && isDate(from) && from <= to ? from : to, to } : null;
}

function isDate(iso: string): boolean {
  const at = Date.parse(iso);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
}

function holiday(text: string, today: string, bankHolidays: readonly string[]): Days | 'not-known' | null {
  const coming = bankHolidays.filter((date) => date >= today).sort();
  if (/ good friday | easter /u.test(text)) {
    // Good Friday and Easter Monday are the only two bank holidays three days apart in spring.
    const friday = bankHolidays.find((d) => addDays(d, 3) >= today && bankHolidays.includes(addDays(d, 3)) && /-0[34]-/u.test(d));
    if (!friday) return 'not-known';
    if (/ good friday /u.test(text)) return { from: friday, to: friday };
    const [from, to] = / easter sunday /u.test(text) ? [2, 2] : / easter monday /u.test(text) ? [3, 3] : [0, 3];
    return { from: addDays(friday, from), to: addDays(friday, to) };
  }
  if (/ bank holidays? /u.test(text)) return coming[0] ? { from: coming[0], to: coming[0] } : 'not-known';
  const [, first, last] = named.find(([name]) => name.test(text)) ?? [];
  if (!first || !last) return null;
  const year = Number(today.slice(0, 4)) + (`${today.slice(0, 4)}-${last}` < today ? 1 : 0);
  return { from: `${year}-${first}`, to: `${year}-${last}` };
}

function nearby(text: string, today: string): Days | null {
  const one = (days: number): Days => ({ from: addDays(today, days), to: addDays(today, days) });
  if (/ (?:today|tonight|tonite|this (?:evening|afternoon|morning)) /u.test(text)) return one(0);
  if (/ day after tomorrow /u.test(text)) return one(2);
  return / (?:tomorrow|tmrw|tmw) /u.test(text) ? one(1) : null;
}

// "Next" is the one of the week after this one; "this" and none is the next to come, today included.
function ofWeek(tokens: readonly string[], text: string, today: string): Days | null {
  const now = isoWeekday(today);
  const span = (from: number, to = from): Days => ({ from: addDays(today, from), to: addDays(today, to) });
  const next = / after next /u.test(text) ? 14 : / next /u.test(text) ? 7 : 0;
  if (/ week ?end /u.test(text)) return span(Math.max(6 - now, 0) + next, 7 - now + next);
  const at = tokens.findIndex((word) => weekday.test(word));
  if (at >= 0) {
    const wanted = weekdays.indexOf(tokens[at]!.slice(0, 3)) + 1;
    const later = (tokens[at + 1] === 'week' && tokens[at - 1] !== 'every') || / (?:a|1|one) week on /u.test(text) ? 7 : 0;
    return span(((wanted - now + 7) % 7) + (next && wanted > now ? next : 0) + later);
  }
  if (!/ (?:this|next|the|all|rest of the) week (?!ago)/u.test(text) && !/ week after next /u.test(text)) return null;
  return next ? span(1 - now + next, 7 - now + next) : span(0, 7 - now);
}

function isoWeekday(date: string): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

function ofMonth(tokens: readonly string[], text: string, today: string): Days | null {
  const thisMonth = Number(today.slice(5, 7));
  const said = tokens.find((word) => monthName.test(word) && word !== 'mar');
  const wanted = said ? months.indexOf(said.slice(0, 3)) + 1 : / next month /u.test(text) ? (thisMonth % 12) + 1 : / (?:this|the) month /u.test(text) ? thisMonth : 0; // prettier-ignore
  if (wanted > 0) {
    const year = Number(today.slice(0, 4)) + (wanted < thisMonth ? 1 : 0);
    const from = `${year}-${String(wanted).padStart(2, '0')}-01`;
    return { from, to: new Date(Date.UTC(year, wanted, 0)).toISOString().slice(0, 10) };
  }
  // "the 5th": of this month, or of the next that has one.
  const [, number] = / (?:the|on) (\d{1,2})(?:st|nd|rd|th) /u.exec(text) ?? [];
  if (!number) return null;
  const days = Array.from({ length: 62 }, (_, ahead) => addDays(today, ahead));
  const date = days.find((one) => Number(one.slice(8)) === Number(number));
  return date ? { from: date, to: date } : null;
}
