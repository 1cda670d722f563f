import type { Engine, Given, Peer } from './peers/peer';
import { race } from './race';
import type { Question } from './rows';

const given: Given = { asks: [], words: (text) => text.split(' '), concepts: () => [], plain: (text) => text, lexicon: {} };

// "rent 0.9": the best hit is rent, and 0.9 is its score.
const reading: Engine = {
  find: (text) => {
    const [topic, score] = text.split(' ');
    return { hits: [{ topic: topic!, score: Number(score) }] };
  },
  saved: () => 'a'.repeat(1000),
};
const wrong: Engine = { ...reading, find: () => ({ hits: [{ topic: 'none', score: 1 }] }) };
const peer = (...engines: Engine[]): Peer => ({
  name: 'peer',
  setUps: engines.map((engine, i) => ({ how: `way ${i}`, build: () => engine })),
});

const rows = (n: number, text: string, ...topics: string[]): Question[] => Array.from({ length: n }, () => ({ text, topics, style: '' }));
const outside = rows(10, 'rent 0.3', 'out-of-scope');

test('the set-up that does best on the tuning half is judged on the other', async () => {
  const good = rows(50, 'rent 0.9', 'rent');
  const result = await race(
    peer(wrong, reading, wrong),
    given,
    [...good, ...outside],
    [...good, ...rows(50, 'food 0.9', 'rent'), ...outside],
  );
  expect(result.how).toMatch(/^way 1; sure by /);
  expect(result.rightFirst).toMatchObject({ n: 50, of: 100 });
  expect(result.ownedUp).toMatchObject({ n: 10, of: 10 });
  expect(result.gzipBytes).toBeLessThan(100);
});

test('the threshold loses at most 3 in 100 good questions of the tuning half', async () => {
  const good = [...rows(97, 'rent 0.9', 'rent'), ...rows(3, 'rent 0.2', 'rent')];
  const few = await race(peer(reading), given, [...good, ...outside], [...good, ...outside]);
  expect([few.lost.n, few.ownedUp.n, few.rightFirst.n, few.rightAndSure.n]).toEqual([3, 10, 100, 97]);
  const more = [...rows(96, 'rent 0.9', 'rent'), ...rows(4, 'rent 0.2', 'rent')];
  const kept = await race(peer(reading), given, [...more, ...outside], [...more, ...outside]);
  expect([kept.lost.n, kept.ownedUp.n]).toEqual([0, 0]);
});

test('a question taken for one out of scope is owned up to, whatever the threshold', async () => {
  const good = [...rows(90, 'rent 0.9', 'rent'), ...rows(10, 'out-of-scope 0.9', 'rent')];
  const result = await race(peer(reading), given, good, [...good, ...outside]);
  expect([result.lost.n, result.ownedUp.n, result.rightAndSure.n]).toEqual([10, 0, 90]);
});

test('a peer that says how sure it is is taken at its word', async () => {
  const sure: Engine = { ...reading, find: (text) => ({ hits: [{ topic: 'rent', score: 1 }], sure: text.includes('0.3') ? -1 : 1 }) };
  const good = rows(50, 'rent 0.9', 'rent');
  const result = await race(peer(sure), given, [...good, ...outside], [...good, ...outside]);
  expect(result.how).toBe('way 0; sure by its own measure');
  expect([result.lost.n, result.ownedUp.n]).toEqual([0, 10]);
});
