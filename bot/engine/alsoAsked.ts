import { plainTopic } from './decide';
import type { Entry, Kit, Memory, Tidied } from './types';
import { understand } from './understand';

// Topics that are the help for a crisis itself, and so are no second subject.
const sameSubject = new Set(['homelessness', 'mental-health', 'directory', 'leaving-care-team']);

/** The entry that a message in a crisis also asked about ("can i get a flat my stepdad hits me"), or null. */
export function alsoAsked(tidied: Tidied, kit: Kit, memory: Memory, keep: (word: string) => boolean, now: number): Entry | null {
  const topic = plainTopic(understand(tidied, kit, memory, [], keep, now), tidied, kit);
  return topic === null || sameSubject.has(topic) ? null : kit.entries[topic]!;
}
