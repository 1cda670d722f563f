import type { CrisisFound, CrisisRule, Pattern, Safety, Step, Tidied } from './types';

/** Looks for a crisis in the words as typed and as tidied; either is enough. Never throws on any text. */
export function findCrisis(tidied: Tidied, safety: Pick<Safety, 'rules'>): CrisisFound | null {
  const readings = [tidied.tokens, tidied.raw];
  for (const rule of safety.rules) {
    if (readings.some((words) => fires(rule, words))) {
      return { category: rule.category, rule: rule.id, ...(rule.helpline ? { helpline: rule.helpline } : {}) };
    }
  }
  return null;
}

/** True when one of the rule's patterns is found somewhere that none of its idioms covers. */
export function fires(rule: CrisisRule, words: readonly string[]): boolean {
  const hits = rule.any.flatMap((pattern) => spans(pattern, words));
  if (hits.length === 0) return false;
  const idioms = rule.unless.flatMap((pattern) => spans(pattern, words));
  return hits.some((hit) => !idioms.some((idiom) => idiom.from < hit.to && hit.from < idiom.to));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place where the pattern matches, as half-open spans of word positions; the shortest match from each start. */
export function spans(pattern: Pattern, words: readonly string[]): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    const to = matchFrom(pattern, words, from);
    if (to !== null) found.push({ from, to });
  }
  return found;
}

// All positions are carried forward together, so the work is words x steps and can never run away.
function matchFrom(pattern: Pattern, words: readonly string[], from: number): number | null {
  let at = new Set([from]);
  for (const step of pattern) {
    at = advance(step, words, at);
    if (at.size === 0) return null;
  }
  return Math.min(...at);
}

function advance(step: Step, words: readonly string[], at: ReadonlySet<number>): Set<number> {
  const next = new Set<number>();
  for (const position of at) {
    if ('gap' in step) for (let skip = 0; skip <= step.gap && position + skip <= words.length; skip++) next.add(position + skip);
    else if ('edge' in step) {
      if (position === (step.edge === 'start' ? 0 : words.length)) next.add(position);
    } else {
      if (step.optional) next.add(position);
      for (const phrase of step.words) if (sameWords(phrase, words, position)) next.add(position + phrase.length);
    }
  }
  return next;
}

function sameWords(phrase: readonly string[], words: readonly string[], at: number): boolean {
  return phrase.every((wanted, i) => {
    const got = words[at + i];
    if (got === undefined) return false;
    return wanted.endsWith('*') ? got.startsWith(wanted.slice(0, -1)) : got === wanted;
  });
}
