/** Samples as sparse rows: the features and values of row i are at starts[i] to starts[i + 1]. */
export interface Rows {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

// Squared hinge loss, one class against the rest, by dual coordinate descent
// (Hsieh, Chang, Lin, Keerthi, Sundararajan: A dual coordinate descent method for large-scale linear SVM, ICML 2008).
/** What a row on the wrong side costs, where the caller names nothing else. */
const usualCost = 3;
const rounds = 12;

/** Weights, with the bias last, that tell the rows marked true from the rest. The same input gives the same bytes. */
export function svm(rows: Rows, isClass: (row: number) => boolean, cost = usualCost): Float64Array {
  const { starts, features, values, width } = rows;
  const count = starts.length - 1;
  const weights = new Float64Array(width + 1);
  const alpha = new Float64Array(count);
  const sign = Float64Array.from({ length: count }, (_, i) => (isClass(i) ? 1 : -1));
  const diagonal = 1 / (2 * cost);
  const norms = Float64Array.from({ length: count }, (_, i) => {
    let sum = 1 + diagonal;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += values[k]! ** 2;
    return sum;
  });
  const order = Int32Array.from({ length: count }, (_, i) => i);
  let seed = 1;
  for (let round = 0; round < rounds; round++) {
    // A fixed shuffle: a random one would give another kit from the same YAML.
    for (let i = count - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) {
      const y = sign[i]!;
      const from = starts[i]!;
      const to = starts[i + 1]!;
      let margin = weights[width]!;
      for (let k = from; k < to; k++) margin += weights[features[k]!]! * values[k]!;
      const gradient = y * margin - 1 + alpha[i]! * diagonal;
      const before = alpha[i]!;
      if (before === 0 && gradient >= 0) continue;
      alpha[i] = Math.max(before - gradient / norms[i]!, 0);
      const step = (alpha[i] - before) * y;
      if (step === 0) continue;
      for (let k = from; k < to; k++) weights[features[k]!]! += step * values[k]!;
      weights[width]! += step;
    }
  }
  return weights;
}
