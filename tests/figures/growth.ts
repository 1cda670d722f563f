import { turnWith } from '../../bot/engine/turn';
import type { CouncilName, Entry, Kit, Ranker } from '../../bot/engine/types';
import { someMonday } from './asking';
import { chance, oneOf, shuffled } from './chance';
import { slipKinds, withSlips } from './slips';
import { percentile } from './statistics';

export interface Grown {
  readonly entries: number;
  readonly councils: number;
  readonly classes: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

const sizes = [60, 600, 9000];
/** Councils of England that have care leavers, for a kit of all their entries. */
const allCouncils = 153;
const fewestCouncils = 4;
const mostEntries = 9000;
const messages = 1000;
/** Each message is timed in so many rounds and its fastest counts, so that what else the machine does is left out. */
const rounds = 4;
/** Weights that an added entry has in the ranker: about what thirty asks leave after pruning. */
const weightsEach = 200;
/** One message in this many names a council. */
const namesCouncil = 5;

/** Times one turn with generated kits of growing size, on asks spoilt by slips of the finger, some of which name a council. */
export function growth(kit: Kit, asks: readonly string[]): Grown[] {
  return sizes.map((entries) => {
    const grown = generated(kit, entries);
    const said = spoken(asks, grown.councils);
    const now = Date.parse(someMonday);
    const time = (text: string) => {
      const before = performance.now();
      turnWith(() => grown, {}, { text, channel: 'web' }, now);
      return performance.now() - before;
    };
    const took = Array.from({ length: rounds }, () => said.map(time));
    const timed = said.map((_, i) => Math.min(...took.map((round) => round[i]!)));
    return {
      entries: Object.keys(grown.entries).length,
      councils: grown.councils.length,
      classes: grown.ranker.classes.length,
      medianMs: percentile(timed, 0.5),
      p99Ms: percentile(timed, 0.99),
    };
  });
}

function spoken(asks: readonly string[], councils: readonly CouncilName[]): string[] {
  const next = chance(1);
  return shuffled(asks, 1)
    .slice(0, messages)
    .map((ask, i) => {
      const spoilt = withSlips(ask, slipKinds[i % slipKinds.length]!);
      return i % namesCouncil ? spoilt : `im in ${oneOf(councils, next)!.shortName} ${spoilt}`;
    });
}

/** A kit of this many entries, each with a class of its own in the ranker, and as many councils as go with them. */
export function generated(kit: Kit, entries: number): Kit {
  const originals = Object.values(kit.entries);
  const added = Array.from({ length: Math.max(0, entries - originals.length) }, (_, i): Entry => {
    const like = originals[i % originals.length]!;
    return { ...like, id: `${like.id}-${i}`, ref: `${like.ref}${i}`, title: `${like.title} ${i}` };
  });
  const all = [...originals, ...added].slice(0, entries);
  const count = Math.max(fewestCouncils, Math.round((entries * allCouncils) / mostEntries));
  const names = Array.from({ length: Math.max(0, count - kit.councils.length) }, (_, i) => councilName(i));
  return {
    ...kit,
    entries: Object.fromEntries(all.map((entry) => [entry.id, entry])),
    councils: [...kit.councils, ...names].slice(0, count),
    ranker: grownRanker(
      kit.ranker,
      added.map(({ id }) => id),
    ),
  };
}

const starts = ['Ash', 'Bark', 'Cold', 'Dray', 'Elm', 'Farn', 'Graven', 'Hart', 'Ivel', 'Kemp', 'Lang', 'Marl', 'North', 'Otter', 'Pen'];
const ends = ['borough', 'bridge', 'bury', 'combe', 'dale', 'field', 'ford', 'ham', 'minster', 'mouth', 'shire'];

function councilName(i: number): CouncilName {
  const name = `${starts[i % starts.length]}${ends[Math.floor(i / starts.length) % ends.length]}`;
  const aliases = ['council', 'county council', 'social services', 'district', 'town'].map((word) => `${name} ${word}`);
  return { id: name.toLowerCase(), name: `${name} Council`, shortName: name, aliases };
}

function grownRanker(ranker: Ranker, added: readonly string[]): Ranker {
  if (added.length === 0) return ranker;
  const next = chance(2);
  const rows = new Map(Object.entries(ranker.weights).map(([feature, row]) => [feature, Array.from(row)] as const));
  const features = [...rows.keys()];
  added.forEach((_, i) => {
    const at = ranker.classes.length + i;
    for (let k = 0; k < weightsEach; k++) rows.get(oneOf(features, next)!)!.push(at, Math.round((next() - 0.5) * ranker.scale));
  });
  return {
    ...ranker,
    classes: [...ranker.classes, ...added],
    bias: [...ranker.bias, ...added.map(() => -ranker.scale)],
    weights: Object.fromEntries(rows),
  };
}
