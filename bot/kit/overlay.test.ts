import { holes } from '../engine/fill';
import { tiny } from '../../tests/kit/tiny';
import { overlay } from './overlay';
import type { Problem } from './problem';

const laid = (topic: string, council: string | null, changes = {}, problems: Problem[] = []) => {
  const knowledge = tiny(changes, problems);
  return overlay(knowledge, topic, knowledge.councils.find((c) => c.id === council) ?? null, problems);
};

test('with no council there are only the national words', () => {
  const entry = laid('money', null)!;
  expect(entry).toMatchObject({ id: 'money', ref: 'MO', title: 'Money', local: 'varies' });
  expect(entry.council).toBeUndefined();
});

test("a council's words lie over the national ones and change none of them", () => {
  const entry = laid('money', 'devon')!;
  expect(entry.council?.full).toBe('Devon gives {{amounts.grant}} in {{names.place}} until {{ages.until}}.');
  expect(entry.national.full).toBe('You get {{amounts.grant}} until {{ages.until}}.');
  expect(entry.council?.figures['amounts.grant']).toEqual({ kind: 'amount', values: [{ from: '2024-04-01', value: 3500 }] });
  expect(entry.national.figures['amounts.grant']).toEqual({ kind: 'amount', values: [{ from: '2023-04-01', value: 3000 }] });
});

test('what a council is not known to give is said to be not known, with who to ask', () => {
  const { council } = laid('money', 'kent')!;
  expect(council?.full).toBe('We do not know yet what Kent adds here. Ask the Leaving Care Team on 0300 300 8000.');
  expect(council).toMatchObject({ status: 'unknown', asOf: 'unknown', sources: [] });
});

test('where the rule is the same everywhere a council with nothing of its own adds nothing', () => {
  expect(laid('rights', 'kent')?.council).toBeUndefined();
});

test('a topic that is not there has no entry', () => {
  expect(laid('constructor', 'devon')).toBeNull();
});

test('names that no day changes are put in, and figures wait for the day', () => {
  expect(laid('rights', null)?.national.next).toBe('Ring 116 123.');
  expect(laid('money', null)?.national.next).toBe("Ask your council's leaving care team.");
  expect(laid('money', 'devon')?.national.next).toBe('Ask the Leaving Care Team on 0300 300 8000.');
  expect(holes(laid('money', 'devon')!.national.law!)).toEqual(['amounts.grant']);
});

test.each([
  ['{{council.name}}', 'Devon Council'],
  ['{{council.short_name}}', 'Devon'],
  ['{{council.out_of_hours.phone}}', '0300 300 8123'],
  ['{{council.contacts.tax.email}}', 'tax@devon.gov.uk'],
  ['{{services.samaritans.name}}', 'Samaritans'],
])("a council's file can name %s", (name, value) => {
  const entry = laid('money', 'devon', { 'councils/devon/money.yaml': { next: { do: `Ask ${name}.` } } });
  expect(entry?.council).toMatchObject({ next: `Ask ${value}.`, ownNext: true });
});

test("a council without its own next step keeps the national one, and the carer's", () => {
  const { council, national } = laid('money', 'devon')!;
  expect(council).toMatchObject({ next: national.next });
  expect(council).not.toHaveProperty('ownNext');
  expect(national.carerNext).toBe('Help them ask.');
});

test('who to ask is a person, a team of the council or a service, and a team that this council has not got is left out', () => {
  expect(laid('money', 'devon')?.council?.who).toEqual([
    'the Leaving Care Team on 0300 300 8000',
    'the tax team at tax@devon.gov.uk',
    'Samaritans on 116 123',
  ]);
  expect(laid('money', 'kent')?.council?.who).toEqual(['the Leaving Care Team on 0300 300 8000', 'Samaritans on 116 123']);
  expect(laid('money', null)?.national.who).toEqual(["your council's leaving care team", 'Samaritans on 116 123']);
  expect(laid('rights', 'kent')?.national.who).toEqual(['your personal adviser']);
});

test.each([
  ['a name that nothing fills', { next: { do: 'Ask {{amounts.none}}.' } }, '{{amounts.none}}'],
  ["a team's number that is not known", { next: { do: 'Ring {{council.front_door.phone}}.' } }, '{{council.front_door.phone}}'],
  ['a name like a part of JavaScript', { next: { do: 'Ask {{constructor}}.' } }, '{{constructor}}'],
  ['someone who is not known', { who: ['nobody'] }, 'nobody'],
  ['someone named like a part of JavaScript', { who: ['toString'] }, 'toString'],
])('%s is told with its file and line', (_, change, found) => {
  const problems: Problem[] = [];
  laid('money', 'devon', { 'councils/devon/money.yaml': change }, problems);
  expect(problems).toMatchObject([
    { found, line: expect.any(Number) as number, file: expect.stringMatching(/devon\/money\.yaml$/u) as string },
  ]);
  expect(problems[0]!.line).toBeGreaterThan(1);
});

test('a fault in the national words is told once, not once for each council', () => {
  const problems: Problem[] = [];
  const knowledge = tiny({ 'national/money.yaml': { law: '{{ages.none}}', who: ['nobody'] } });
  for (const council of [null, ...knowledge.councils]) overlay(knowledge, 'money', council, problems);
  expect(problems.map((p) => p.found)).toEqual(['nobody', '{{ages.none}}']);
});

test('a law of none is no law', () => {
  expect(laid('money', null, { 'national/money.yaml': { law: 'none' } })?.national).not.toHaveProperty('law');
});

const offering = (offer: object) => ({
  'national/money.yaml': { offers: [{ line: 'At least {{amounts.grant}}', for: ['former-relevant'], ...offer }] },
});

test('an offer has the years of the birthdays that it names, and a council inherits them', () => {
  expect(laid('money', null, offering({ until: 'ages.until' }))?.national.offers).toEqual([
    { line: 'At least {{amounts.grant}}', for: ['former-relevant'], until: 25 },
  ]);
  const own = { 'councils/devon/money.yaml': { offers: [{ line: 'More', for: ['relevant'], from: 'ages.until' }] } };
  expect(laid('money', 'devon', own)?.council?.offers).toEqual([{ line: 'More', for: ['relevant'], from: 25 }]);
});

test('a birthday or a figure that is not there is told with its file', () => {
  const problems: Problem[] = [];
  laid('money', null, offering({ until: 'ages.never', line: 'At least {{amounts.none}}' }), problems);
  expect(problems.map(({ found }) => found)).toEqual(expect.arrayContaining(['ages.never', '{{amounts.none}}']));
  expect(problems.every(({ file }) => file.endsWith('money.yaml'))).toBe(true);
});
