import { change, interval, percent, percentile, shareOf, wilson } from './statistics';

test('the interval agrees with published values of Wilson and of Newcombe (1998)', () => {
  const { low, high } = wilson(81, 263);
  expect([low, high].map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);
  expect([wilson(15, 148).low, wilson(15, 148).high].map((x) => x.toFixed(4))).toEqual(['0.0624', '0.1605']);
  expect([wilson(0, 20).low, wilson(0, 20).high].map((x) => x.toFixed(4))).toEqual(['0.0000', '0.1611']);
  expect([wilson(1, 29).low, wilson(1, 29).high].map((x) => x.toFixed(4))).toEqual(['0.0061', '0.1718']);
});

test('the interval holds its share, stays within 0 and 1 and mirrors', () => {
  for (const all of [1, 2, 7, 100, 2240]) {
    for (const n of [0, 1, all >> 1, all]) {
      const { share, low, high } = wilson(n, all);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(share).toBeGreaterThanOrEqual(low);
      expect(share).toBeLessThanOrEqual(high);
      expect(wilson(all - n, all).low).toBeCloseTo(1 - high, 12);
    }
  }
});

test('nothing counted is nothing known', () => {
  expect(wilson(0, 0)).toEqual({ n: 0, of: 0, share: 0, low: 0, high: 1 });
  expect([percent(wilson(0, 0)), interval(wilson(0, 0))]).toEqual(['-', '-']);
});

test('a share counts what passes', () => {
  expect(shareOf([1, 2, 3, 4], (n) => n > 1)).toMatchObject({ n: 3, of: 4, share: 0.75 });
});

test('shares in words', () => {
  expect(percent(wilson(921, 1000))).toBe('92.1%');
  expect(interval(wilson(81, 263))).toBe('25.5-36.6');
  expect(change(wilson(93, 100), { share: 0.915 })).toBe('+1.5');
  expect(change(wilson(90, 100), { share: 0.915 })).toBe('-1.5');
  expect(change(wilson(90, 100), { share: 0.90001 })).toBe('=');
});

test('percentiles are values that were measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.2, 0.5, 0.8, 0.99, 1].map((part) => percentile(values, part))).toEqual([1, 1, 3, 4, 5, 5]);
  expect(
    percentile(
      Array.from({ length: 200 }, (_, i) => i + 1),
      0.99,
    ),
  ).toBe(198);
  expect(percentile([], 0.5)).toBeNaN();
});
