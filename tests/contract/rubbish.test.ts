import { safeReply } from '../../bot/engine/helpNow';
import { safety, turnWith } from '../../bot/engine/turn';
import type { Memory } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { bytes, emoji, everyBlock, long, longAndMixed, repeated, seeded, type Rubbish } from './rubbish';

const now = Date.parse('2026-11-23T11:00:00Z');
const kits = openKits('build/kits');
const chance = seeded(20261122);
const crisisWords = safety.crisisWords.map((word) => word.replace('*', ''));
const everyFew = 60;

const memories: readonly Memory[] = [
  {},
  { council: 'devon', reader: 'foster-carer', age: '18-20', topic: 'council-tax', offered: ['council-tax', 'benefits'], misses: 1 },
];

/** Milliseconds that any message may take. */
const soon = 50;

interface Answered {
  readonly took: number;
  readonly failed: boolean;
}

function answered(text: string, memory: Memory): Answered {
  const from = performance.now();
  const { reply, memory: after } = turnWith((council) => kits.for(council).kit, memory, { text, channel: 'web' }, now);
  const took = performance.now() - from;
  // What fails inside is answered with the safe reply: getting that means that something was thrown.
  const safe = safeReply(after, now, safety);
  return { took, failed: JSON.stringify(reply.parts) === JSON.stringify(safe.parts) };
}

// The quickest of three: what is measured is this program, not what else the machine is doing.
function quickest(text: string, memory: Memory): Answered {
  let best = answered(text, memory);
  for (let again = 0; again < 2 && best.took >= soon; again++) {
    const next = answered(text, memory);
    if (next.took < best.took) best = next;
  }
  return best;
}

const wrongOf = (messages: readonly Rubbish[]): string[] =>
  messages.flatMap(([kind, text]) =>
    memories.flatMap((memory, i) => {
      const { took, failed } = quickest(text, memory);
      return [
        ...(failed ? [`${kind}, memory ${i}: something was thrown`] : []),
        ...(took < soon ? [] : [`${kind}, memory ${i}: ${Math.round(took)} ms`]),
      ];
    }),
  );

test('a reply that comes of a fault is told from others', () => {
  const { reply } = turnWith(() => ({}) as never, {}, { text: 'do i pay council tax', channel: 'web' }, now);
  expect(reply.parts).toEqual(safeReply({}, now, safety).parts);
});

const kinds: readonly (readonly [string, number, () => readonly Rubbish[]])[] = [
  ['ten thousand characters of one piece', 28, () => long],
  ['ten thousand characters, no word like the one before', 6, () => longAndMixed(chance, crisisWords)],
  ['one word over and over', 40, () => repeated(crisisWords.filter((_, i) => i % everyFew === 0))],
  ['five hundred emoji', 3, () => emoji],
  ['every block of Unicode', 600, everyBlock],
  ['a thousand strings of chance bytes', 1000, () => bytes(chance, 1000)],
];

test.each(kinds)('%s: each is answered in under 50 ms, and nothing is thrown', (_, atLeast, make) => {
  const messages = make();
  expect(messages.length).toBeGreaterThanOrEqual(atLeast);
  expect(wrongOf(messages)).toEqual([]);
});

test('the same seed makes the same rubbish', () => {
  expect(bytes(seeded(7), 50)).toEqual(bytes(seeded(7), 50));
  expect(bytes(seeded(7), 50)).not.toEqual(bytes(seeded(8), 50));
});
