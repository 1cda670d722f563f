import { answer, type AnswerKit } from '../engine/answer';
import type { Reader, Reply } from '../engine/types';
import type { Knowledge } from '../kit/knowledge';
import { nationalKit, makeEntries } from '../kit/build';
import type { Problem } from '../kit/problem';

/** A reply as one reader of one council would get it. */
export interface Rendered {
  readonly council: string;
  readonly topic: string;
  readonly reader: Reader;
  /** The file an editor would change. */
  readonly file: string;
  readonly reply: Omit<Reply, 'why'>;
}

const readers: readonly Reader[] = ['care-leaver', 'foster-carer'];

/** Every answer there is: each topic, nationally and in each council, for each reader, on a day (milliseconds since 1970). */
export function everyReply(knowledge: Knowledge, now: number, problems: Problem[]): Rendered[] {
  const kits = makeEntries(knowledge, problems);
  return [...kits].flatMap(([council, entries]) =>
    Object.values(entries).flatMap((entry) =>
      readers.map((reader) => ({
        council,
        topic: entry.id,
        reader,
        file: knowledge.local.get(council)?.get(entry.id)?.file ?? knowledge.national.get(entry.id)!.file,
        reply: answer(entry, plainKit(knowledge, council), reader, now, null),
      })),
    ),
  );
}

// What an answer needs of a kit beside its entry; nothing has to be trained for it.
function plainKit(knowledge: Knowledge, council: string): AnswerKit {
  const sources = Object.fromEntries(knowledge.sources.written.map((s) => [s.id, s]));
  return {
    council: council === nationalKit ? null : council,
    sources,
    says: knowledge.says,
    councils: knowledge.councils.map((c) => c.names),
  };
}
