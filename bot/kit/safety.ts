import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { z } from 'zod';
import { crisisCategories, type CrisisCategory, type CrisisReply, type Safety } from '../engine/types';
import { crisisFile, crisisReply, repliesFile } from './crisisFile';
import { readCouncils } from './councilFile';
import { readServices } from './directoryFile';
import { Problems, type Problem } from './problem';
import { check, readYaml } from './read';

/** Bank holidays are announced a few years ahead; outside these years hours count as unknown. */
export const holidayYears = [2025, 2026, 2027, 2028];

/** Makes the safety data from the knowledge folder; throws Problems with every fault. */
export function makeSafety(knowledge: string): Safety {
  const problems: Problem[] = [];
  const spelling = readSpelling(join(knowledge, 'spelling.yaml'), problems);
  const rules = crisisCategories.flatMap((category) => {
    const yaml = readYaml(join(knowledge, 'crisis', `${category}.yaml`), problems);
    return (yaml && crisisFile(yaml, problems)?.rules) ?? [];
  });
  const yaml = readYaml(join(knowledge, 'crisis', 'replies.yaml'), problems);
  const fixed = yaml && check(yaml, repliesFile, problems);
  const services = readServices(join(knowledge, 'directory.yaml'), problems);
  const councils = readCouncils(join(knowledge, 'councils'), problems);
  if (!fixed || !yaml || problems.length) throw new Problems(problems);
  const helplines = Object.entries(fixed.helplines).map(([id, say]) => {
    const service = services.find((s) => s.id === id);
    if (!service)
      throw new Problems([
        {
          file: yaml.file,
          line: yaml.lineOf(['helplines', id]),
          field: 'helplines',
          found: id,
          expected: 'the id of a service in directory.yaml',
          mend: 'Check its spelling.',
        },
      ]);
    return [id, { name: service.name, say, hours: service.hours }] as const;
  });
  return {
    spelling,
    rules,
    crisisWords: [...new Set(rules.flatMap((r) => r.any.flat().flatMap((s) => ('words' in s ? s.words.flat() : []))))].sort(),
    replies: Object.fromEntries(crisisCategories.map((c) => [c, crisisReply(fixed.replies[c])])) as Record<CrisisCategory, CrisisReply>,
    helplines: Object.fromEntries(helplines),
    robot: fixed.robot,
    broken: fixed.broken,
    noCouncil: fixed.no_council,
    stillHere: fixed.still_here,
    councils: Object.fromEntries(councils.map((c) => [c.id, c.duty])),
    bankHolidays: holidayYears.flatMap(bankHolidaysIn),
    bankHolidayYears: holidayYears,
  };
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
  return (yaml && check(yaml, z.record(z.coerce.string()), problems)) ?? {};
}

/** The topics of a folder of files named topic.ending. */
export function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(ending))
    .map((f) => f.slice(0, -ending.length))
    .sort();
}
