import fc from 'fast-check';
import { svm, type Rows } from './svm';

type Point = readonly number[];

function rowsOf(points: readonly Point[]): Rows {
  const rows = points.map((point) => point.map((value, feature) => [feature, value] as const).filter(([, value]) => value !== 0));
  const starts = rows.reduce<number[]>((at, row) => [...at, at.at(-1)! + row.length], [0]);
  return {
    starts: Int32Array.from(starts),
    features: Int32Array.from(rows.flatMap((row) => row.map(([feature]) => feature))),
    values: Float64Array.from(rows.flatMap((row) => row.map(([, value]) => value))),
    width: points[0]?.length ?? 0,
  };
}

const score = (weights: ArrayLike<number>, point: Point) => [...point, 1].reduce((sum, value, i) => sum + value * weights[i]!, 0);
const cost = 3;

function slowly(points: readonly Point[], is: readonly boolean[]): number[] {
  let weights = Array.from({ length: points[0]!.length + 1 }, () => 0);
  for (let round = 0; round < 4000; round++) {
    const slope = [...weights];
    points.forEach((point, i) => {
      const y = is[i] ? 1 : -1;
      const slack = Math.max(0, 1 - y * score(weights, point));
      [...point, 1].forEach((value, k) => (slope[k]! -= 2 * cost * slack * y * value));
    });
    weights = weights.map((w, k) => w - 0.01 * slope[k]!);
  }
  return weights;
}

test('two kinds that lie apart are told apart', () => {
  const points = [[1, 0], [0.9, 0.1], [0, 1], [0.2, 0.8]]; // prettier-ignore
  const weights = svm(rowsOf(points), (row) => row < 2);
  expect(points.map((point) => score(weights, point) > 0)).toEqual([true, true, false, false]);
});

test('a class that nothing belongs to is never chosen', () => {
  const points = [[1, 0], [0, 1]]; // prettier-ignore
  const weights = svm(rowsOf(points), () => false);
  for (const point of points) expect(score(weights, point)).toBeLessThan(0);
});

test('nothing to learn from gives weights of nothing', () => {
  expect([...svm(rowsOf([]), () => true)]).toEqual([0]);
});

const sample = fc.array(fc.tuple(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 3, maxLength: 3 }), fc.boolean()), {
  minLength: 2,
  maxLength: 8,
});

test('whatever plain, slow descent tells clearly apart, it tells apart too', () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const points = rows.map(([point]) => point);
      const is = rows.map(([, yes]) => yes);
      const slow = slowly(points, is);
      fc.pre(points.every((point, i) => score(slow, point) * (is[i] ? 1 : -1) > 0.5));
      const fast = svm(rowsOf(points), (row) => is[row]!);
      expect(points.map((point) => score(fast, point) > 0)).toEqual(is);
    }),
    { seed: 1 },
  );
});

test('the same samples give the same weights to the last bit', () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const weights = () => Buffer.from(svm(rowsOf(rows.map(([point]) => point)), (row) => rows[row]![1]).buffer).toString('hex');
      expect(weights()).toBe(weights());
    }),
  );
});
