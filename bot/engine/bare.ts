import type { Memory, Part, Reply } from './types';

/** A reply of these parts and nothing else, to this person. */
export function bare(kind: Reply['kind'], parts: readonly Part[], { council }: Memory): Omit<Reply, 'why'> {
  return { kind, topics: [], crisis: null, act: null, title: '', parts, brief: parts, choices: [], ref: null, council: council ?? null };
}
