import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Kit, Ranker } from '../engine/types';
import type { Council } from './councilFile';
import type { Listed } from './directoryFile';
import { readKnowledge, type Knowledge } from './knowledge';
import { dialogsFor } from './dialogs';
import { lint } from './lint';
import { overlay } from './overlay';
import { Problems, type Problem } from './problem';
import { train, type Learnt } from './train';

/** The file that holds the ranker of all kits. */
export const rankerFile = 'ranker';

/** The name of the kit for people whose council is not known or not in yet. */
export const nationalKit = 'national';

/** Reads and checks all knowledge and makes every kit, with a ranker from `trained`; throws Problems, and then nothing is made. */
export function makeKits(folder: string, words: string, trained: (from: Learnt) => Ranker = train): Map<string, Kit> {
  const problems: Problem[] = [];
  const knowledge = readKnowledge(folder, words, problems);
  const entries = makeEntries(knowledge, problems);
  const dialogs = makeDialogs(knowledge, entries, problems);
  problems.push(...lint(knowledge, entries));
  if (problems.length) throw new Problems(problems);
  const shared = { ...sharedBy(knowledge), ranker: trained(knowledge) };
  const kit = (council: Council | null): Kit => ({
    ...shared,
    council: council?.id ?? null,
    name: council?.names.name ?? 'England',
    person: council?.person ?? "your council's leaving care team",
    entries: entries.get(council?.id ?? nationalKit)!,
    services: { ...shared.services, ...byId(knowledge.nearby.get(council?.id ?? '')?.services ?? []) },
    events: knowledge.nearby.get(council?.id ?? '')?.events ?? [],
    dialogs: dialogs.get(council?.id ?? nationalKit)!,
  });
  return new Map([[nationalKit, kit(null)], ...knowledge.councils.map((c) => [c.id, kit(c)] as const)]);
}

/** The entries of every kit, by kit and topic: the national words with each council's laid over them. */
export function makeEntries(knowledge: Knowledge, problems: Problem[]): Map<string, Record<string, Entry>> {
  const of = (council: Council | null) => entriesFor(knowledge, council, problems);
  return new Map([[nationalKit, of(null)], ...knowledge.councils.map((c) => [c.id, of(c)] as const)]);
}

/** The dialogs of every kit, by kit. */
export function makeDialogs(
  knowledge: Knowledge,
  entries: ReadonlyMap<string, Record<string, Entry>>,
  problems: Problem[],
): Map<string, Kit['dialogs']> {
  const of = (council: Council | null) => dialogsFor(knowledge, council, entries.get(council?.id ?? nationalKit)!, problems);
  return new Map([[nationalKit, of(null)], ...knowledge.councils.map((c) => [c.id, of(c)] as const)]);
}

/**
 * Writes each kit to a folder, each in one move, so that a reader never sees half a kit. The ranker is the same in all of
 * them and by far the largest part, so it has a file of its own.
 */
export function writeKits(kits: ReadonlyMap<string, Kit>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: unknown): void => {
    const file = join(folder, `${name}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(content));
    renameSync(`${file}.new`, file);
  };
  for (const [name, { ranker, ...kit }] of kits) {
    if (name === nationalKit) write(rankerFile, ranker);
    write(name, kit);
  }
}

function entriesFor(knowledge: Knowledge, council: Council | null, problems: Problem[]): Record<string, Entry> {
  return Object.fromEntries([...knowledge.national.keys()].flatMap((topic) => {
    const entry = overlay(knowledge, topic, council, problems);
    return entry ? [[topic, entry] as const] : [];
  })); // prettier-ignore
}

function byId(services: readonly Listed[]): Kit['services'] {
  return Object.fromEntries(services.map(({ id, unconfirmed: _, ...service }) => [id, service]));
}

function sharedBy(knowledge: Knowledge): Omit<Kit, 'council' | 'name' | 'person' | 'entries' | 'events' | 'ranker' | 'dialogs'> {
  return {
    glossary: knowledge.glossary,
    services: byId(knowledge.services),
    councils: knowledge.councils.map((c) => c.names),
    elsewhere: knowledge.elsewhere,
    sources: Object.fromEntries(knowledge.sources.written.map(({ id, title, publisher, dated }) => [id, { title, publisher, dated }])),
    says: knowledge.says,
  };
}
