import { features, lexicon } from '../engine/features';
import { tidy } from '../engine/tidy';
import type { Ranker } from '../engine/types';
import type { Knowledge } from './knowledge';
import { svm, type Rows } from './svm';

/** Weights and idf travel as whole numbers of this many to one. */
const scale = 64;
/** Features that appear in fewer asks say nothing of a topic. */
const fewest = 2;
/** Features kept for the phone: those whose weights say most. */
const most = 30_000;
/** Weights nearer to nothing than this, of the largest of their feature, are dropped. */
const faintest = 0.1;

type Sample = readonly [id: string, words: readonly string[]];

/** Trains the ranker from the asks, keeping at most `cap` features: the same knowledge gives the same ranker to the byte. */
export function train(knowledge: Learnt, cap = most): Ranker {
  const samples: Sample[] = saidOf(knowledge).map(([id, line]) => [id, tidy(line, knowledge.spelling).tokens]);
  const classes = [...new Set(samples.map(([id]) => id))].sort();
  const concepts = phrases(knowledge.concepts, knowledge.spelling);
  const looked = lexicon(concepts);
  const seen = samples.map(([, words]) => features(words, looked));
  const everything = vocabulary(seen);
  const first = weigh(samples, seen, everything, classes);
  const kept = strongest(everything, first, cap);
  const weights = weigh(samples, seen, kept, classes);
  return {
    classes,
    bias: weights.map((w) => Math.round(w.at(-1)! * scale)),
    weights: Object.fromEntries([...kept].map(([feature, { at, idf }]) => [feature, [Math.round(idf * scale), ...rowOf(weights, at)]])),
    concepts,
    words: wordsOf(samples),
    scale,
  };
}

/** What is learnt from: how people ask, and the near misses that editors noted, each for the topic it really means. */
export type Learnt = Pick<Knowledge, 'asks' | 'concepts' | 'spelling' | 'national'>;

function saidOf({ asks, national }: Learnt): (readonly [id: string, line: string])[] {
  const misses = [...national.values()].flatMap(({ written }) => written.near_misses.map(({ say, means }) => [means, say] as const));
  return [...[...asks].flatMap(([id, lines]) => lines.map((line) => [id, line] as const)), ...misses];
}

interface Feature {
  readonly at: number;
  readonly idf: number;
}
type Vocabulary = ReadonlyMap<string, Feature>;

function vocabulary(seen: readonly ReadonlyMap<string, number>[]): Vocabulary {
  const inAsks = new Map<string, number>();
  for (const one of seen) for (const f of one.keys()) inAsks.set(f, (inAsks.get(f) ?? 0) + 1);
  const common = [...inAsks].filter(([, n]) => n >= fewest).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(common.map(([f, n], at) => [f, { at, idf: Math.log(seen.length / n) + 1 }]));
}

function weigh(
  samples: readonly Sample[],
  seen: readonly ReadonlyMap<string, number>[],
  vocab: Vocabulary,
  classes: readonly string[],
): Float64Array[] {
  const rows = toRows(seen, vocab);
  return classes.map((id) => svm(rows, (i) => samples[i]![0] === id));
}

function toRows(seen: readonly ReadonlyMap<string, number>[], vocab: Vocabulary): Rows {
  const starts = [0];
  const found: number[] = [];
  const values: number[] = [];
  for (const one of seen) {
    const row = [...one].flatMap(([f, count]) => {
      const known = vocab.get(f);
      return known ? [[known.at, (1 + Math.log(count)) * (Math.round(known.idf * scale) / scale)] as const] : [];
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

function strongest(vocab: Vocabulary, weights: readonly Float64Array[], cap: number): Vocabulary {
  const strength = new Map([...vocab].map(([f, { at, idf }]) => [f, weights.reduce((sum, w) => sum + w[at]! ** 2, 0) * idf] as const));
  const kept = [...vocab].sort(([a], [b]) => strength.get(b)! - strength.get(a)! || (a < b ? -1 : 1)).slice(0, cap);
  return new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([f, { idf }], at) => [f, { at, idf }]));
}

function rowOf(weights: readonly Float64Array[], at: number): number[] {
  const largest = Math.max(...weights.map((w) => Math.abs(w[at]!)));
  return weights.flatMap((w, c) => {
    const whole = Math.round(w[at]! * scale);
    return whole !== 0 && Math.abs(w[at]!) >= faintest * largest ? [c, whole] : [];
  });
}

// The lexicon is written by concept; the engine looks up by phrase.
function phrases(concepts: Knowledge['concepts'], spelling: Knowledge['spelling']): Record<string, string[]> {
  const byPhrase: Record<string, string[]> = {};
  for (const [concept, names] of Object.entries(concepts)) {
    for (const name of names) {
      const phrase = tidy(name, spelling).tokens.join(' ');
      if (phrase && !byPhrase[phrase]?.includes(concept)) byPhrase[phrase] = [...(byPhrase[phrase] ?? []), concept];
    }
  }
  return Object.fromEntries(Object.entries(byPhrase).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function wordsOf(samples: readonly Sample[]): string {
  const counts = new Map<string, number>();
  for (const [, words] of samples) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join(' ');
}
