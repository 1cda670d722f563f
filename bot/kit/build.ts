import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Kit } from '../engine/types';
import type { Council } from './councilFile';
import { readKnowledge, type Knowledge } from './knowledge';
import { lint } from './lint';
import { overlay } from './overlay';
import { Problems, type Problem } from './problem';
import { train } from './train';

/** The name of the kit for people whose council is not known or not in yet. */
export const nationalKit = 'national';

/** Reads and checks all knowledge and makes every kit; throws Problems, and then nothing is made. */
export function makeKits(folder: string, words: string): Map<string, Kit> {
  const problems: Problem[] = [];
  const knowledge = readKnowledge(folder, words, problems);
  const entriesOf = (council: Council | null) => entriesFor(knowledge, council, problems);
  const entries = new Map([[nationalKit, entriesOf(null)], ...knowledge.councils.map((c) => [c.id, entriesOf(c)] as const)]);
  problems.push(...lint(knowledge, entries));
  if (problems.length) throw new Problems(problems);
  const shared = sharedBy(knowledge);
  const kit = (council: Council | null): Kit => ({
    ...shared,
    council: council?.id ?? null,
    name: council?.names.name ?? 'England',
    person: council?.person ?? "your council's leaving care team",
    entries: entries.get(council?.id ?? nationalKit)!,
  });
  return new Map([[nationalKit, kit(null)], ...knowledge.councils.map((c) => [c.id, kit(c)] as const)]);
}

/** Writes each kit to a folder, each in one move, so that a reader never sees half a kit. */
export function writeKits(kits: ReadonlyMap<string, Kit>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, kit] of kits) {
    const file = join(folder, `${name}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(kit));
    renameSync(`${file}.new`, file);
  }
}

function entriesFor(knowledge: Knowledge, council: Council | null, problems: Problem[]): Record<string, Entry> {
  return Object.fromEntries([...knowledge.national.keys()].flatMap((topic) => {
    const entry = overlay(knowledge, topic, council, problems);
    return entry ? [[topic, entry] as const] : [];
  })); // prettier-ignore
}

function sharedBy(knowledge: Knowledge): Omit<Kit, 'council' | 'name' | 'person' | 'entries'> {
  return {
    glossary: knowledge.glossary,
    services: Object.fromEntries(knowledge.services.map(({ id, ...service }) => [id, service])),
    ranker: train(knowledge),
    councils: knowledge.councils.map((c) => c.names),
    sources: Object.fromEntries(knowledge.sources.written.map(({ id, title, publisher, dated }) => [id, { title, publisher, dated }])),
    says: knowledge.says,
  };
}
