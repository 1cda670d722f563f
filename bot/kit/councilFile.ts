import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CouncilName, DutyBook, Line } from '../engine/types';
import { cited, phone, webAddress } from './directoryFile';
import { dateOrUnknown, isoDate } from './entryFile';
import { hoursOf, schedules } from './hours';
import type { Problem } from './problem';
import { check, readYaml } from './read';

const status = z.enum(['confirmed', 'unconfirmed', 'unknown']);
const unknown = z.literal('unknown');
const team = z.strictObject({
  name: z.string().min(1),
  phone: z.union([unknown, phone], { errorMap: () => ({ message: '"unknown" or a UK phone number with all its digits' }) }),
  ask_for: z.string().optional(),
  schedules: schedules.default('unknown'),
  status,
  sources: z.array(cited).min(1, 'at least one source'),
});
const contact = team
  .omit({ schedules: true, ask_for: true })
  .extend({ phone: team.shape.phone.optional(), email: z.string().email('an e-mail address').optional() });

/** The kit for all England, and the council of a person whose own is not in yet. */
const taken = ['national', 'elsewhere'];

const council = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z-]+$/u, 'small letters and hyphens, the name of the folder')
    .refine((id) => !taken.includes(id), `a name other than ${taken.join(' and ')}, which mean something else here`),
  name: z.string().min(1),
  short_name: z.string().min(1),
  also_called: z.array(z.string()),
  towns: z.array(z.string()),
  leaving_care: team,
  front_door: team,
  out_of_hours: team.omit({ schedules: true }),
  contacts: z.record(contact),
  offer_url: z.union([unknown, webAddress], {
    errorMap: () => ({ message: '"unknown" or a web address that begins with https://' }),
  }),
  as_of: dateOrUnknown,
  checked: isoDate,
  review_by: isoDate,
  unknown: z.array(z.string()),
});

/** A council's own file, and what the engine needs of it. */
export interface Council {
  readonly id: string;
  readonly file: string;
  readonly names: CouncilName;
  readonly duty: DutyBook;
  /** Who to ask in words: "the Leaving Care Team on 0300 300 8000". */
  readonly person: string;
  readonly written: z.infer<typeof council>;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads every council's council.yaml; the folder's name is the council's id. */
export function readCouncils(folder: string, problems: Problem[]): Council[] {
  const ids = existsSync(folder) ? readdirSync(folder).sort() : [];
  return ids.flatMap((id) => {
    const yaml = readYaml(join(folder, id, 'council.yaml'), problems);
    const written = yaml && check(yaml, council, problems);
    if (!yaml || !written) return [];
    if (written.id !== id)
      problems.push({
        file: yaml.file,
        line: yaml.lineOf(['id']),
        field: 'id',
        found: written.id,
        expected: `the folder's name, ${id}`,
        mend: 'Make the two the same.',
      });
    return [{ id, file: yaml.file, names: names(written), duty: duty(written), person: person(written), written, lineOf: yaml.lineOf }];
  });
}

function names(c: z.infer<typeof council>): CouncilName {
  return { id: c.id, name: c.name, shortName: c.short_name, aliases: [...c.also_called, ...c.towns] };
}

function duty(c: z.infer<typeof council>): DutyBook {
  const lines: Line[] = [c.leaving_care, c.front_door].flatMap((t) =>
    t.phone === 'unknown' ? [] : [{ name: t.name, phone: t.phone, hours: hoursOf(t.schedules) }],
  );
  const night = c.out_of_hours;
  return {
    name: c.name,
    shortName: c.short_name,
    day: lines,
    outOfHours: night.phone === 'unknown' ? null : { name: night.name, phone: night.phone, hours: 'unknown' },
  };
}

function person(c: z.infer<typeof council>): string {
  const { leaving_care, front_door, out_of_hours } = c;
  if (leaving_care.phone !== 'unknown') return `the ${leaving_care.name} on ${leaving_care.phone}`;
  if (front_door.phone === 'unknown') return `the ${leaving_care.name}`;
  // A number seen in one place only is printed with another beside it.
  const spare = front_door.status === 'confirmed' || out_of_hours.phone === 'unknown' ? '' : ` (no answer? ${out_of_hours.phone})`;
  return `the ${leaving_care.name} through ${front_door.phone}${spare}`;
}
