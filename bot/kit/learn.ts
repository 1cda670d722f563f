import type { Weights } from '../engine/types';
import { svm, type Rows } from './svm';

/** Weights and worths travel as whole numbers of this many to one. */
const scale = 16;
/** Features that appear in fewer samples say nothing of a class. */
const fewest = 2;
/** Weights nearer to nothing than this, of the largest of their feature, are dropped. */
const faintest = 0.2;

/** What is seen in one line, and the classes that it is an example of. */
export interface Sample {
  readonly of: readonly string[];
  readonly seen: ReadonlyMap<string, number>;
}

export interface Learning {
  /** Features kept at most: those whose weights say most. */
  readonly most: number;
  /** The class that features count for by how well they tell it from the rest; without one they count by how rare they are. */
  readonly telling?: string;
  /** What a sample on the wrong side costs: the more, the closer the weights follow each sample. */
  readonly cost?: number;
}

/** Learns to tell each class from all else: the same samples give the same weights to the byte. */
export function learn(samples: readonly Sample[], { most, telling, cost }: Learning): Weights {
  const classes = [...new Set(samples.flatMap((s) => s.of))].sort();
  const everything = vocabulary(samples, telling);
  const first = weigh(samples, everything, classes, cost);
  const kept = strongest(everything, first, most);
  const weights = kept.size < everything.size ? weigh(samples, kept, classes, cost) : first;
  return {
    classes,
    bias: weights.map((w) => Math.round(w.at(-1)! * scale)),
    weights: Object.fromEntries([...kept].map(([feature, { at, worth }]) => [feature, [Math.round(worth * scale), ...rowOf(weights, at)]])),
    scale,
  };
}

interface Feature {
  readonly at: number;
  readonly worth: number;
}
type Vocabulary = ReadonlyMap<string, Feature>;

function vocabulary(samples: readonly Sample[], telling: string | undefined): Vocabulary {
  const inSamples = new Map<string, { all: number; told: number }>();
  for (const { of, seen } of samples) {
    const told = telling !== undefined && of.includes(telling) ? 1 : 0;
    for (const f of seen.keys()) {
      const before = inSamples.get(f) ?? { all: 0, told: 0 };
      inSamples.set(f, { all: before.all + 1, told: before.told + told });
    }
  }
  const told = samples.filter(({ of }) => telling !== undefined && of.includes(telling)).length;
  const common = [...inSamples].filter(([, { all }]) => all >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  const rarity = (all: number) => Math.log(samples.length / all);
  const worth = (f: { all: number; told: number }) =>
    telling === undefined ? rarity(f.all) + 1 : tells * Math.abs(logRatio(f, told, samples.length)) + (1 - tells) * rarity(f.all);
  return new Map(common.map(([f, counts], at) => [f, { at, worth: worth(counts) }]));
}

/** How much of a feature's worth is how well it tells, and how little how rare it is. */
const tells = 0.75;

// How much likelier a feature is in samples of the class than in the rest, one more of each so that nothing is certain
// (Wang and Manning: Baselines and bigrams, ACL 2012).
function logRatio({ all, told }: { all: number; told: number }, inClass: number, of: number): number {
  return Math.log((told + 1) / (inClass + 2)) - Math.log((all - told + 1) / (of - inClass + 2));
}

function weigh(samples: readonly Sample[], vocab: Vocabulary, classes: readonly string[], cost: number | undefined): Float64Array[] {
  const rows = toRows(samples, vocab);
  return classes.map((id) => svm(rows, (i) => samples[i]!.of.includes(id), cost));
}

function toRows(samples: readonly Sample[], vocab: Vocabulary): Rows {
  const starts = [0];
  const found: number[] = [];
  const values: number[] = [];
  for (const { seen } of samples) {
    const row = [...seen].flatMap(([f, count]) => {
      const known = vocab.get(f);
      return known ? [[known.at, (1 + Math.log(count)) * (Math.round(known.worth * scale) / scale)] as const] : [];
    });
    const length = Math.hypot(...row.map(([, x]) => x)) || 1;
    for (const [at, x] of row) {
      found.push(at);
      values.push(x / length);
    }
    starts.push(found.length);
  }
  return { starts: Int32Array.from(starts), features: Int32Array.from(found), values: Float64Array.from(values), width: vocab.size };
}

function strongest(vocab: Vocabulary, weights: readonly Float64Array[], most: number): Vocabulary {
  const strength = new Map([...vocab].map(([f, { at, worth }]) => [f, weights.reduce((sum, w) => sum + w[at]! ** 2, 0) * worth] as const));
  const kept = [...vocab].sort(([a], [b]) => strength.get(b)! - strength.get(a)! || (a < b ? -1 : 1)).slice(0, most);
  return new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([f, { worth }], at) => [f, { at, worth }]));
}

function rowOf(weights: readonly Float64Array[], at: number): number[] {
  const largest = Math.max(...weights.map((w) => Math.abs(w[at]!)));
  return weights.flatMap((w, c) => {
    const whole = Math.round(w[at]! * scale);
    return whole !== 0 && Math.abs(w[at]!) >= faintest * largest ? [c, whole] : [];
  });
}
