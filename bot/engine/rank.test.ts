import fc from 'fast-check';
import { openKits } from '../host/kits.node';
import { counted, lexicon, withConcepts } from './features';
import { rank } from './rank';
import type { Ranker } from './types';

const kit = openKits('build/kits').for(undefined).kit!;
const real = kit.ranker;
const realConcepts = lexicon(real.concepts);
const someWords = fc.array(fc.oneof(fc.constantFrom(...real.words.split(' ').slice(0, 500)), fc.string()), { maxLength: 20 });

const tiny: Ranker = {
  classes: ['tax', 'rent', 'bus'],
  bias: [-10, -10, -20],
  weights: { council: [20, 0, 10, 1, 8], tax: [30, 0, 30, 1, -5], rent: [30, 1, 40], '@debt': [15, 0, 3, 1, 3] },
  concepts: { 'final demand': ['debt'] },
  words: 'council tax rent',
  scale: 10,
};
const concepts = lexicon(tiny.concepts);

test.each([
  ['council tax', ['tax', 'rent', 'bus']],
  ['rent', ['rent', 'tax', 'bus']],
  ['nothing known', ['rent', 'tax', 'bus']],
])('"%s" ranks %j', (text, order) => {
  expect(rank(withConcepts(text.split(' '), concepts), tiny).map((r) => r.id)).toEqual(order);
});

test('equal scores stand in order of name, so that the same words always get the same answer', () => {
  expect(rank(withConcepts([], concepts), tiny)).toEqual([
    { id: 'rent', score: -1, because: [] },
    { id: 'tax', score: -1, because: [] },
    { id: 'bus', score: -2, because: [] },
  ]);
});

test('the reasons are the features that weighed for a topic, heaviest first, and none that weighed against it', () => {
  const ranked = rank(withConcepts(['council', 'tax', 'final', 'demand'], concepts), tiny);
  expect(ranked.map((r) => [r.id, r.because])).toEqual([
    ['tax', ['tax', 'council', '@debt']],
    ['rent', ['council', '@debt']],
    ['bus', []],
  ]);
});

test('words never seen change nothing', () => {
  expect(rank(withConcepts(['council', 'zzz', 'constructor', 'toString'], concepts), tiny)).toEqual(
    rank(withConcepts(['council'], concepts), tiny),
  );
});

const slowly = (words: readonly string[], ranker: Ranker, looked: typeof concepts): Map<string, number> => {
  const counts = counted(withConcepts(words, looked));
  const vector = Object.entries(ranker.weights).map(([f, [idf = 0]]) =>
    counts.has(f) ? (1 + Math.log(counts.get(f)!)) * (idf / ranker.scale) : 0,
  );
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  const scores = ranker.classes.map((id, c) => {
    const terms = Object.values(ranker.weights).map((row, f) => {
      const at = row.findIndex((cls, i) => i % 2 === 1 && cls === c);
      return at < 0 || !vector[f] ? 0 : ((vector[f] / length) * row[at + 1]!) / ranker.scale;
    });
    return [id, terms.reduce((sum, x) => sum + x, ranker.bias[c]! / ranker.scale)] as const;
  });
  return new Map(scores);
};

test.each([
  ['the tiny ranker', tiny, concepts, fc.array(fc.constantFrom('council', 'tax', 'rent', 'final', 'demand', 'zzz'), { maxLength: 6 }), 200],
  ['the real ranker', real, realConcepts, someWords, 10],
] as const)('%s scores as a slow sum over every weight does, best first', (_, ranker, looked, words, numRuns) => {
  fc.assert(
    fc.property(words, (said) => {
      const ranked = rank(withConcepts(said, looked), ranker);
      const slow = slowly(said, ranker, looked);
      expect(ranked.map((r) => r.id).sort()).toEqual([...ranker.classes].sort());
      for (const { id, score } of ranked) expect(score).toBeCloseTo(slow.get(id)!, 9);
      expect(ranked.every((r, i) => i === 0 || ranked[i - 1]!.score >= r.score)).toBe(true);
    }),
    { numRuns },
  );
});

test.each([
  ['council tax', 'council-tax'],
  ['university', 'university'],
  ['personal adviser', 'personal-adviser'],
  ['thank you', 'thanks'],
])('the real ranker puts "%s" under %s', (text, topic) => {
  expect(rank(withConcepts(text.split(' '), realConcepts), real)[0]?.id).toBe(topic);
});
