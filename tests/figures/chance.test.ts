import { chance, oneOf, seedOf, shuffled } from './chance';

const some = (seed: number, n = 1000) => Array.from({ length: n }, chance(seed));

test('the same seed gives the same numbers, another seed others', () => {
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
});

test('numbers are from 0 up to 1 and spread evenly', () => {
  const numbers = some(1, 20_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const within = numbers.filter((x) => Math.floor(x * 10) === tenth).length;
    expect(Math.abs(within - 2000)).toBeLessThan(200);
  }
});

test('a shuffle keeps every item and repeats', () => {
  const items = Array.from({ length: 100 }, (_, i) => i);
  const once = shuffled(items, 3);
  expect(once).not.toEqual(items);
  expect([...once].sort((a, b) => a - b)).toEqual(items);
  expect(shuffled(items, 3)).toEqual(once);
});

test('texts seed chance', () => {
  expect(seedOf('do i pay council tax')).toBe(seedOf('do i pay council tax'));
  expect(seedOf('a')).not.toBe(seedOf('b'));
  expect(seedOf('')).toBe(0x811c9dc5);
});

test('one of the items', () => {
  expect(oneOf([], chance(1))).toBeUndefined();
  const next = chance(1);
  expect(new Set(Array.from({ length: 50 }, () => oneOf(['a', 'b'], next)))).toEqual(new Set(['a', 'b']));
});
