import type { Judged } from './judge';
import { categoryRight, crisisFound, falseAlarm, lost, ownedUp, rightFirst, rightOffered, takenFor, wrongButSure } from './judge';

const reply = (kind: Judged['kind'], more: Partial<Judged> = {}): Judged => ({ kind, topics: [], act: null, crisis: null, ...more });
const rent = { topics: ['tenancy-support', 'budgeting'] };

test('a topic', () => {
  const first = reply('answer', { topics: ['budgeting'] });
  const other = reply('answer', { topics: ['university'] });
  const which = reply('which', { topics: ['university', 'budgeting'] });
  expect([first, other, which].map((r) => rightFirst(r, rent))).toEqual([true, false, false]);
  expect([first, other, which].map((r) => rightOffered(r, rent))).toEqual([true, false, true]);
  expect([first, other, which].map((r) => wrongButSure(r, rent))).toEqual([false, true, false]);
  expect([first, other, which].map((r) => takenFor(r, rent))).toEqual([null, 'university', null]);
  expect([reply('unknown'), reply('person'), which].map((r) => lost(r, rent))).toEqual([true, true, false]);
});

test('an act, and a person for who asks for one', () => {
  expect(rightFirst(reply('act', { act: 'thanks' }), { topics: ['thanks'] })).toBe(true);
  expect(rightFirst(reply('act', { act: 'thanks' }), rent)).toBe(false);
  expect(takenFor(reply('act', { act: 'thanks' }), rent)).toBe('thanks');
  expect(rightFirst(reply('person', { act: 'human' }), { topics: ['human'] })).toBe(true);
  expect(rightFirst(reply('person'), { topics: ['human'] })).toBe(true);
  expect(lost(reply('person'), { topics: ['human'] })).toBe(false);
});

test('out of scope', () => {
  const owned = reply('unknown', { act: 'out-of-scope' });
  const kinds = [owned, reply('person'), reply('act', { act: 'greeting' }), reply('which'), reply('answer'), reply('help-now')];
  expect(kinds.map(ownedUp)).toEqual([true, true, true, false, false, false]);
  expect(rightFirst(owned, { topics: ['out-of-scope'] })).toBe(false);
  expect(takenFor(owned, rent)).toBeNull();
});

test('a crisis, its category and one as good', () => {
  const found = reply('help-now', { crisis: 'abuse' });
  expect([crisisFound(found), crisisFound(reply('answer'))]).toEqual([true, false]);
  expect(categoryRight(found, { category: 'abuse' })).toBe(true);
  expect(categoryRight(found, { category: 'missing', also: ['abuse'] })).toBe(true);
  expect(categoryRight(found, { category: 'missing', also: null })).toBe(false);
  expect(categoryRight(reply('answer'), { category: 'abuse' })).toBe(false);
  expect(takenFor(found, rent)).toBe('abuse');
});

test('crisis help is right for a question that names the crisis, and a false alarm for others', () => {
  const found = reply('help-now', { crisis: 'homeless-tonight' });
  expect(rightFirst(found, { topics: ['homelessness', 'homeless-tonight'] })).toBe(true);
  expect(falseAlarm(found, { topics: ['homelessness', 'homeless-tonight'] })).toBe(false);
  expect([rightFirst(found, rent), falseAlarm(found, rent), falseAlarm(found, {})]).toEqual([false, true, true]);
  expect(falseAlarm(reply('answer', { topics: ['budgeting'] }), rent)).toBe(false);
});
