import { fires } from '../engine/crisis';
import { crisisCategories } from '../engine/types';
import { crisisFile, crisisReply, repliesFile } from './crisisFile';
import type { Problem } from './problem';

const read = (value: unknown) => {
  const problems: Problem[] = [];
  const lineOf = (path: readonly PropertyKey[]) => path.length;
  return { file: crisisFile({ file: 'abuse.yaml', value, lineOf }, problems), problems };
};

const hits = {
  id: 'abuse-hits',
  lists: { hurts: ['hit', 'beat'] },
  any: ['<hurts> me', 'scared of 2 men'],
  unless: ['hit me up'],
  must: ['he hit me'],
  must_not: ['hit me up'],
};

test('a rule fires on what it was written for and not on its idioms', () => {
  const [rule] = read({ category: 'abuse', rules: [hits] }).file!.rules;
  expect(rule!.category).toBe('abuse');
  expect(fires(rule!, ['he', 'beat', 'me'])).toBe(true);
  expect(fires(rule!, ['hit', 'me', 'up'])).toBe(false);
});

test('the lines that a rule is tested on come with its name', () => {
  const { file } = read({ category: 'abuse', rules: [hits] });
  expect(file?.must).toEqual([{ line: 'he hit me', rule: 'abuse-hits' }]);
  expect(file?.mustNot).toEqual([{ line: 'hit me up', rule: 'abuse-hits' }]);
});

test('a rule keeps its own helpline, and has none where none is given', () => {
  const rules = read({ category: 'abuse', rules: [hits, { id: 'b', helpline: 'refuge', any: ['hit'] }] }).file!.rules;
  expect(rules.map((r) => r.helpline)).toEqual([undefined, 'refuge']);
});

test('every pattern that cannot be read is told with its place, and the good ones are kept', () => {
  const { file, problems } = read({ category: 'abuse', rules: [{ id: 'a', any: ['(open', 'hit me', '<none>'], unless: ['...'] }] });
  expect(problems.map((p) => [p.field, p.line])).toEqual([
    ['rules.0.any', 4],
    ['rules.0.any', 4],
    ['rules.0.unless', 4],
  ]);
  expect(file?.rules[0]?.any).toHaveLength(1);
});

test.each([
  ['no category', { rules: [hits] }],
  ['a category that is not one', { category: 'toothache', rules: [hits] }],
  ['no rules', { category: 'abuse', rules: [] }],
  ['no patterns', { category: 'abuse', rules: [{ id: 'a', any: [] }] }],
  ['a pattern of nothing', { category: 'abuse', rules: [{ id: 'a', any: [''] }] }],
  ['a pattern that YAML took for fields', { category: 'abuse', rules: [{ id: 'a', any: [{ hit: 'me' }] }] }],
  ['an id with spaces', { category: 'abuse', rules: [{ id: 'a b', any: ['hit'] }] }],
  ['an unknown field', { category: 'abuse', rules: [{ ...hits, tier: 'now' }] }],
  ['nothing', null],
])('a file with %s is refused', (_, value) => {
  const { file, problems } = read(value);
  expect(file).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

const reply = { title: 'T', danger: 'Call 999.', say: 'S', helplines: ['samaritans'] };
const fixed = {
  robot: 'r',
  broken: 'b',
  unsure: 'u',
  also_asked: 'a',
  no_council: 'n',
  still_here: 's',
  helplines: { samaritans: 'Ring 116 123.' },
  replies: Object.fromEntries(crisisCategories.map((c) => [c, reply])),
};

test('the fixed words are whole only when every kind of crisis has its reply', () => {
  expect(repliesFile.safeParse(fixed).success).toBe(true);
  for (const category of crisisCategories) {
    const { [category]: _, ...rest } = fixed.replies;
    expect(repliesFile.safeParse({ ...fixed, replies: rest }).success).toBe(false);
  }
});

test.each(['title', 'danger', 'say', 'helplines'] as const)('a reply to a crisis without its %s is refused', (field) => {
  const { [field]: _, ...rest } = reply;
  expect(repliesFile.safeParse({ ...fixed, replies: { ...fixed.replies, abuse: rest } }).success).toBe(false);
});

test("a carer's words and helplines are kept where there are any", () => {
  expect(crisisReply(reply)).toEqual(reply);
  expect(crisisReply({ ...reply, carer_say: 'C', carer_helplines: ['nspcc'] })).toEqual({
    ...reply,
    carerSay: 'C',
    carerHelplines: ['nspcc'],
  });
});
