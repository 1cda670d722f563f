import { basename, join } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { holes } from '../engine/fill';
import { acts, type Elsewhere, type LocalEvent } from '../engine/types';
import { readCalendar } from './calendarFile';
import { readCouncils, type Council } from './councilFile';
import { asTyped, listed, readServices, serviceList, type Listed } from './directoryFile';
import { dialogFile, type WrittenDialog } from './dialogFile';
import { councilEntry, glossaryList, nationalEntry, sourceList, type CouncilEntry, type NationalEntry } from './entryFile';
import type { Problem } from './problem';
import { check, readText, readYaml, namesIn } from './read';

/** One entry file: what it says, and where each field stands in it. */
export interface Filed<T> {
  readonly file: string;
  readonly written: T;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A file of asks as it stands, one line for each of its lines. */
export interface AsksFile {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Everything the editors wrote, read but not yet laid over one another. */
export interface Knowledge {
  readonly national: ReadonlyMap<string, Filed<NationalEntry>>;
  /** By council, then by topic. */
  readonly local: ReadonlyMap<string, ReadonlyMap<string, Filed<CouncilEntry>>>;
  readonly councils: readonly Council[];
  readonly services: readonly Listed[];
  /** Services and events of one council, by council. */
  readonly nearby: ReadonlyMap<string, Nearby>;
  readonly sources: Filed<z.infer<typeof sourceList>>;
  /** Every file of words, for the checks that hold in all of them. */
  readonly files: readonly Filed<unknown>[];
  readonly glossary: z.infer<typeof glossaryList>;
  /** How people ask, by topic and by act. */
  readonly asks: ReadonlyMap<string, readonly string[]>;
  readonly asksFiles: ReadonlyMap<string, AsksFile>;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly spelling: Readonly<Record<string, string>>;
  readonly elsewhere: Elsewhere;
  readonly says: Readonly<Record<string, string>>;
  readonly dialogs: readonly Filed<WrittenDialog>[];
  /** Topics whose words may be harder than the rest, with the reason. */
  readonly harder: Readonly<Record<string, string>>;
}

/** Reads the knowledge folder, the English words of the replies and the dialogs; every fault is noted in `problems`. */
export function readKnowledge(folder: string, words: string, problems: Problem[], dialogFolder = 'dialogs'): Knowledge {
  const national = new Map(
    namesIn(join(folder, 'national'), '.yaml').flatMap((topic) =>
      filed(join(folder, 'national', `${topic}.yaml`), nationalEntry, problems).map((f) => [topic, f] as const),
    ),
  );
  const councils = readCouncils(join(folder, 'councils'), problems);
  const local = new Map(councils.map((c) => [c.id, readLocal(join(folder, 'councils', c.id), problems)] as const));
  const sources = filed(join(folder, 'sources.yaml'), sourceList, problems);
  const directory = filed(join(folder, 'directory.yaml'), serviceList, problems);
  const glossary = filed(join(folder, 'glossary.yaml'), glossaryList, problems);
  const says = filed(words, phrases, problems);
  const asksFiles = new Map([
    ...readAsks(join(folder, 'national'), [...national.keys()], problems),
    ...readAsks(join(folder, 'acts'), acts, problems),
  ]);
  const others = filed(join(folder, 'elsewhere.yaml'), elsewhereLists, problems)[0]?.written;
  const entries = [...national.values(), ...[...local.values()].flatMap((topics) => [...topics.values()])];
  return {
    national,
    local,
    councils,
    services: listed(directory[0]?.written ?? []),
    nearby: new Map(councils.map((c) => [c.id, readNearby(join(folder, 'councils', c.id), problems)] as const)),
    sources: sources[0] ?? { file: join(folder, 'sources.yaml'), written: [], lineOf: () => 0 },
    files: [...entries, ...councils, ...sources, ...directory, ...glossary, ...says],
    glossary: glossary[0]?.written ?? [],
    asks: new Map([...asksFiles].map(([id, { lines }]) => [id, lines.filter(isAsk)])),
    asksFiles,
    concepts: filed(join(folder, 'concepts.yaml'), z.record(z.array(asTyped)), problems)[0]?.written ?? {},
    spelling: filed(join(folder, 'spelling.yaml'), z.record(asTyped), problems)[0]?.written ?? {},
    harder: filed(join(folder, 'harder.yaml'), z.record(z.string()), problems)[0]?.written ?? {},
    elsewhere: { england: others?.england ?? [], otherNations: others?.other_nations ?? [] },
    says: says[0]?.written ?? {},
    dialogs: namesIn(dialogFolder, '.yaml').flatMap((id) => filed(join(dialogFolder, `${id}.yaml`), dialogFile, problems)),
  };
}

const phrase = z
  .string()
  .min(1, 'some words')
  .refine((text) => holes(text).every((name) => ['person', 'council'].includes(name)), 'no names in double braces but person and council');
/** Words that also name what they are about. */
const titled = (...names: string[]) =>
  z
    .string()
    .min(1, 'some words')
    .refine((text) => holes(text).every((name) => names.includes(name)), `no names in double braces but ${names.join(', ')}`);
const said: readonly string[] = [
  ...acts.filter((act) => act !== 'out-of-scope'),
  'council-set',
  'which',
  'not-that',
  'also-asked',
  'days-not-known',
  'unknown',
  'unknown-who',
  'hand-over',
  'who',
  'which-council',
  'elsewhere',
  'abroad',
  'below-minimum',
  'council-unknown',
  'forgotten',
  'which-instead',
  'nothing-offered',
  'over',
  'private',
  'robot',
  'no-more',
  'dialog-guess',
  'past-age',
  'yes',
  'no',
  'not-sure',
  'another-council',
  'carry-on',
  'dialog-again',
  'dialog-again-words',
  'dialog-age-odd',
  'dialog-stopped',
  'adviser-title',
  'adviser-lead',
  'adviser-text',
  'adviser-email',
  'adviser-what',
  'offer-none-law',
  'offer-none-council',
  'offer-no-council',
  'offer-check',
  'offer-old',
  'offer-next',
  'offer-next-carer',
  'offer-page',
];

/** The words of the replies: all that the engine says must be there, or a person would get an empty reply. */
const phrases = z
  .object({
    ...Object.fromEntries(said.map((key) => [key, phrase])),
    'no-law': titled('title'),
    'no-how-much': titled('title'),
    'no-how-long': titled('title'),
    'dialog-open': titled('title'),
    'adviser-message': titled('title', 'rule', 'source'),
  })
  .catchall(phrase);

function filed<T>(file: string, shape: z.ZodType<T, z.ZodTypeDef, unknown>, problems: Problem[]): Filed<T>[] {
  const yaml = readYaml(file, problems);
  const written = yaml && check(yaml, shape, problems);
  return yaml && written ? [{ file, written, lineOf: yaml.lineOf }] : [];
}

const elsewhereLists = z.strictObject({ england: z.array(asTyped), other_nations: z.array(asTyped) });

/** What a council's folder lists beside its entries. */
export interface Nearby {
  readonly services: readonly Listed[];
  readonly events: readonly LocalEvent[];
}

function readNearby(folder: string, problems: Problem[]): Nearby {
  const services = join(folder, 'services.yaml');
  return {
    services: existsSync(services) ? readServices(services, problems) : [],
    events: readCalendar(join(folder, 'calendar.yaml'), problems),
  };
}

/** Files of a council's folder that are not the entry of a topic. */
const notEntries = new Set(['council.yaml', 'services.yaml', 'calendar.yaml']);

function readLocal(folder: string, problems: Problem[]): Map<string, Filed<CouncilEntry>> {
  const topics = readdirSync(folder).filter((f) => f.endsWith('.yaml') && !notEntries.has(f));
  return new Map(
    topics.sort().flatMap((f) => filed(join(folder, f), councilEntry, problems).map((entry) => [basename(f, '.yaml'), entry] as const)),
  );
}

function readAsks(folder: string, ids: readonly string[], problems: Problem[]): [string, AsksFile][] {
  return ids.flatMap((id) => {
    const file = join(folder, `${id}.asks.txt`);
    const text = readText(file, problems);
    return text === null ? [] : [[id, { file, lines: text.split(/\r?\n/u).map((line) => line.trim()) }]];
  });
}

/** False for an empty line or a note to other editors. */
export function isAsk(line: string): boolean {
  return line !== '' && !line.startsWith('#');
}

/** The topic ids that the question sets, the knowledge and the checks share. */
export function topicIds(text: string): string[] {
  return Object.keys((parse(text) as { topics: Record<string, string> }).topics);
}
