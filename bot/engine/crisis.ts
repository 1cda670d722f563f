import { madeOnce } from './madeOnce';
import { indexOf, metIn, startsOf } from './needs';
import { reachBefore, spans, type Span } from './pattern';
import { mend } from './spelling';
import type { CrisisFound, CrisisRule, Pattern, Safety, Tidied } from './types';

/** What finding a crisis needs: the rules, and the words that a slip may be mended to. */
export type Rules = Pick<Safety, 'rules'> & Partial<Pick<Safety, 'words'>>;

/**
 * Looks for a crisis in the words as tidied, as typed and with slips mended; any one is enough, so that no correction can
 * hide a crisis. The first reading that fires decides, and in it the first rule. Never throws on any text.
 */
export function findCrisis({ tokens, raw }: Tidied, safety: Rules): CrisisFound | null {
  const find = (words: readonly string[]) => safety.rules[firstFiring(safety.rules, words)];
  const findIn = (reading: readonly string[]) => (same(reading, tokens) ? undefined : find(reading));
  const rule = find(tokens) ?? findIn(raw) ?? findIn(mended(tokens, safety));
  return rule ? { category: rule.category, rule: rule.id, ...(rule.helpline && { helpline: rule.helpline }) } : null;
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word, at) => word === others[at]);
}

const mendedBefore = new WeakMap<readonly string[], readonly string[]>();

/** The words with slips mended to words that the rules and the asks know. Both detectors read them: they are made once. */
export function mended(tokens: readonly string[], rules: Rules): readonly string[] {
  const before = mendedBefore.get(tokens);
  if (before) return before;
  const now = mend(tokens, { rank: knownWords(rules) }, () => false);
  mendedBefore.set(tokens, now);
  return now;
}

/** The words that the rules and the asks know, the commonest first. */
export const knownWords: (rules: Rules) => ReadonlyMap<string, number> = madeOnce(
  ({ words = '' }) => new Map(words.split(' ').map((word, rank) => [word, rank] as const)),
);

/** True when one of the rule's patterns is found somewhere that none of its idioms covers. */
export function fires(rule: CrisisRule, words: readonly string[]): boolean {
  return firstFiring(alone(rule), words) === 0;
}

// A rule as a list of its own, kept so that what is looked up for it is made once.
const alone = madeOnce((rule: CrisisRule): readonly CrisisRule[] => [rule]);

function firstFiring(rules: readonly CrisisRule[], words: readonly string[]): number {
  const index = indexOf(rules);
  const met = metIn(index, words);
  for (const at of met.possible) {
    const one = index.patterns[at]!;
    const hits = spans(one.pattern, words, startsOf(one, met));
    if (!allIdioms(rules[one.rule]!, hits, words)) return one.rule;
  }
  return -1;
}

function allIdioms(rule: CrisisRule, hits: readonly Span[], words: readonly string[]): boolean {
  return hits.every((hit) => rule.unless.some((idiom) => spans(idiom, words, startsNear(hit, idiom)).some((span) => hit.from < span.to)));
}

// An idiom that overlaps a hit begins before the hit ends, and not further before it than the idiom is long.
function* startsNear({ from, to }: Span, idiom: Pattern): Generator<number> {
  for (let at = Math.max(0, from - reachBefore(idiom, idiom.length)); at < to; at++) yield at;
}
