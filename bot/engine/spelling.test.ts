import fc from 'fast-check';
import { openKits } from '../host/kits.node';
import { correct } from './spelling';
import { safety } from './turn';

const kit = openKits('build/kits').for(undefined).kit!;
const known = kit.ranker.words.split(' ');
const realRank = new Map(known.map((word, place) => [word, place]));
const crisisWords = new Set(safety.crisisWords);
const never = () => false;

const rank = new Map(['council', 'allowance', 'form', 'from', 'rent', 'tenant', 'bus', 'cut', 'cute'].map((word, place) => [word, place]));

test.each([
  ['a letter missing', 'councl', 'council'],
  ['a letter extra', 'councill', 'council'],
  ['a letter wrong', 'allowence', 'allowance'],
  ['two letters swapped', 'tenatn', 'tenant'],
  ['the first letter wrong', 'zouncil', 'council'],
  ['a letter before', 'zcouncil', 'council'],
  ['the commoner of two near words', 'forx', 'form'],
  ['a known word', 'from', 'from'],
  ['a short word', 'ren', 'ren'],
  ['two slips', 'cuoncli', 'cuoncli'],
  ['a word with a number in it', 'r3nt', 'r3nt'],
  ['a word of another alphabet', 'помощь', 'помощь'],
  ['a very long word', 'a'.repeat(21), 'a'.repeat(21)],
  ['nothing', '', ''],
])('%s: "%s" becomes "%s"', (_, typed, meant) => {
  expect(correct(typed, rank, never)).toBe(meant);
});

test('a word of the crisis rules is left as typed, and no other word is turned into one', () => {
  const keep = (word: string) => word === 'cuts' || word === 'cute';
  expect(correct('cuts', rank, never)).toBe('cut');
  expect(correct('cuts', rank, keep)).toBe('cuts');
  expect(correct('cutte', rank, never)).toBe('cute');
  expect(correct('cutte', rank, keep)).toBe('cutte');
});

const oneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < long.length) return Array.from(long).some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  const wrong = Array.from(short).flatMap((c, i) => (c === long[i] ? [] : [i]));
  const [i = 0, j = 0] = wrong;
  return wrong.length === 1 || (wrong.length === 2 && j === i + 1 && short[i] === long[j] && short[j] === long[i]);
};

test('it finds what a slow search of every known word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word, { maxLength: 10 }), word, (words, kept, typed) => {
      const keep = (w: string) => kept.includes(w);
      const near = words.find((w) => oneSlip(typed, w) && !keep(w));
      const left = typed.length < 4 || words.includes(typed) || keep(typed);
      expect(correct(typed, new Map(words.map((w, place) => [w, place])), keep)).toBe(left ? typed : (near ?? typed));
    }),
    { numRuns: 1000 },
  );
});

test('whatever is typed, the real words give back the word itself or a known word that is no word of the crisis rules', () => {
  const slipped = fc.tuple(fc.constantFrom(...known), fc.nat(), fc.constantFrom('', 'x', 'e')).map(([w, at, put]) => {
    const place = at % (w.length + 1);
    return w.slice(0, place) + put + w.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(slipped, fc.string()), (typed) => {
      const meant = correct(typed, realRank, (w) => crisisWords.has(w));
      expect(meant === typed || (realRank.has(meant) && !crisisWords.has(meant))).toBe(true);
    }),
  );
});
