import type { CrisisFound, CrisisRule, Pattern, Safety, Step, Tidied } from './types';

/** Looks for a crisis in the words as tidied and as typed; either is enough. The first rule that fires wins. Never throws on any text. */
export function findCrisis(tidied: Tidied, safety: Pick<Safety, 'rules'>): CrisisFound | null {
  const fired = [tidied.tokens, tidied.raw].map((words) => firstFiring(safety.rules, words)).filter((at) => at >= 0);
  const rule = safety.rules[Math.min(...fired)];
  return rule ? { category: rule.category, rule: rule.id, ...(rule.helpline && { helpline: rule.helpline }) } : null;
}

/** True when one of the rule's patterns is found somewhere that none of its idioms covers. */
export function fires(rule: CrisisRule, words: readonly string[]): boolean {
  return firstFiring([rule], words) === 0;
}

function firstFiring(rules: readonly CrisisRule[], words: readonly string[]): number {
  const hits = new Map<number, Span[]>();
  const { byWord, byStem, anywhere } = startsOf(rules);
  words.forEach((word, from) => {
    for (const starts of [byWord.get(word), byStem.get(word.slice(0, stem)), anywhere]) {
      for (const { rule, pattern } of starts ?? []) {
        const to = matchFrom(pattern, words, from);
        if (to !== null) hits.set(rule, [...(hits.get(rule) ?? []), { from, to }]);
      }
    }
  });
  const inOrder = [...hits].sort(([a], [b]) => a - b);
  return inOrder.find(([rule, found]) => !allIdioms(rules[rule]!, found, words))?.[0] ?? -1;
}

function allIdioms(rule: CrisisRule, hits: readonly Span[], words: readonly string[]): boolean {
  const idioms = rule.unless.flatMap((pattern) => spans(pattern, words));
  return hits.every((hit) => idioms.some((idiom) => idiom.from < hit.to && hit.from < idiom.to));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place where the pattern matches, as half-open spans of word positions; the shortest match from each start. */
export function spans(pattern: Pattern, words: readonly string[]): Span[] {
  return words.flatMap((_, from) => {
    const to = matchFrom(pattern, words, from);
    return to === null ? [] : [{ from, to }];
  });
}

interface Start {
  readonly rule: number;
  readonly pattern: Pattern;
}

/** The patterns that can begin at a word, at a word's first letters, or anywhere. */
interface Starts {
  readonly byWord: ReadonlyMap<string, readonly Start[]>;
  readonly byStem: ReadonlyMap<string, readonly Start[]>;
  readonly anywhere: readonly Start[];
}

/** Letters that a starred word has at least. */
const stem = 3;
const startsBefore = new WeakMap<readonly CrisisRule[], Starts>();

// Thousands of patterns, of which a message can begin a few: those are looked up by its words.
function startsOf(rules: readonly CrisisRule[]): Starts {
  const before = startsBefore.get(rules);
  if (before) return before;
  const byWord = new Map<string, Start[]>();
  const byStem = new Map<string, Start[]>();
  const anywhere: Start[] = [];
  const add = (map: Map<string, Start[]>, key: string, start: Start) => void (map.get(key)?.push(start) ?? map.set(key, [start]));
  rules.forEach((one, rule) =>
    one.any.forEach((pattern) => {
      const firsts = firstWords(pattern);
      if (!firsts) anywhere.push({ rule, pattern });
      for (const word of firsts ?? []) {
        if (word.endsWith('*')) add(byStem, word.slice(0, stem), { rule, pattern });
        else add(byWord, word, { rule, pattern });
      }
    }),
  );
  const now = { byWord, byStem, anywhere };
  startsBefore.set(rules, now);
  return now;
}

// The words that a match can begin with; null when it can begin with any.
function firstWords(pattern: Pattern): Set<string> | null {
  const firsts = new Set<string>();
  for (const step of pattern) {
    if ('gap' in step) return null;
    if ('edge' in step) continue;
    for (const [first] of step.words) if (first !== undefined) firsts.add(first);
    if (!step.optional) return firsts;
  }
  return null;
}

// All positions are carried forward together, so the work is words x steps and can never run away.
function matchFrom(pattern: Pattern, words: readonly string[], from: number): number | null {
  let at = [from];
  for (const step of pattern) {
    at = advance(step, words, at);
    if (at.length === 0) return null;
  }
  return Math.min(...at);
}

function advance(step: Step, words: readonly string[], at: readonly number[]): number[] {
  const next = new Set<number>();
  for (const position of at) {
    if ('gap' in step) {
      for (let skip = 0; skip <= step.gap && position + skip <= words.length; skip++) next.add(position + skip);
    } else if ('edge' in step) {
      if (position === (step.edge === 'start' ? 0 : words.length)) next.add(position);
    } else {
      if (step.optional) next.add(position);
      for (const phrase of step.words) if (sameWords(phrase, words, position)) next.add(position + phrase.length);
    }
  }
  return [...next];
}

function sameWords(phrase: readonly string[], words: readonly string[], at: number): boolean {
  for (let i = 0; i < phrase.length; i++) {
    const wanted = phrase[i]!;
    const got = words[at + i];
    if (got === undefined || !(wanted.endsWith('*') ? got.startsWith(wanted.slice(0, -1)) : got === wanted)) return false;
  }
  return true;
}
