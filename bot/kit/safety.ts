import { join } from 'node:path';
import Holidays from 'date-holidays';
import { z } from 'zod';
import { tidy } from '../engine/tidy';
import { crisisCategories, type CrisisCategory, type CrisisReply, type Safety } from '../engine/types';
import { crisisFile, crisisReply, repliesFile } from './crisisFile';
import { readCouncils } from './councilFile';
import { asTyped, readServices } from './directoryFile';
import { heardIn, heardInLanguages, learnHeard, linesOf, tests, type Heard } from './heard';
import { Problems, type Problem } from './problem';
import { check, namesIn, readYaml, type Yaml } from './read';

/** Bank holidays are announced a few years ahead; outside these years hours count as unknown. */
export const holidayYears = [2025, 2026, 2027, 2028];

// Where rules of several categories fire, the first here is answered: the order that is right most often on the tuning messages.
const precedence: readonly CrisisCategory[] = [
  'medical',
  'suicide-self-harm',
  'missing',
  'abuse',
  'exploitation',
  'homeless-tonight',
  'danger-now',
  'domestic-abuse',
];

/** Makes the safety data from the knowledge folder; throws Problems with every fault. */
export function makeSafety(knowledge: string): Safety {
  const problems: Problem[] = [];
  const spelling = readSpelling(join(knowledge, 'spelling.yaml'), problems);
  const files = precedence.map((category) => readYaml(join(knowledge, 'crisis', `${category}.yaml`), problems));
  const crises = files.flatMap((yaml) => (yaml && crisisFile(yaml, problems)) ?? []);
  const rules = crises.flatMap((file) => file.rules);
  const asks = asksIn(knowledge, problems);
  const heard = heardIn(knowledge, problems);
  const abroad = heardInLanguages(knowledge, problems);
  const yaml = readYaml(join(knowledge, 'crisis', 'replies.yaml'), problems);
  const fixed = yaml && check(yaml, repliesFile, problems);
  const services = readServices(join(knowledge, 'directory.yaml'), problems);
  const councils = readCouncils(join(knowledge, 'councils'), problems);
  if (!fixed || !yaml || problems.length) throw new Problems(problems);
  const helplines = Object.entries(fixed.helplines).flatMap(([id, say]) => {
    const service = services.find((s) => s.id === id);
    if (!service) problems.push(unknownHelpline(yaml, ['helplines', id], id, 'the id of a service in directory.yaml'));
    return service ? [[id, { name: service.name, say, hours: service.hours }] as const] : [];
  });
  problems.push(...strayHelplines(yaml, fixed), ...files.flatMap((file) => (file ? strayInRules(file, fixed) : [])));
  if (problems.length) throw new Problems(problems);
  return {
    spelling,
    rules,
    crisisWords: [...new Set(rules.flatMap((r) => r.any.flat().flatMap((s) => ('words' in s ? s.words.flat() : []))))].sort(),
    words: wordsOf([...asks, ...heard.map((h) => h.line)], rules, spelling),
    heardAbroad: learnHeard([...abroad, ...asks.filter((_, i) => i % everyFew === 0).map(ordinary)], {}, mostAbroad),
    heard: learnHeard([...heard, ...tests(crises), ...asks.map(ordinary)], spelling, mostHeard),
    replies: Object.fromEntries(crisisCategories.map((c) => [c, crisisReply(fixed.replies[c])])) as Record<CrisisCategory, CrisisReply>,
    helplines: Object.fromEntries(helplines),
    robot: fixed.robot,
    unsure: fixed.unsure,
    alsoAsked: fixed.also_asked,
    broken: fixed.broken,
    noCouncil: fixed.no_council,
    stillHere: fixed.still_here,
    councils: Object.fromEntries(councils.map((c) => [c.id, c.duty])),
    bankHolidays: holidayYears.flatMap(bankHolidaysIn),
    bankHolidayYears: holidayYears,
  };
}

/** Features kept of the detector for English, and of the one for other languages: those whose weights say most. */
const mostHeard = 20_000;
const mostAbroad = 8_000;
/** Of the English asks every so many are learnt from for other languages too, so that strange English is no crisis there. */
const everyFew = 20;

function ordinary(line: string): Heard {
  return { category: null, line };
}

/** Times that a word stands in the asks before a slip may be mended to it. */
const oftenEnough = 3;

// Words that a misspelt one may be mended to before the rules are tried once more: those of the asks and messages, and those of the rules.
function wordsOf(lines: readonly string[], rules: Safety['rules'], spelling: Safety['spelling']): string {
  const counts = new Map<string, number>();
  for (const line of lines) for (const word of tidy(line, spelling).tokens) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts].filter(([, n]) => n >= oftenEnough).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const ruled = rules
    .flatMap((r) => [...r.any, ...r.unless].flat().flatMap((s) => ('words' in s ? s.words.flat() : [])))
    .filter((w) => /^[a-z]{4,}$/u.test(w));
  return [...new Set([...often.map(([word]) => word), ...ruled.sort()])].join(' ');
}

// How people ask, whatever the topic: messages that are of no crisis.
function asksIn(knowledge: string, problems: Problem[]): string[] {
  return ['national', 'acts'].flatMap((folder) =>
    namesIn(join(knowledge, folder), '.asks.txt').flatMap((name) => linesOf(join(knowledge, folder, `${name}.asks.txt`), problems)),
  );
}

type Replies = z.infer<typeof repliesFile>;

// A helpline without its sentence would leave a person in crisis with no number.
function strayHelplines(yaml: Yaml, { replies, helplines }: Replies): Problem[] {
  const named = crisisCategories.flatMap((category) =>
    (['helplines', 'carer_helplines'] as const).flatMap((field) =>
      (replies[category][field] ?? []).map((id, i) => ({ id, path: ['replies', category, field, i] })),
    ),
  );
  const always = Object.hasOwn(helplines, 'samaritans') ? [] : [{ id: 'nothing for samaritans', path: ['helplines'] }];
  return [...always, ...named.filter(({ id }) => !Object.hasOwn(helplines, id))].map(({ id, path }) =>
    unknownHelpline(yaml, path, id, 'a helpline that has its sentence under helplines'),
  );
}

function strayInRules(yaml: Yaml, { helplines }: Replies): Problem[] {
  return (yaml.value as { rules: { helpline?: string }[] }).rules.flatMap(({ helpline }, i) =>
    helpline === undefined || Object.hasOwn(helplines, helpline)
      ? []
      : [unknownHelpline(yaml, ['rules', i, 'helpline'], helpline, 'a helpline that has its sentence in replies.yaml')],
  );
}

function unknownHelpline(yaml: Yaml, path: readonly PropertyKey[], found: string, expected: string): Problem {
  return { file: yaml.file, line: yaml.lineOf(path), field: path.join('.'), found, expected, mend: 'Check its spelling.' };
}

/** England's bank holidays in a year, ISO dates, substitute days included. */
export function bankHolidaysIn(year: number): string[] {
  const england = new Holidays('GB', 'ENG');
  return england
    .getHolidays(year)
    .filter((h) => h.type === 'public' || h.type === 'bank')
    .map((h) => h.date.slice(0, 10));
}

function readSpelling(file: string, problems: Problem[]): Record<string, string> {
  const yaml = readYaml(file, problems);
  return (yaml && check(yaml, z.record(asTyped), problems)) ?? {};
}
