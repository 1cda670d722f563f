import type { Reply } from '../../../bot/engine/types';
import { differences } from './differences';

const part = (text: string) => ({ role: 'what' as const, text });
const reply: Reply = {
  kind: 'help-now',
  topics: [],
  crisis: 'abuse',
  act: null,
  title: '',
  parts: [part('Call 999 now.'), part('Ring 0300 300 8000.'), part('Or ring 116 123.')],
  brief: [part('Call 999 now.'), part('Ring 0300 300 8000.'), part('Or ring 116 123.')],
  choices: ['Devon'],
  ref: 'CT',
  council: null,
  why: { rule: 'test' },
};
const whole = 'Call 999 now.\nRing 0300 300 8000.\n\nOr ring 116 123.\nRef CT';

test('a channel that says the same has none', () => {
  expect(differences({}, reply, { text: whole, choices: ['Devon'] })).toEqual([]);
  expect(differences({ saysLess: 'short' }, reply, { text: whole, choices: [] })).toEqual([]);
});

test.each([
  ['a part left out', whole.replace('Call 999 now.', ''), ['Devon']],
  ['a figure changed', whole.replace('8000', '8001'), ['Devon']],
  ['a figure of its own', `${whole} 25`, ['Devon']],
  ['the code left out', whole.replace('Ref CT', ''), ['Devon']],
  ['a choice left out', whole, []],
])('%s is a difference', (_, text, choices) => {
  expect(differences({}, reply, { text, choices })).not.toEqual([]);
});

test('a channel that says less may leave out, but not change, and never the crisis numbers', () => {
  const answer: Reply = { ...reply, kind: 'answer' };
  expect(differences({ saysLess: 'short' }, answer, { text: 'Call 999 now.', choices: [] })).toEqual([]);
  expect(differences({ saysLess: 'short' }, answer, { text: 'Call 999 now. 25', choices: [] })).toHaveLength(1);
  expect(differences({ saysLess: 'short' }, reply, { text: 'Call 999 now.', choices: [] })).toHaveLength(2);
});
