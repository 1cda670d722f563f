import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { Turned } from './asking';
import { talk } from './asking';
import { BadFile, checked, readLines, readWhole } from './rows';
import { shareOf, type Share } from './statistics';

const expected = z.object({
  say: z.string(),
  kind: z.string().optional(),
  topics: z.array(z.string()).optional(),
  crisis: z.string().nullish(),
  act: z.string().nullish(),
  council: z.string().nullish(),
});
const conversation = z.object({
  title: z.string().default('untitled'),
  channel: z.enum(['web', 'sms', 'teams']).default('web'),
  now: z
    .string()
    .refine((now) => !Number.isNaN(Date.parse(now)), 'a date and time such as 2026-11-23T10:00:00Z')
    .optional(),
  council: z.string().optional(),
  reader: z.enum(['care-leaver', 'foster-carer']).optional(),
  turns: z.array(expected).min(1, 'at least one turn'),
});

/** A conversation in the format of tests/transcripts, of which only the fields that are given are judged. */
export type Conversation = z.infer<typeof conversation>;
export type Expected = z.infer<typeof expected>;

/** Reads conversations: a YAML file, a file of JSON lines, or a folder of either. */
export function readConversations(path: string): Conversation[] {
  const within = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).sort() : null;
  const files = within?.filter((name) => /\.(ya?ml|jsonl)$/u.test(name)).map((name) => join(path, name)) ?? [path];
  if (files.length === 0) throw new BadFile(`${path} holds no .yaml or .jsonl file`);
  return files.flatMap((file) => (/\.ya?ml$/u.test(file) ? readYaml(file) : readLines(file, conversation)));
}

function readYaml(file: string): Conversation[] {
  const documents = parseAllDocuments(readWhole(file), { prettyErrors: true });
  const fault = documents.flatMap((document) => document.errors)[0];
  if (fault) throw new BadFile(`${file}: ${fault.message.split('\n')[0]}`);
  const found = documents.flatMap((document): unknown => document.toJS()).filter((value) => value !== null);
  if (found.length === 0) throw new BadFile(`${file} holds no conversation`);
  return found.map((value) => checked(value, conversation, file));
}

/** True when each field that the file gives of a turn agrees with the reply. */
export function agrees({ reply }: Turned, wanted: Expected): boolean {
  return (
    (wanted.kind === undefined || wanted.kind === reply.kind) &&
    (wanted.topics === undefined || wanted.topics[0] === reply.topics[0]) &&
    (wanted.crisis === undefined || wanted.crisis === reply.crisis) &&
    (wanted.act === undefined || wanted.act === reply.act) &&
    (wanted.council === undefined || wanted.council === reply.council)
  );
}

export interface ConversationFigures {
  readonly turns: Share;
  /** Conversations in which every turn is right. */
  readonly whole: Share;
}

/** Plays each conversation from its start, each with its own memory. */
export function measureConversations(conversations: readonly Conversation[]): ConversationFigures {
  const played = conversations.map((one) => {
    const turned = talk(
      one.turns.map(({ say }) => say),
      one,
    );
    return turned.map((turn, at) => agrees(turn, one.turns[at]!));
  });
  return { turns: shareOf(played.flat(), Boolean), whole: shareOf(played, (turns) => turns.every(Boolean)) };
}
