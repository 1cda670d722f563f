import fc from 'fast-check';
import { somePattern } from '../../tests/engine/slowSearch';
import { end, gap, maybe, start, word } from '../../tests/engine/steps';
import { indexOf, metIn, startsOf } from './needs';
import { reachBefore } from './pattern';
import type { CrisisRule, Pattern } from './types';

const ruleOf = (...any: Pattern[]): CrisisRule => ({ id: 'a', category: 'abuse', any, unless: [] });

const startsIn = (pattern: Pattern, words: readonly string[]) => {
  const index = indexOf([ruleOf([word('other')], pattern)]);
  return startsOf(index.patterns[1]!, metIn(index, words));
};

/** A message of so many words that no rule knows, with some words at their places. */
const message = (length: number, known: Readonly<Record<number, string>>): string[] =>
  Array.from({ length }, (_, at) => known[at] ?? `x${at}`);

test.each<[string, Pattern, readonly string[], readonly number[]]>([
  ['its word', [word('hit')], ['he', 'hit', 'me', 'hit'], [1, 3]],
  ['either of two words', [word('hit', 'beat')], ['he', 'beat', 'hit'], [1, 2]],
  ['a word that begins so', [word('hit*')], ['hitting', 'he', 'hint', 'hits'], [0, 3]],
  ['the first word of two', [word('hit me')], ['hit', 'me', 'hit'], [0, 2]],
  ['the word after an edge', [word('^ hit')], ['hit', 'hit'], [0, 1]],
  ['two words side by side', [word('hit'), word('me')], ['hit', 'me', 'hit', 'you', 'me'], [0]],
  ['a gap', [word('hit'), gap(2), word('me')], ['hit', 'a', 'b', 'me', 'hit', 'a', 'b', 'c', 'me'], [0]],
  ['a word that may be left out', [maybe('he did', 'she'), word('hit')], ['a', 'b', 'c', 'd', 'hit'], [2, 3, 4]],
  ['a longer and a shorter phrase', [word('he did', 'she'), word('hit')], ['he', 'did', 'hit'], [0]],
  ['a shorter phrase after a longer', [word('she', 'he did'), word('hit')], ['he', 'did', 'hit'], [0]],
  ['an edge', [start, word('hit'), end], ['hit', 'hit'], [0, 1]],
  ['no word that is there', [word('beat')], ['he', 'hit'], []],
  ['two words, one of them missing', [word('hit'), gap(9), word('her')], ['he', 'hit', 'me'], []],
])('a match of %s can begin where all its words are within reach', (_, pattern, words, expected) => {
  expect(startsIn(pattern, words)).toEqual(expected);
});

test.each([30, 31, 32, 33, 62, 63, 64, 65, 95, 96, 127, 128])('so it is with words at place %i and after it', (at) => {
  for (const between of [0, 1, 30, 31, 32, 33, 63, 64, 65, 100]) {
    const pattern: Pattern = [word('hit'), gap(between), word('me')];
    const near = message(at + between + 40, { [at]: 'hit', [at + between + 1]: 'me' });
    const far = message(at + between + 40, { [at]: 'hit', [at + between + 2]: 'me' });
    const before = message(at + between + 40, { [at]: 'hit', [at - 1]: 'me' });
    expect([startsIn(pattern, near), startsIn(pattern, far), startsIn(pattern, before)]).toEqual([[at], [], []]);
  }
});

test('of words that stand at every place each is one', () => {
  const words = Array.from({ length: 70 }, () => 'hit');
  expect(startsIn([word('hit')], words)).toEqual([...words.keys()]);
  expect(startsIn([gap(40), word('hit')], message(70, { 3: 'hit', 60: 'hit' }))).toEqual([
    0,
    1,
    2,
    3,
    ...Array.from({ length: 41 }, (_, i) => 20 + i),
  ]);
});

test('a need that the end of the message cuts short is not met by the words of another', () => {
  const index = indexOf([ruleOf([word('hit'), gap(40), word('me')], [word('you')], [word('hit')], [word('you')])]);
  const met = metIn(index, message(32, { 5: 'you', 10: 'me', 20: 'hit' }));
  expect(index.patterns.map((one) => startsOf(one, met))).toEqual([[], [5], [20], [5]]);
});

test('a pattern that needs no word can begin anywhere', () => {
  expect(startsIn([start, gap(3), end], ['hit'])).toBeUndefined();
  expect(startsIn([maybe('hit'), word('^', 'me')], ['hit'])).toBeUndefined();
});

test('in a message of no words nothing can begin', () => {
  expect(startsIn([word('hit')], [])).toEqual([]);
});

test('a pattern is possible once a word for each of its needs is somewhere, and one that needs none always', () => {
  const index = indexOf([
    ruleOf([word('hit'), gap(1), word('me')], [word('you')]),
    ruleOf([maybe('hit')], [word('hit*', 'me'), word('me')]),
  ]);
  const possible = (...words: string[]) => metIn(index, words).possible;
  expect(possible()).toEqual([2]);
  expect(possible('hit', 'hit')).toEqual([2]);
  expect(possible('me')).toEqual([2, 3]);
  expect(possible('me', 'x', 'x', 'x', 'hit', 'you')).toEqual([0, 1, 2, 3]);
  expect(index.patterns.map(({ rule }) => rule)).toEqual([0, 0, 1, 1]);
});

test('the needs of a list of rules are made once', () => {
  const rules = [ruleOf([word('hit')])];
  expect(indexOf(rules)).toBe(indexOf(rules));
});

test('any pattern can begin where a slow search finds a word for each of its needs within reach', () => {
  const fits = (wanted: string, got: string) => (wanted.endsWith('*') ? got.startsWith(wanted.slice(0, -1)) : got === wanted);
  const slowly = (pattern: Pattern, words: readonly string[]) =>
    [...words.keys()].filter((from) =>
      pattern.every((step, i) => {
        if (!('words' in step) || step.optional) return true;
        const firsts = step.words.map((phrase) => phrase[0]!);
        return words.slice(from, from + reachBefore(pattern, i) + 1).some((got) => firsts.some((wanted) => fits(wanted, got)));
      }),
    );
  const words = fc.array(fc.constantFrom('hit', 'hits', 'him', 'hi', 'me', 'x', 'y', 'z', 'v', 'w'), { maxLength: 100 });
  fc.assert(
    fc.property(somePattern, words, (pattern, said) => {
      expect(startsIn(pattern, said) ?? [...said.keys()]).toEqual(slowly(pattern, said));
    }),
    { numRuns: 500 },
  );
});
