import fc from 'fast-check';
import { quickest } from '../../tests/engine/quickest';
import { openKits } from '../host/kits.node';
import { mend } from './spelling';
import { safety } from './turn';

const kit = openKits('build/kits').for(undefined).kit!;
const known = kit.ranker.words.split(' ');
const realRank = new Map(known.map((word, place) => [word, place]));
const crisisWords = new Set(safety.crisisWords);
const never = () => false;

const words = [
  'council',
  'the',
  'my',
  'have',
  'to',
  'rent',
  'form',
  'from',
  'allowance',
  'tenant',
  'bus',
  'cut',
  'cute',
  'i',
  'a',
  'pay',
  'card',
];
const rank = new Map(words.map((word, place) => [word, place]));
const mended = (typed: string, keep: (word: string) => boolean = never) => mend(typed.split(' '), { rank }, keep).join(' ');

test.each([
  ['a letter missing', 'councl', 'council'],
  ['a letter extra', 'councilk', 'council'],
  ['a letter doubled', 'councill', 'council'],
  ['a letter wrong', 'allowence', 'allowance'],
  ['two letters swapped', 'tenatn', 'tenant'],
  ['the first letter wrong', 'zouncil', 'council'],
  ['a letter before', 'zcouncil', 'council'],
  ['a short word with two letters swapped', 'ubs', 'bus'],
  ['a swap before a letter wrong', 'form', 'form'],
  ['the next key before any other', 'reny', 'rent'],
  ['a space left out', 'councilrent', 'council rent'],
  ['a space left out of two short words', 'mybus', 'my bus'],
  ['a space left out after "i"', 'ihave', 'i have'],
  ['a known word', 'from', 'from'],
  ['a short word that could be anything', 'rnx', 'rnx'],
  ['two slips', 'cuoncli', 'cuoncli'],
  ['a word with a number in it', 'r3nt', 'r3nt'],
  ['a word of another alphabet', 'помощь', 'помощь'],
  ['a very long word', 'a'.repeat(25), 'a'.repeat(25)],
  ['nothing', '', ''],
])('%s: "%s" becomes "%s"', (_, typed, meant) => {
  expect(mended(typed)).toBe(meant);
});

test('of two words as near, the one that is often heard beside its neighbour is meant', () => {
  const together = (a: string, b: string) => a === 'bus' && b === 'card';
  const places = new Map([['care', 0], ['card', 1], ['bus', 2]]); // prettier-ignore
  expect(mend(['bus', 'carp'], { rank: places }, never)).toEqual(['bus', 'care']);
  expect(mend(['bus', 'carp'], { rank: places, together }, never)).toEqual(['bus', 'card']);
});

test('a word that is to be kept stays as typed', () => {
  expect(mended('cutt')).toBe('cut');
  expect(mended('cutt', (word) => word === 'cutt')).toBe('cutt');
});

test('of a message of ten thousand strange words the first are mended, in little time', () => {
  const strange = Array.from({ length: 1500 }, (_, i) => `councl${'abcdefghij'[i % 10]}`);
  const { gave, took } = quickest(50, () => mend(strange, { rank: realRank }, never));
  expect(took).toBeLessThan(50);
  expect(gave.length).toBeGreaterThanOrEqual(1500);
});

const oneSlip = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < long.length) return Array.from(long).some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  const wrong = Array.from(short).flatMap((c, i) => (c === long[i] ? [] : [i]));
  const [i = 0, j = 0] = wrong;
  return wrong.length === 1 || (wrong.length === 2 && j === i + 1 && short[i] === long[j] && short[j] === long[i]);
};

test('a word one slip from a known one is never left strange, and nothing is mended that is not', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (few, typed) => {
      const places = new Map(few.map((w, place) => [w, place]));
      const out = mend([typed], { rank: places }, never);
      const near = typed.length >= 4 && few.some((w) => oneSlip(typed, w));
      const asTyped = out.length === 1 && out[0] === typed;
      const allKnown = out.every((w) => places.has(w));
      const isSlip = out.length === 1 ? oneSlip(typed, out[0]!) : out.join('') === typed;
      const stays = few.includes(typed) || typed.length < 3;
      expect(stays ? asTyped : near ? allKnown && isSlip : asTyped || (allKnown && isSlip)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is typed, the real words give back the word itself or words that are known', () => {
  const slipped = fc.tuple(fc.constantFrom(...known), fc.nat(), fc.constantFrom('', 'x', 'e')).map(([w, at, put]) => {
    const place = at % (w.length + 1);
    return w.slice(0, place) + put + w.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(slipped, fc.string()), (typed) => {
      const out = mend([typed], { rank: realRank }, (w) => crisisWords.has(w));
      const asTyped = out.length === 1 && out[0] === typed;
      expect(asTyped || (out.every((w) => realRank.has(w)) && !crisisWords.has(typed))).toBe(true);
    }),
  );
});
