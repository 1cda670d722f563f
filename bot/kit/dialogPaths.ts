import { abroad, elsewhere } from '../engine/entities';
import { holds } from '../engine/stage';
import { ageBands } from '../engine/types';
import type { WrittenDialog } from './dialogFile';

/** Questions on one path: more would hand the person over before the end (engine/dialog.ts). */
const mostAsked = 12;

type Picked = Readonly<Record<string, string>>;

/** What is wrong with the ways through a dialog, and how to mend it; `councils` are the ids that can be picked. */
export interface PathFault {
  readonly found: string;
  readonly mend: string;
}

/**
 * Walks every way through a dialog, as the engine does: proves that each question can be asked, that each part can be shown, and
 * that every way ends, and with something to read.
 */
export function pathFaults(ask: WrittenDialog['ask'], then: WrittenDialog['then'], councils: readonly string[]): PathFault[] {
  const asked = new Set<string>();
  const shown = new Set<number>();
  const faults = new Map<string, PathFault>();
  const note = (found: string, mend: string) => faults.set(found, { found, mend });
  const walk = (picked: Picked): void => {
    const next = ask.find(({ key, when }) => holds(when, picked) && !(key in picked));
    if (!next) {
      const parts = [...then.keys()].filter((at) => holds(then[at]!.when, picked));
      for (const at of parts) shown.add(at);
      if (parts.length === 0) note(`a way that ends in nothing: ${told(picked)}`, 'Add a part under "then" for it.');
      return;
    }
    asked.add(next.key);
    if (Object.keys(picked).length >= mostAsked) return void note(`more than ${mostAsked} questions: ${told(picked)}`, 'Ask fewer.');
    for (const answer of answersTo(next, councils)) walk({ ...picked, [next.key]: answer });
  };
  walk({});
  for (const { key } of ask) if (!asked.has(key)) note(`the question "${key}", which is never asked`, 'Mend its "when", or take it out.');
  for (const at of then.keys())
    if (!shown.has(at)) note(`part ${at + 1} of "then", which is never shown`, 'Mend its "when", or take it out.');
  for (const when of [...ask, ...then].map((step) => step.when ?? {})) {
    for (const [key, values] of Object.entries(when)) {
      const possible = ask.filter((one) => one.key === key).flatMap((one) => answersTo(one, councils));
      for (const value of values.filter((one) => !possible.includes(one)))
        note(`"when" of ${key}: ${value}, which is no answer to it`, 'Mend the name.');
    }
  }
  return [...faults.values()];
}

function answersTo({ answer, choices }: WrittenDialog['ask'][number], councils: readonly string[]): readonly string[] {
  if (answer === 'age') return ageBands;
  if (answer === 'yes-no') return ['yes', 'no', 'not-sure'];
  if (answer === 'council') return [...councils, elsewhere, abroad];
  return answer === 'words' ? ['said'] : Object.keys(choices);
}

function told(picked: Picked): string {
  return Object.entries(picked).map(([key, answer]) => `${key} ${answer}`).join(', '); // prettier-ignore
}
