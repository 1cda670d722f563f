import fc from 'fast-check';
import { findCrisis, fires } from './crisis';
import { spans } from './pattern';
import { tidy } from './tidy';
import { safety } from './turn';
import type { CrisisRule, Pattern, Step } from './types';

const word = (...phrases: string[]): Step => ({ words: phrases.map((p) => p.split(' ')) });
const maybe = (...phrases: string[]): Step => ({ words: phrases.map((p) => p.split(' ')), optional: true });
const gap = (most: number): Step => ({ gap: most });
const start: Step = { edge: 'start' };
const end: Step = { edge: 'end' };

const hits: CrisisRule = {
  id: 'abuse-hits',
  category: 'abuse',
  any: [
    [word('hit', 'beat up', 'punch*'), gap(2), word('me')],
    [word('scared'), maybe('to go'), word('home')],
    [start, word('overdose'), end],
    [start, gap(1), word('emergency')],
  ],
  unless: [[word('hit me up')]],
};

test.each([
  ['he hit me', true],
  ['he beat up my mum and me', false],
  ['he beat up mum and me', true],
  ['he punches me', true],
  ['me he hit', false],
  ['he hit my brother not me', false],
  ['scared to go home', true],
  ['scared home', true],
  ['overdose', true],
  ['overdose leaflet', false],
  ['about overdose', false],
  ['emergency', true],
  ['an emergency', true],
  ['not an emergency', false],
  ['hit me up later', false],
  ['hit me up later he hit me', true],
  ['', false],
])('a rule with gaps, lists, options and edges: "%s" is a crisis: %s', (text, expected) => {
  expect(fires(hits, text.split(' ').filter(Boolean))).toBe(expected);
});

const ends = ([step, ...rest]: Pattern, words: readonly string[], at: number): number[] => {
  if (!step) return [at];
  if ('gap' in step)
    return Array.from({ length: step.gap + 1 }, (_, skip) => at + skip).flatMap((to) => (to > words.length ? [] : ends(rest, words, to)));
  if ('edge' in step) return at === (step.edge === 'start' ? 0 : words.length) ? ends(rest, words, at) : [];
  const same = (wanted: string, got = '') => new RegExp(`^${wanted.replace('*', '.*')}$`, 'u').test(got);
  const taken = step.words.filter((phrase) => phrase.every((wanted, i) => same(wanted, words[at + i])));
  return [...(step.optional ? ends(rest, words, at) : []), ...taken.flatMap((phrase) => ends(rest, words, at + phrase.length))];
};

const slowSpans = (pattern: Pattern, words: readonly string[]) =>
  words.flatMap((_, from) => {
    const all = ends(pattern, words, from);
    return all.length ? [{ from, to: Math.min(...all) }] : [];
  });

const vocabulary = ['hit', 'hits', 'him', 'hi', 'me'];
const someWords = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 });
const phrase = fc.array(fc.constantFrom(...vocabulary, 'hit*', 'hits*'), { minLength: 1, maxLength: 2 });
const wordStep = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((words): Step => ({ words }));
const looseStep = fc.oneof(
  wordStep,
  wordStep.map((s): Step => ({ ...s, optional: true })),
  fc.integer({ min: 0, max: 3 }).map(gap),
);
const loosePattern = fc.array(looseStep, { minLength: 1, maxLength: 5 });
const somePattern = fc.array(fc.oneof({ weight: 5, arbitrary: looseStep }, fc.constantFrom(start, end)), { minLength: 1, maxLength: 5 });

test('patterns match where a slow search that tries every way matches', () => {
  fc.assert(
    fc.property(somePattern, someWords, (pattern, words) => {
      expect(spans(pattern, words)).toEqual(slowSpans(pattern, words));
    }),
    { numRuns: 2000 },
  );
});

test('of many rules, the first found is the one that a slow search finds, idioms left out', () => {
  const slowly = (rule: CrisisRule, words: readonly string[]) => {
    const idioms = rule.unless.flatMap((pattern) => slowSpans(pattern, words));
    return rule.any.some((p) => slowSpans(p, words).some((hit) => !idioms.some((i) => i.from < hit.to && hit.from < i.to)));
  };
  const patterns = fc.array(somePattern, { maxLength: 3 });
  const ruleSet = fc
    .array(fc.tuple(patterns, patterns), { maxLength: 4 })
    .map((all) => all.map(([any, unless], i): CrisisRule => ({ id: String(i), category: 'abuse', any, unless })));
  fc.assert(
    fc.property(ruleSet, someWords, someWords, (rules, tokens, raw) => {
      const first = rules.find((rule) => slowly(rule, tokens) || slowly(rule, raw));
      expect(findCrisis({ tokens, raw }, { rules })?.rule).toBe(first?.id);
    }),
    { numRuns: 1000 },
  );
});

test('words before and after a crisis never hide it', () => {
  fc.assert(
    fc.property(loosePattern, someWords, someWords, someWords, (pattern, before, words, after) => {
      const rule: CrisisRule = { ...hits, any: [pattern], unless: [] };
      fc.pre(fires(rule, words));
      expect(fires(rule, [...before, ...words, ...after])).toBe(true);
    }),
  );
});

test('a crisis is seen in the words as typed even when spelling takes it away', () => {
  expect(findCrisis(tidy('he hit me', { hit: 'hint' }), { rules: [hits] })?.category).toBe('abuse');
});

test('a crisis is seen in text-speak', () => {
  expect(findCrisis(tidy('he h8t m3', { h8t: 'hit', m3: 'me' }), { rules: [hits] })?.category).toBe('abuse');
});

test('the first rule that fires names the crisis and its own helpline', () => {
  const first: CrisisRule = { ...hits, id: 'first', category: 'domestic-abuse', helpline: 'refuge' };
  const rules = [{ ...first, any: [[word('nothing')]] }, first, hits];
  expect(findCrisis(tidy('he hit me', {}), { rules })).toEqual({ category: 'domestic-abuse', rule: 'first', helpline: 'refuge' });
});

test('words that no rule knows are no crisis', () => {
  expect(findCrisis(tidy('do i have to pay council tax', {}), { rules: [hits] })).toBeNull();
});

const said = (pattern: Pattern): string[] =>
  pattern.flatMap((step) => ('words' in step && !step.optional ? step.words[0]! : [])).map((w) => w.replace('*', ''));

test.each(safety.rules.map((rule) => [rule.id, rule] as const))('the real rule %s fires on words of its own', (_, rule) => {
  expect(rule.any.some((pattern) => fires(rule, said(pattern)))).toBe(true);
});

test('no words can stop the real rules, and what they find has a reply', () => {
  const crisisWord = fc.constantFrom(...safety.crisisWords.map((w) => w.replace('*', '')));
  fc.assert(
    fc.property(fc.array(fc.oneof(crisisWord, fc.string()), { maxLength: 30 }), (words) => {
      const found = findCrisis(tidy(words.join(' '), safety.spelling), safety);
      expect(found === null || Object.hasOwn(safety.replies, found.category)).toBe(true);
    }),
  );
});
