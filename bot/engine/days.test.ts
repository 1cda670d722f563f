import fc from 'fast-check';
import { findDays } from './days';
import { tidy } from './tidy';
import { safety } from './turn';

const saturday = '2026-11-21';

function days(text: string, today = saturday, bankHolidays = safety.bankHolidays): string | null {
  const { raw, tokens } = tidy(text, safety.spelling);
  const found = findDays(raw, tokens, today, bankHolidays);
  return found === null || found === 'not-known' ? found : found.from === found.to ? found.from : `${found.from} to ${found.to}`;
}

test.each([
  ['whats on today', '2026-11-21'], ['anything tonight', '2026-11-21'], ['2nite', '2026-11-21'], ['this evening', '2026-11-21'], ['2moro', '2026-11-22'], ['tmrw', '2026-11-22'],
  ['day after tomorrow', '2026-11-23'], ['this weekend', '2026-11-21 to 2026-11-22'], ['next weekend', '2026-11-28 to 2026-11-29'], ['weekend after next', '2026-12-05 to 2026-12-06'],
  ['friday', '2026-11-27'], ['on fri', '2026-11-27'], ['this friday', '2026-11-27'], ['next friday', '2026-11-27'], ['saturday', '2026-11-21'], ['on thurs', '2026-11-26'], ['weds night', '2026-11-25'],
  ['a week on tuesday', '2026-12-01'], ['tuesday week', '2026-12-01'], ['this week', '2026-11-21 to 2026-11-22'], ['next week', '2026-11-23 to 2026-11-29'], ['the week after next', '2026-11-30 to 2026-12-06'],
  ['in november', '2026-11-21 to 2026-11-30'], ['in december', '2026-12-01 to 2026-12-31'], ['in feb', '2027-02-01 to 2027-02-28'], ['next month', '2026-12-01 to 2026-12-31'], ['this month', '2026-11-21 to 2026-11-30'],
  ['4 december', '2026-12-04'], ['friday 4th december', '2026-12-04'], ['4th of dec', '2026-12-04'], ['december 4', '2026-12-04'], ['1 november', '2027-11-01'], ['4 december 2026', '2026-12-04'],
  ['4 december 2027', '2027-12-04'], ['between 4 and 6 december', '2026-12-04 to 2026-12-06'], ['4-6 dec', '2026-12-04 to 2026-12-06'], ['4th to 6th december', '2026-12-04 to 2026-12-06'], ['29 feb', '2028-02-29'],
  ['on the 5th', '2026-12-05'], ['the 25th', '2026-11-25'], ['bank holiday', '2026-12-25'], ['easter', '2027-03-26 to 2027-03-29'], ['good friday', '2027-03-26'], ['easter sunday', '2027-03-28'], ['easter monday', '2027-03-29'],
  ['christmas', '2026-12-24 to 2026-12-26'], ['xmas day', '2026-12-25'], ['boxing day', '2026-12-26'], ['new years eve', '2026-12-31'], ['new year', '2027-01-01'], ['halloween', '2027-10-31'], ['bonfire night', '2027-11-05'],
  ['half term', 'not-known'], ['halfterm', 'not-known'], ['in the summer holidays', 'not-known'], ['easter hols', 'not-known'], ['eid', 'not-known'], ['mothers day', 'not-known'],
  ['whats on', null], ['football', null], ['in 3 days', null], ['31 april', '2027-04-01 to 2027-04-30'], ['every week', null], ['what was on last friday', null], ['yesterday', null],
])('on Saturday 21 November 2026, "%s" is %s', (text, when) => {
  expect(days(text)).toBe(when);
}); // prettier-ignore

test.each([
  ['2026-11-23', 'next friday', '2026-12-04'], ['2026-11-23', 'friday', '2026-11-27'], ['2026-11-27', 'friday', '2026-11-27'], ['2026-11-22', 'this weekend', '2026-11-22'],
  ['2026-11-23', 'this weekend', '2026-11-28 to 2026-11-29'], ['2026-12-31', 'tomorrow', '2027-01-01'], ['2026-12-10', 'next month', '2027-01-01 to 2027-01-31'],
  ['2026-03-28', 'tomorrow', '2026-03-29'], ['2026-10-24', 'day after tomorrow', '2026-10-26'], ['2026-04-05', 'easter', '2026-04-05 to 2026-04-06'], ['2028-02-29', '29 february', '2028-02-29'],
])('on %s, "%s" is %s', (today, text, when) => {
  expect(days(text, today)).toBe(when);
}); // prettier-ignore

test('where no bank holidays are known, nor are theirs and Easter', () => {
  expect([days('bank holiday', saturday, []), days('easter', saturday, []), days('good friday', '2028-12-30')]).toEqual(['not-known', 'not-known', 'not-known']);
}); // prettier-ignore

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(...'next this the weekend week friday sat tomorrow after 4 4th 31 29 feb december may on in easter monday bank holiday half term month to and 2027 christmas day 99'.split(' ')),
); // prettier-ignore

test('whatever is said, the days are real ones, in order and still to come', () => {
  const today = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 7 }), today, (said, day) => {
      const { raw, tokens } = tidy(said.join(' '), safety.spelling);
      const found = findDays(raw, tokens, day, safety.bankHolidays) ?? 'not-known';
      const [from, to] = found === 'not-known' ? [day, day] : [found.from, found.to];
      const real = [from, to].every((d) => new Date(d).toISOString().slice(0, 10) === d);
      expect([real, from >= day, to >= from]).toEqual([true, true, true]);
    }),
    { numRuns: 2000 },
  );
});
