import { makeEntries } from '../kit/build';
import type { Knowledge } from '../kit/knowledge';
import { lint } from '../kit/lint';
import type { Problem } from '../kit/problem';
import { everyReply } from './everyReply';
import { misfits } from './fits';
import { hardWords } from './plainWords';

/** Everything that an editor has to mend before the knowledge can be used, each thing once. */
export function check(knowledge: Knowledge, problems: readonly Problem[], now: number): Problem[] {
  const found: Problem[] = [...problems];
  found.push(...lint(knowledge, makeEntries(knowledge, found)));
  // Words can only be read when they can be filled.
  if (found.length) return found;
  const replies = everyReply(knowledge, now, found);
  return [...found, ...replies.flatMap((r) => [...misfits(r), ...hardWords(r, knowledge.harder)])];
}
