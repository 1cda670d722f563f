import { z } from 'zod';
import { crisisCategories, type CrisisReply, type CrisisRule, type Pattern } from '../engine/types';
import { asTyped } from './directoryFile';
import { pattern, type Lists } from './patterns';
import type { Problem } from './problem';
import { check, type Yaml } from './read';

const line = asTyped.pipe(z.string().min(1, 'some words'));
const lines = z.array(line).default([]);

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  helpline: z.string().optional(),
  lists: z.record(z.array(line).min(1)).default({}),
  any: z.array(line).min(1),
  unless: lines,
  must: lines,
  must_not: lines,
});
const file = z.strictObject({ category: z.enum(crisisCategories), rules: z.array(rule).min(1) });

/** A category's rules, with the lines that they are tested on. */
export interface CrisisFile {
  readonly rules: readonly CrisisRule[];
  readonly must: readonly { readonly line: string; readonly rule: string }[];
  readonly mustNot: readonly { readonly line: string; readonly rule: string }[];
}

/** Reads one file of crisis rules; a pattern that cannot be read is a problem with its place. */
export function crisisFile(yaml: Yaml, problems: Problem[]): CrisisFile | null {
  const written = check(yaml, file, problems);
  if (!written) return null;
  const compiled = (rows: readonly string[], lists: Lists, path: readonly (string | number)[]): Pattern[] =>
    rows.flatMap((row, i) => {
      try {
        return [pattern(row, lists)];
      } catch (error) {
        problems.push({
          file: yaml.file,
          line: yaml.lineOf([...path, i]),
          field: path.join('.'),
          found: (error as Error).message,
          expected: 'a crisis pattern',
          mend: 'See docs/safety/change-a-crisis-rule.md.',
        });
        return [];
      }
    });
  const rules = written.rules.map((r, i) => ({
    id: r.id,
    category: written.category,
    any: compiled(r.any, r.lists, ['rules', i, 'any']),
    unless: compiled(r.unless, r.lists, ['rules', i, 'unless']),
    ...(r.helpline && { helpline: r.helpline }),
  }));
  const tested = (key: 'must' | 'must_not') => written.rules.flatMap((r) => r[key].map((text) => ({ line: text, rule: r.id })));
  return { rules, must: tested('must'), mustNot: tested('must_not') };
}

const words = z.string().min(1);
const reply = z.strictObject({
  title: words,
  danger: words,
  say: words,
  helplines: z.array(words).min(1),
  carer_say: words.optional(),
  carer_helplines: z.array(words).min(1).optional(),
});

/** The fixed words of knowledge/crisis/replies.yaml. */
export const repliesFile = z.strictObject({
  robot: words,
  unsure: words,
  also_asked: words,
  broken: words,
  no_council: words,
  still_here: words,
  helplines: z.record(words),
  replies: z.strictObject(
    Object.fromEntries(crisisCategories.map((c) => [c, reply])) as Record<(typeof crisisCategories)[number], typeof reply>,
  ),
});

/** A reply as the engine reads it. */
export function crisisReply(r: z.infer<typeof reply>): CrisisReply {
  return {
    title: r.title,
    danger: r.danger,
    say: r.say,
    helplines: r.helplines,
    ...(r.carer_say && { carerSay: r.carer_say }),
    ...(r.carer_helplines && { carerHelplines: r.carer_helplines }),
  };
}
