import fc from 'fast-check';
import { hoursOf, schedules } from './hours';

const row = (byday: string, opens_at: string, closes_at: string) => [{ byday, opens_at, closes_at }];

test.each([
  ['MO', '00:00', '23:59', [1], 0, 1439],
  ['MO,TU,WE,TH', '08:45', '17:20', [1, 2, 3, 4], 525, 1040],
  ['SA,SU', '12:00', '12:01', [6, 7], 720, 721],
])('%s from %s to %s is read as weekdays and minutes', (byday, from, to, days, opens, closes) => {
  expect(hoursOf(schedules.parse(row(byday, from, to)))).toEqual([{ days, opens, closes }]);
});

test.each(['always', 'unknown'] as const)('hours that are %s stay so: they are never guessed', (written) => {
  expect(hoursOf(schedules.parse(written))).toBe(written);
});

test.each([
  ['no rows', []],
  ['a word', 'sometimes'],
  ['a day that is not one', row('MON', '09:00', '17:00')],
  ['days with a hyphen', row('MO-FR', '09:00', '17:00')],
  ['days with a space', row('MO, TU', '09:00', '17:00')],
  ['an hour with one digit', row('MO', '9:00', '17:00')],
  ['the hour 24', row('MO', '09:00', '24:00')],
  ['the minute 60', row('MO', '09:60', '17:00')],
  ['shutting before it opens', row('MO', '17:00', '09:00')],
  ['no time open', row('MO', '09:00', '09:00')],
  ['a field more', [{ ...row('MO', '09:00', '17:00')[0], note: 'x' }]],
  ['nothing', null],
])('%s is refused', (_, written) => {
  expect(schedules.safeParse(written).success).toBe(false);
});

test('every time of day comes out as its minutes after midnight', () => {
  const clock = (minute: number) => new Date(minute * 60_000).toISOString().slice(11, 16);
  fc.assert(
    fc.property(fc.nat(1438), fc.nat(1439), (from, to) => {
      fc.pre(from < to);
      expect(hoursOf(schedules.parse(row('FR', clock(from), clock(to))))).toEqual([{ days: [5], opens: from, closes: to }]);
    }),
  );
});
