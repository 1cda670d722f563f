import type { Ranked, Weights } from './types';

/** How many features a ranking names as its reasons, and for how many of the best it names them. */
const reasons = 6;
const explained = 3;

interface Weighed {
  readonly feature: string;
  readonly row: readonly number[];
  readonly x: number;
}

/** Scores every class of the model for the features of a message, best first. Pure sums over weights, so each score can be explained. */
export function rank(features: ReadonlyMap<string, number>, model: Weights): Ranked[] {
  const seen = weigh(features, model);
  const sums = new Float64Array(model.bias);
  for (const { row, x } of seen) for (let i = 1; i < row.length; i += 2) sums[row[i]!]! += x * row[i + 1]!;
  const order = model.classes.map((id, at) => ({ id, at, score: sums[at]! / model.scale }));
  order.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return order.map(({ id, at, score }, place) => ({ id, score, because: place < explained ? heaviest(seen, at) : [] }));
}

const rowsBefore = new WeakMap<Weights, ReadonlyMap<string, readonly number[]>>();

// Weights travel as plain JSON. Features are joined of pieces for each message, and a Map finds such a text several times
// quicker than an object does.
function rowsOf(model: Weights): ReadonlyMap<string, readonly number[]> {
  const rows = rowsBefore.get(model) ?? new Map(Object.entries(model.weights));
  rowsBefore.set(model, rows);
  return rows;
}

// Each feature's share of a message of length 1.
function weigh(features: ReadonlyMap<string, number>, model: Weights): Weighed[] {
  const rows = rowsOf(model);
  const seen: { feature: string; row: readonly number[]; x: number }[] = [];
  let square = 0;
  for (const [feature, count] of features) {
    const row = rows.get(feature);
    if (!row) continue;
    const x = (1 + Math.log(count)) * (row[0]! / model.scale);
    square += x * x;
    seen.push({ feature, row, x });
  }
  const length = Math.sqrt(square) || 1;
  for (const one of seen) one.x /= length;
  return seen;
}

function heaviest(seen: readonly Weighed[], at: number): string[] {
  const share = ({ row, x }: Weighed): number => {
    for (let i = 1; i < row.length; i += 2) if (row[i] === at) return x * row[i + 1]!;
    return 0;
  };
  return seen
    .map((w) => [w.feature, share(w)] as const)
    .filter(([, s]) => s > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, reasons)
    .map(([feature]) => feature);
}
