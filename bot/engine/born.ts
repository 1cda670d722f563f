const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A month's name or its short form, as part of a pattern. */
export const month =
  '(?:jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A birthday as far as it was given: the first and the last day that it may be, ISO dates, and where in the text it stood. */
export interface Born {
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly end: number;
}

const nth = '(?:st|nd|rd|th)?';
// UK order, day first. The first form that fits is taken, so the fullest stand first.
const forms: readonly (readonly [pattern: RegExp, order: string])[] = [
  [new RegExp(` (\\d{1,2})${nth} (?:of )?(\\d{1,2}|${month}) (\\d{4}|\\d\\d)(?= )`, 'u'), 'dmy'],
  [new RegExp(` (${month}) (?:the )?(\\d{1,2})${nth} (\\d{4}|\\d\\d)(?= )`, 'u'), 'mdy'],
  [/ ((?:19|20)\d\d) (\d{1,2}) (\d{1,2})(?= )/u, 'ymd'],
  [/ (\d\d)(\d\d)((?:18|19|20)\d\d|\d\d)(?= )/u, 'dmy'],
  [new RegExp(` (${month}) (\\d{4}|0\\d)(?= )`, 'u'), 'my'],
  [/ (1[89]\d\d|20\d\d)(?= )/u, 'y'],
];

/** Reads the first date with a year in a text of plain words with spaces round each; null when it holds none. */
export function findBorn(text: string, today: string): Born | 'not-a-date' | null {
  for (const [pattern, order] of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const given = (what: string): string | undefined => (order.includes(what) ? found[order.indexOf(what) + 1] : undefined);
    const year = fullYear(given('y')!, today);
    const monthNumber = toMonth(given('m'));
    const day = given('d');
    const from = isoDate(year, monthNumber ?? 1, Number(day ?? 1));
    const to = day
      ? from
      : monthNumber === undefined
        ? isoDate(year, 12, 31)
        : isoDate(year, monthNumber, new Date(Date.UTC(year, monthNumber, 0)).getUTCDate());
    if (from && to) return { from, to, at: found.index + 1, end: found.index + found[0].length };
    // "17 18 19" is three ages; "31/4/2006" is a date that never was.
    if (given('y')!.length === 4 || Number.isNaN(Number(given('m')))) return 'not-a-date';
  }
  return null;
}

function toMonth(said: string | undefined): number | undefined {
  return said === undefined ? undefined : /^\d/u.test(said) ? Number(said) : names.indexOf(said.slice(0, 3)) + 1;
}

// "06" is 2006. A two-figure year up to ten years ahead is a slip for this century, not a birth of the last one.
function fullYear(said: string, today: string): number {
  if (said.length === 4) return Number(said);
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + Number(said);
  return year > thisYear + 10 ? year - 100 : year;
}

function isoDate(year: number, monthNumber: number, day: number): string | null {
  const at = new Date(Date.UTC(year, monthNumber - 1, day));
  return at.getUTCMonth() === monthNumber - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

/**
 * Whole years on a day since a birth; both are ISO dates. A year begins with the birthday (Family Law Reform Act 1969 s.9), and
 * one of 29 February begins on 1 March where there is no such day.
 */
export function yearsSince(birth: string, today: string): number {
  return Number(today.slice(0, 4)) - Number(birth.slice(0, 4)) - (today.slice(5) < birth.slice(5) ? 1 : 0);
}
