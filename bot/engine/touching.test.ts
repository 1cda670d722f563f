import { conditions, pointedAt, touching } from './touching';
import type { Part } from './types';

const parts: readonly Part[] = [
  { role: 'what', text: 'Most people pay. Students do not count. Ask for a discount. It is quick.' },
  { role: 'law', text: 'The law leaves it to each council. It may change.' },
  { role: 'council', text: 'Devon pays it for you. If you move away, it still does. Students can be sent a letter.' },
  { role: 'next', text: 'Send your student letter.' },
];
const told = (said: string) => touching(parts, said.split(' ')).map(({ role, text }) => [role, text]);

test('the sentences on the same condition are told, each under the heading it came from', () => {
  expect(told('and if im at uni')).toEqual([
    ['what', 'Students do not count.'],
    ['council', 'Students can be sent a letter.'],
  ]);
  expect(told('what if i move')).toEqual([['council', 'If you move away, it still does.']]);
});

test('several conditions are told together, at most three sentences', () => {
  expect(told('if i move for college')).toEqual([
    ['what', 'Students do not count.'],
    ['council', 'If you move away, it still does. Students can be sent a letter.'],
  ]);
});

test('a word that few sentences have points at them, whatever its ending', () => {
  const pointed = (said: string) => pointedAt(parts, said.split(' ')).map(({ role, text }) => [role, text]);
  expect(pointed('how do they send letters')).toEqual([['council', 'Students can be sent a letter.']]);
  expect(pointed('will it be quicker or is it always changing')).toEqual([['law', 'It may change.']]);
});

test('a word that many sentences have, or that says little, points at none', () => {
  const all: readonly Part[] = [{ role: 'what', text: 'Rent is due. Rent is paid. Rent is high. Ask who helps.' }];
  expect(['the rent', 'whos helping'].map((said) => pointedAt(all, said.split(' ')))).toEqual([[], []]);
});

test.each(['who says', 'and if im in prison', ''])('nothing is told where the answer says nothing of it: "%s"', (said) => {
  expect(told(said)).toEqual([]);
});

test('what the whole answer is about is no condition', () => {
  const all: readonly Part[] = [{ role: 'what', text: 'Students pay. Students do not pay. Students may ask.' }];
  expect(touching(all, ['if', 'im', 'a', 'student'])).toEqual([]);
});

test('a sign is a whole word, in the message as in the answer', () => {
  expect(conditions.some((condition) => condition.test('unicorn workshop sharer'))).toBe(false);
});
