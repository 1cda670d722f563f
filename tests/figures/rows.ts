import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A file that cannot be measured with; the message is one line for the person who named it. */
export class BadFile extends Error {}

const listed = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const style = z.string().default('not given');
const question = z.object({ text: z.string(), topics: z.array(z.string()).min(1, 'at least one topic'), style });
const crisis = z.object({ text: z.string(), category: z.string(), also: listed.nullish(), style });
const other = z.object({ text: z.string() });

/** A question, with the topics or acts that are right, best first. */
export type Question = z.infer<typeof question>;
export type CrisisRow = z.infer<typeof crisis>;
/** A message of which only the kind of reply is judged. */
export type Other = z.infer<typeof other>;

export const readQuestions = (file: string): Question[] => readLines(file, question);
export const readCrisis = (file: string): CrisisRow[] => readLines(file, crisis);
export const readOthers = (file: string): Other[] => readLines(file, other);

/** Reads a file of JSON lines; throws BadFile with the first line that is not what was expected. */
export function readLines<T>(file: string, shape: z.ZodType<T, z.ZodTypeDef, unknown>): T[] {
  const rows = readWhole(file)
    .split(/\r?\n/u)
    .flatMap((line, at) => (line.trim() === '' ? [] : [checked(parsed(line, `${file} line ${at + 1}`), shape, `${file} line ${at + 1}`)]));
  if (rows.length === 0) throw new BadFile(`${file} has no rows`);
  return rows;
}

/** The text of a file, without a byte-order mark. */
export function readWhole(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BadFile(`${file} is not there`, { cause: error });
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new BadFile(`${file} is not UTF-8 text`, { cause: error });
    throw new BadFile(`${file} cannot be read: ${message}`, { cause: error });
  }
}

/** The value in its shape; throws BadFile, naming the place and the field, when it has another. */
export function checked<T>(value: unknown, shape: z.ZodType<T, z.ZodTypeDef, unknown>, place: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new BadFile(`${place}: ${path.length ? `"${path.join('.')}": ` : ''}${message}`);
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadFile(`${place} is not JSON`, { cause: error });
  }
}
