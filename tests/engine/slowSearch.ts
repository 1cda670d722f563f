import fc from 'fast-check';
import type { Pattern, Step } from '../../bot/engine/types';
import { end, gap, start } from './steps';

const ends = ([step, ...rest]: Pattern, words: readonly string[], at: number): number[] => {
  if (!step) return [at];
  if ('gap' in step)
    return Array.from({ length: step.gap + 1 }, (_, skip) => at + skip).flatMap((to) => (to > words.length ? [] : ends(rest, words, to)));
  if ('edge' in step) return at === (step.edge === 'start' ? 0 : words.length) ? ends(rest, words, at) : [];
  const same = (wanted: string, got = '') => new RegExp(`^${wanted.replace('*', '.*')}$`, 'u').test(got);
  const taken = step.words.filter((phrase) => phrase.every((wanted, i) => same(wanted, words[at + i])));
  return [...(step.optional ? ends(rest, words, at) : []), ...taken.flatMap((phrase) => ends(rest, words, at + phrase.length))];
};

/** Where a pattern matches, found by trying every way: slow and plain, to check the quick way against. */
export const slowSpans = (pattern: Pattern, words: readonly string[]) =>
  words.flatMap((_, from) => {
    const all = ends(pattern, words, from);
    return all.length ? [{ from, to: Math.min(...all) }] : [];
  });

const vocabulary = ['hit', 'hits', 'him', 'hi', 'me'];
export const someWords = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 });
const phrase = fc.array(fc.constantFrom(...vocabulary, 'hit*', 'hits*'), { minLength: 1, maxLength: 2 });
const wordStep = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((words): Step => ({ words }));
const looseStep = fc.oneof(
  wordStep,
  wordStep.map((s): Step => ({ ...s, optional: true })),
  fc.integer({ min: 0, max: 3 }).map(gap),
);
/** Patterns that ask for no edge of the message. */
export const loosePattern = fc.array(looseStep, { minLength: 1, maxLength: 5 });
export const somePattern = fc.array(fc.oneof({ weight: 5, arbitrary: looseStep }, fc.constantFrom(start, end)), {
  minLength: 1,
  maxLength: 5,
});
