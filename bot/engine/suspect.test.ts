import fc from 'fast-check';
import { helpNow } from './helpNow';
import { seeCrisis } from './seeCrisis';
import { suspect } from './suspect';
import { tidy } from './tidy';
import { safety } from './turn';
import { crisisCategories } from './types';

const read = (text: string) => tidy(text, safety.spelling);
const hears = (text: string) => suspect(read(text), safety).crisis;
const now = Date.parse('2026-11-23T10:00:00Z');
const noRules = { ...safety, rules: [] };

test.each([
  ['suicide-self-harm', 'i cant see a reason to carry on living anymore'],
  ['domestic-abuse', 'my husband hits me when he gets home drunk'],
  ['homeless-tonight', 'got thrown out, freezing, got nowhere to go tonight'],
  ['medical', 'she has collapsed and is not breathing, her lips are blue'],
  ['exploitation', 'they make me carry drugs for them and i cant get out'],
  ['missing', 'our foster son has not come back and his phone is off'],
])('with no rules at all, %s is heard in "%s"', (category, text) => {
  expect(hears(text)).toBe(true);
  expect(seeCrisis(read(text), noRules)).toMatchObject({ category, unsure: true });
});

test.each([
  'do i pay council tax',
  'how much is the setting up home allowance',
  'can my foster daughter stay with us after she turns 18',
  'what is a pathway plan',
  'thanks, that helps',
])('nothing is heard in "%s"', (text) => {
  expect(hears(text)).toBe(false);
  expect(seeCrisis(read(text), safety)).toBeNull();
});

test.each([
  ['Turkish', 'kocam beni her gün dövüyor', 'otobüs kartı nereden alınır'],
  ['French', 'je ne veux plus vivre', 'comment avoir une carte de bus'],
  ['Arabic', 'ليس لدي مكان أنام فيه الليلة', 'كيف أحصل على بطاقة الحافلة'],
])('in %s too a crisis is seen, and an ordinary question is none', (_, crisis, ordinary) => {
  expect(seeCrisis(read(crisis), safety)).not.toBeNull();
  expect(seeCrisis(read(ordinary), safety)).toBeNull();
});

test('a rule that fires is a crisis whatever the second detector says', () => {
  const none = { classes: [], bias: [], weights: {}, scale: 1 };
  const deaf = { ...safety, heard: none, heardAbroad: none };
  expect(seeCrisis(read('i want to kill myself'), deaf)).toMatchObject({ category: 'suicide-self-harm' });
  expect(seeCrisis(read('i want to kill myself'), deaf)).not.toHaveProperty('unsure');
});

test('its reasons are named, and any words give a score of each category', () => {
  expect(suspect(read('i want to die'), safety).because.length).toBeGreaterThan(0);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const heard = suspect(read(text), safety);
      expect(Number.isFinite(heard.score)).toBe(true);
      expect(crisisCategories.every((category) => Number.isFinite(heard.scoreOf(category)))).toBe(true);
    }),
  );
});

test('a crisis that only it sees is answered with the numbers first, and says last that it may be wrong', () => {
  const { parts, brief } = helpNow({ category: 'abuse', rule: 'heard', unsure: true }, { council: 'devon' }, now, safety);
  expect(parts[0]!.text).toContain('999');
  expect([parts.at(-1)!.text, brief.at(-1)!.text]).toEqual([safety.unsure, safety.unsure]);
  expect(helpNow({ category: 'abuse', rule: 'rule' }, {}, now, safety).parts.map((p) => p.text)).not.toContain(safety.unsure);
});
