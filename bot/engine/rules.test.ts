import { adviserFor, historyOf, statusOf } from './rules';
import { ageBands, cares, type AgeBand, type Care, type Status } from './types';

const rows: readonly (readonly [Care, readonly Status[]])[] = [
  ['in-care', ['in-care', 'eligible', 'former-relevant', 'former-relevant', 'care-experienced']],
  ['thirteen-weeks', ['care-experienced', 'relevant', 'former-relevant', 'former-relevant', 'care-experienced']],
  ['fewer-weeks', ['care-experienced', 'qualifying', 'qualifying', 'care-experienced', 'care-experienced']],
  ['guardianship', ['care-experienced', 'qualifying', 'qualifying', 'care-experienced', 'care-experienced']],
  ['home', ['care-experienced', 'qualifying', 'qualifying', 'care-experienced', 'care-experienced']],
  ['before-16', Array<Status>(5).fill('care-experienced')],
  ['not-sure', Array<Status>(5).fill('care-experienced')],
];

test('each answer of the form is tried at each age', () => {
  expect(rows.map(([care]) => care)).toEqual(cares);
});

test.each(rows)('%s stands for a history that the law puts, from under 16 to 25 or over, at %j', (care, expected) => {
  expect(ageBands.map((age) => statusOf(historyOf({ age, care })))).toEqual(expected);
});

test.each<[AgeBand, string]>([
  ['under-16', 'none'],
  ['16-17', 'duty'],
  ['18-20', 'duty'],
  ['21-24', 'on-request'],
  ['25-or-over', 'none'],
])('with 13 weeks in care, at %s a personal adviser is owed: %s', (age, adviser) => {
  expect(adviserFor(historyOf({ age, care: 'thirteen-weeks' }))).toBe(adviser);
});

test('a short time in care gives no personal adviser by law at any age', () => {
  expect(new Set(ageBands.map((age) => adviserFor(historyOf({ age, care: 'fewer-weeks' }))))).toEqual(new Set(['none']));
});
