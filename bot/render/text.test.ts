import type { Part, Reply, Role } from '../engine/types';
import { asText, labelOf } from './text';

const reply = (parts: readonly Part[], more: Partial<Reply> = {}): Reply => ({
  kind: 'answer',
  topics: ['council-tax'],
  crisis: null,
  act: null,
  title: 'Council tax',
  parts,
  brief: [],
  choices: [],
  ref: null,
  council: 'devon',
  why: { rule: 'test' },
  ...more,
});

test('a reply is all its parts, with a line between, then the choices and the code', () => {
  const parts: Part[] = [
    { role: 'what', text: 'Each council decides.' },
    { role: 'law', text: 'There is no law.' },
    { role: 'council', text: 'You pay nothing.' },
    { role: 'next', text: 'Tell them.' },
    { role: 'source', text: 'A report.' },
  ];
  expect(asText(reply(parts, { choices: ['Money', 'Home'], ref: 'CT-DEV' }), 'Devon').split('\n\n')).toEqual([
    'Each council decides.',
    'What the law says: There is no law.',
    'What Devon says: You pay nothing.',
    'Tell them.',
    'Where this comes from: A report.',
    '1. Money\n2. Home',
    'Ref CT-DEV',
  ]);
});

test('a reply with neither choices nor code ends with its words', () => {
  expect(asText(reply([{ role: 'what', text: 'Hello.' }]), null)).toBe('Hello.');
});

test.each<[Role, boolean]>([
  ['what', false],
  ['law', true],
  ['council', true],
  ['next', false],
  ['who', false],
  ['source', true],
  ['notice', false],
])('a part that is %s has a heading: %s', (role, has) => {
  expect(labelOf({ role, text: 'x' }, 'Devon') !== null).toBe(has);
});
