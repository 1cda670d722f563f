import fc from 'fast-check';
import { counted, lexicon, withConcepts, withGaps } from './features';

const none = lexicon({});
const features = (words: readonly string[], concepts: typeof none) => counted(withConcepts(words, concepts));
const someWords = fc.array(fc.constantFrom('pay', 'tax', 'a', 'council', 'constructor', 'é'), { maxLength: 8 });
const starting = (mark: RegExp, counts: ReadonlyMap<string, number>) => [...counts].filter(([f]) => mark.test(f));
const total = (counts: readonly (readonly [string, number])[]) => counts.reduce((sum, [, n]) => sum + n, 0);

test('a message is seen as words, pairs, and pieces of three and four letters', () => {
  expect(Object.fromEntries(features(['pay', 'tax'], none))).toEqual({
    pay: 1, tax: 1, '^_pay': 1, pay_tax: 1,
    '#<pa': 1, '#pay': 1, '#ay>': 1, '#<pay': 1, '#pay>': 1,
    '#<ta': 1, '#tax': 1, '#ax>': 1, '#<tax': 1, '#tax>': 1,
  }); // prettier-ignore
});

test('of whom a person speaks changes nothing', () => {
  const seen = (text: string) => [...features(text.split(' '), none)];
  expect(seen('can he stay with his mum')).toEqual(seen('can she stay with her dad'));
  expect(seen('my son')).not.toEqual(seen('my cousin'));
});

test('the crisis detector sees who did it', () => {
  expect([...counted(withGaps(['he', 'hit', 'me']))]).not.toEqual([...counted(withGaps(['she', 'hit', 'me']))]);
});

test('no words have no features', () => {
  expect(features([], none).size).toBe(0);
});

test('each word is counted as often as it is said, and begins one pair fewer than there are words', () => {
  fc.assert(
    fc.property(someWords, (words) => {
      const counts = features(words, none);
      for (const word of words) expect(counts.get(word)).toBe(words.filter((w) => w === word).length);
      expect(total(starting(/_/u, counts))).toBe(words.length);
    }),
  );
});

test('a misspelt word shares pieces with the right one', () => {
  const pieces = (word: string) => new Set(starting(/^#/u, features([word], none)).map(([f]) => f));
  expect([...pieces('allowance')].filter((piece) => pieces('alowance').has(piece)).length).toBeGreaterThan(8);
});

const concepts = { bailiff: ['debt'], 'final demand': ['debt', 'letter'], 'final year': ['university'] };

test.each([
  ['a bailiff came', { '@debt': 1 }],
  ['got a final demand today', { '@debt': 1, '@letter': 1, '@debt+letter': 1 }],
  ['final demand then a bailiff', { '@debt': 2, '@letter': 1, '@debt+letter': 1 }],
  ['final year', { '@university': 1 }],
  ['final', {}],
  ['demand final', {}],
  ['constructor', {}],
])('"%s" holds the concepts %j', (text, found) => {
  expect(Object.fromEntries(starting(/^@/u, features(text.split(' '), lexicon(concepts))))).toEqual(found);
});

test('a concept is found wherever its phrase stands', () => {
  fc.assert(
    fc.property(someWords, someWords, (before, after) => {
      expect(features([...before, 'final', 'demand', ...after], lexicon(concepts)).get('@debt')).toBe(1);
    }),
  );
});
