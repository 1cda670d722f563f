import { pairAt, piecesOf, type Sight } from './features';
import { madeOnce } from './madeOnce';
import type { Ranked, Weights } from './types';

/** How many features a ranking names as its reasons, and for how many of the best it names them. */
const reasons = 6;
const explained = 3;

/** What a message scores for each class of a model, in the model's order, and the features that made it. */
export interface Scores {
  readonly of: readonly number[];
  readonly met: Met;
  readonly model: Opened;
}

/** The features met in a message, by where they stand in the cells, and the share of each in a message of length 1. */
interface Met {
  readonly features: readonly number[];
  readonly shares: readonly number[];
}

/** A model laid out in one piece: scattered as in its JSON, each look would cost several times as much. */
interface Opened {
  /** Of every feature in turn: how many numbers follow, its worth, and class, weight, class, weight, ... */
  readonly cells: Int16Array;
  /** Where each feature begins there. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly nameAt: ReadonlyMap<number, string>;
  /** The features of the pieces of known words, once met. */
  readonly pieces: Map<string, readonly number[]>;
}

/** From a feature's place: its worth, and its first class. */
const [worthAt, classesAt] = [1, 2];

/**
 * Scores every class of the model for what is seen in a message: pure sums over weights, so each score can be explained. The
 * model's own words are known, and those that `isKnown` holds: what is made of these is made once.
 */
export function scores(sight: Sight, weights: Weights, isKnown?: (word: string) => boolean): Scores {
  const model = opened(weights);
  const { cells } = model;
  const met = weigh(count(sight, model, isKnown), cells, weights.scale);
  const of = [...weights.bias];
  for (let n = 0; n < met.features.length; n++) {
    const feature = met.features[n]!;
    const share = met.shares[n]!;
    const to = feature + 1 + cells[feature]!;
    for (let i = feature + classesAt; i < to; i += 2) of[cells[i]!]! += share * cells[i + 1]!;
  }
  for (let at = 0; at < of.length; at++) of[at]! /= weights.scale;
  return { of, met, model };
}

/** The features that spoke most for the class at this place of the model, heaviest first. */
export function because({ met: { features, shares }, model: { cells, nameAt } }: Scores, at: number): string[] {
  const heaviest: (readonly [feature: number, weight: number])[] = [];
  for (let n = 0; n < features.length; n++) {
    const feature = features[n]!;
    const to = feature + 1 + cells[feature]!;
    let i = feature + classesAt;
    while (i < to && cells[i] !== at) i += 2;
    const weight = i < to ? shares[n]! * cells[i + 1]! : 0;
    if (weight <= 0 || (heaviest.length === reasons && weight <= heaviest[reasons - 1]![1])) continue;
    const lighter = heaviest.findIndex((other) => other[1] < weight);
    heaviest.splice(lighter < 0 ? heaviest.length : lighter, 0, [feature, weight]);
    if (heaviest.length > reasons) heaviest.pop();
  }
  return heaviest.map(([feature]) => nameAt.get(feature)!);
}

/** Every class of the model, the best first, with reasons for the first few. */
export function rank(sight: Sight, model: Weights): Ranked[] {
  const scored = scores(sight, model);
  const order = model.classes.map((id, at) => ({ id, at, score: scored.of[at]! }));
  order.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return order.map(({ id, at, score }, place) => (place < explained ? explainedBy(scored, at, id, score) : { id, score, because: none }));
}

const none: readonly never[] = [];

// Reasons are looked up only when somebody reads them: most turns are taken without.
function explainedBy(scored: Scores, at: number, id: string, score: number): Ranked {
  return {
    id,
    score,
    get because() {
      return because(scored, at);
    },
  };
}

// Each feature's share of a message of length 1.
function weigh(counts: ReadonlyMap<number, number>, cells: Int16Array, scale: number): Met {
  const features = [...counts.keys()];
  const shares: number[] = [];
  let square = 0;
  for (let n = 0; n < features.length; n++) {
    const times = counts.get(features[n]!)!;
    const worth = (1 + Math.log(times)) * (cells[features[n]! + worthAt]! / scale);
    square += worth * worth;
    shares.push(worth);
  }
  const length = Math.sqrt(square) || 1;
  for (let n = 0; n < shares.length; n++) shares[n]! /= length;
  return { features, shares };
}

function count({ words, more }: Sight, { placeOf, pieces }: Opened, isKnown?: (word: string) => boolean): Map<number, number> {
  const counts = new Map<number, number>();
  const see = (feature: number | undefined): void => {
    if (feature !== undefined) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const own = placeOf.get(word);
    see(own);
    see(placeOf.get(pairAt(words, at)));
    // Only the pieces of words of our own are held: nothing that was typed is.
    const its = pieces.get(word) ?? placesOf(word, placeOf);
    if (own !== undefined || isKnown?.(word)) pieces.set(word, its);
    for (let i = 0; i < its.length; i++) see(its[i]);
  }
  for (const feature of more) see(placeOf.get(feature));
  return counts;
}

function placesOf(word: string, placeOf: Opened['placeOf']): readonly number[] {
  return piecesOf(word)
    .map((piece) => placeOf.get(piece))
    .filter((place) => place !== undefined);
}

const opened = madeOnce((model: Weights): Opened => {
  const features = Object.entries(model.weights);
  const cells = new Int16Array(features.reduce((sum, [, row]) => sum + 1 + row.length, 0));
  const placeOf = new Map<string, number>();
  let next = 0;
  for (const [name, row] of features) {
    cells[next] = row.length;
    cells.set(row, next + worthAt);
    placeOf.set(name, next);
    next += 1 + row.length;
  }
  const nameAt = new Map([...placeOf].map(([name, place]) => [place, name] as const));
  return { cells, placeOf, nameAt, pieces: new Map<string, readonly number[]>() };
});
