import fc from 'fast-check';
import { findCrisis, fires } from '../../bot/engine/crisis';
import { tidy } from '../../bot/engine/tidy';
import { safety } from '../../bot/engine/turn';
import type { Pattern } from '../../bot/engine/types';

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
