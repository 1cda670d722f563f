import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { LocalEvent } from '../engine/types';
import { cited } from './directoryFile';
import { isoDate } from './entryFile';
import type { Problem } from './problem';
import { check, readYaml } from './read';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time such as "18:00"');
const event = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  date: isoDate,
  starts_at: time,
  ends_at: time.optional(),
  place: z.string().min(1),
  url: z.string().url('a web address that begins with https://').optional(),
  sources: z.array(cited).min(1, 'at least one source'),
});

/** Reads a calendar of events; a council without one has none. */
export function readCalendar(file: string, problems: Problem[]): LocalEvent[] {
  const yaml = existsSync(file) ? readYaml(file, problems) : null;
  const rows = (yaml && check(yaml, z.array(event), problems)) ?? [];
  return rows.map(({ starts_at, ends_at, sources: _, url, ...e }) => ({
    ...e,
    starts: starts_at,
    ...(ends_at && { ends: ends_at }),
    ...(url && { url }),
  }));
}
