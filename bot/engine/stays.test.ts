import { chanceOfStaying } from './stays';
import type { Ranked } from './types';

const ranked = (scores: Readonly<Record<string, number>>): Ranked[] =>
  Object.entries(scores)
    .map(([id, score]) => ({ id, score, because: [] }))
    .sort((a, b) => b.score - a.score);
const chance = (said: string, scores: Readonly<Record<string, number>>, topic = 'college') =>
  chanceOfStaying(said.split(' '), ranked(scores), topic);

const faint = { college: -0.9, transport: -0.6 };

test.each(['do they pay it', 'what if im 19', 'when does that stop', 'is it the same for my mate', 'but i never got mine'])(
  '"%s" says nothing of its own, and stays',
  (said) => expect(chance(said, faint)).toBeGreaterThan(0.7),
);

test('a subject said plainly is a new one', () => {
  expect(chance('how do i get a bus pass', { college: -1, transport: 1.6 })).toBeLessThan(0.2);
});

test('the more the words speak for another subject, the less likely the old one is', () => {
  const chances = [-0.8, -0.3, 0.2, 0.7, 1.2].map((transport) => chance('can i get a pass for it', { college: -0.9, transport }));
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
  expect(new Set(chances).size).toBe(chances.length);
});

test('the more they speak for the old one, the likelier it is', () => {
  expect(chance('can i get a pass', { college: 0.4, transport: 0.5 })).toBeGreaterThan(
    chance('can i get a pass', { college: -0.9, transport: 0.5 }),
  );
});

test('words that say that something else comes count against it', () => {
  const scores = { college: -0.6, transport: 0 };
  expect(chance('another thing do i get a pass', scores)).toBeLessThan(chance('and then do i get a pass', scores));
});

test.each(['and my sister', 'what about my little brother', 'for our young person too'])(
  '"%s" is the same question for somebody else',
  (said) => {
    expect(chance(said, { college: -1, 'family-contact': 2 })).toBe(1);
  },
);

test('it is a chance, whatever the message and whatever the topics', () => {
  for (const said of ['', 'x', 'if '.repeat(500).trim()]) {
    for (const topics of [ranked({}), ranked({ college: 3 }), ranked({ college: -3, transport: 3 })]) {
      const found = chanceOfStaying(said.split(' '), topics, 'college');
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }
  }
});
