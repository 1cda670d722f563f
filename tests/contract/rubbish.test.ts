import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeReply } from '../../bot/engine/helpNow';
import { safety, turnWith } from '../../bot/engine/turn';
import type { Memory } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { quickest } from '../engine/quickest';
import { bytes, emoji, everyBlock, long, longAndMixed, repeated, seeded, type Rubbish } from './rubbish';

const now = Date.parse('2026-11-23T11:00:00Z');
const kits = openKits('build/kits');
const chance = seeded(20261122);
const crisisWords = safety.crisisWords.map((word) => word.replace('*', ''));
const everyFew = 60;
const ordinary = ordinaryQuestions();

const memories: readonly Memory[] = [
  {},
  { council: 'devon', reader: 'foster-carer', age: '18-20', topic: 'council-tax', offered: ['council-tax', 'benefits'], misses: 1 },
];

/** Milliseconds that any message may take. */
const soon = 50;

// What fails inside is answered with the safe reply: getting that means that something was thrown.
function fails(text: string, memory: Memory): boolean {
  const { reply, memory: after } = turnWith((council) => kits.for(council).kit, memory, { text, channel: 'web' }, now);
  return JSON.stringify(reply.parts) === JSON.stringify(safeReply(after, now, safety).parts);
}

const wrongOf = (messages: readonly Rubbish[]): string[] =>
  messages.flatMap(([kind, text]) =>
    memories.flatMap((memory, i) => {
      const { gave: failed, took } = quickest(soon, () => fails(text, memory));
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

/** Ten thousand characters of what people do ask, no council named: far more words that the rules know than rubbish has. */
function ordinaryQuestions(): Rubbish[] {
  const linesOf = (file: string) =>
    readFileSync(join('knowledge/national', file), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
  const files = readdirSync('knowledge/national').filter((file) => file.endsWith('.asks.txt'));
  const all = [files.flatMap((file) => linesOf(file).slice(0, 6)), files.flatMap((file) => linesOf(file).slice(-6))];
  const plain = all.map((lines) => lines.filter((line) => !/devon|leic|bed(s|ford)|central/iu.test(line)));
  return plain.map((lines, i): Rubbish => [`ordinary questions ${i}`, lines.join(' ').slice(0, 10_000)]);
}

const kinds: readonly (readonly [string, number, () => readonly Rubbish[]])[] = [
  ['ten thousand characters of one piece', 28, () => long],
  ['ten thousand characters, no word like the one before', 6, () => longAndMixed(chance, crisisWords)],
  ['one word over and over', 40, () => repeated(crisisWords.filter((_, i) => i % everyFew === 0))],
  ['ten thousand characters of ordinary questions', 2, () => ordinary],
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
