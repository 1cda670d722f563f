import fc from 'fast-check';
import { quickest } from '../../tests/engine/quickest';
import { slowSpans, somePattern, someWords } from '../../tests/engine/slowSearch';
import { gap, word } from '../../tests/engine/steps';
import { spans } from './pattern';
import type { Pattern } from './types';

test('a phrase of no words takes no word', () => {
  expect(spans([{ words: [[]] }, word('hit')], ['he', 'hit'])).toEqual([{ from: 1, to: 2 }]);
});

test("a step's words are sorted once", () => {
  let reads = 0;
  const phrases = Object.defineProperty([['hit']], Symbol.iterator, { value: () => (reads++, [['hit']].values()) });
  const pattern: Pattern = [{ words: phrases }];
  for (let i = 0; i < 3; i++) expect(spans(pattern, ['he', 'hit'])).toEqual([{ from: 1, to: 2 }]);
  expect(reads).toBe(1);
});

test('ways to the same place are followed once', () => {
  const words = Array.from({ length: 40 }, () => 'hit');
  const many: Pattern = [...Array.from({ length: 12 }, () => gap(3)), word('never')];
  const { gave, took } = quickest(500, () => spans(many, words));
  expect(gave).toEqual([]);
  expect(took).toBeLessThan(500);
});

test('patterns match where a slow search that tries every way matches', () => {
  fc.assert(
    fc.property(somePattern, someWords, (pattern, words) => {
      expect(spans(pattern, words)).toEqual(slowSpans(pattern, words));
    }),
    { numRuns: 2000 },
  );
});
