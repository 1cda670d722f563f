import { readdirSync, readFileSync, statSync } from 'node:fs';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem';

/** Bytes: far above the largest honest file, far below what could stall the build. */
const largest = 1_000_000;

const controls = /[^\P{Cc}\t\n\r]/u;

/** A YAML file as read: its value, and the line of each field, for messages. */
export interface Yaml {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads a text file as UTF-8; null with a problem noted when it is missing, too large or not text. */
export function readText(file: string, problems: Problem[]): string | null {
  const note = (found: string, expected: string, mend: string, line = 0) => problems.push({ file, line, field: '', found, expected, mend });
  try {
    const { size } = statSync(file);
    if (size > largest)
      return (note(`${size} bytes`, `at most ${largest}`, 'Split the file or remove what was pasted in by mistake.'), null);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    const control = text.search(controls);
    if (control < 0) return text;
    const line = text.slice(0, control).split('\n').length;
    return (note('a control character', 'words only', 'Type the line again; something unseen was pasted.', line), null);
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      note('bytes that are not UTF-8 text', 'UTF-8', 'Save the file again with the encoding UTF-8.');
    else
      note(error instanceof Error ? error.message : String(error), 'a file that can be read', 'Check the name and that the file is there.');
    return null;
  }
}

/** Reads a YAML file; every fault of the syntax becomes a problem with its line. Null when it cannot be used. */
export function readYaml(file: string, problems: Problem[]): Yaml | null {
  const text = readText(file, problems);
  if (text === null) return null;
  const lines = new LineCounter();
  try {
    // Repeated keys are looked for below: the library's own check takes the square of the file's length.
    const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, resolveKnownTags: false });
    const faults = [...[...doc.errors, ...doc.warnings].map(syntax), ...notPlain(doc)];
    problems.push(...faults.map(({ at, ...words }) => ({ file, line: lines.linePos(at).line, field: '', ...words })));
    return faults.length ? null : { file, value: doc.toJS({ maxAliasCount: 0 }), lineOf: (path) => lineOf(doc, lines, path) };
  } catch (error) {
    // Thousands of brackets in one another use up the stack.
    problems.push({
      file,
      line: 0,
      field: '',
      found: (error as Error).message,
      expected: readable,
      mend: 'Take out what was pasted in by mistake.',
    });
    return null;
  }
}

const readable = 'YAML that can be read';

type Fault = Pick<Problem, 'found' | 'expected' | 'mend'> & { readonly at: number };

function syntax(error: YAMLParseError | YAMLWarning): Fault {
  return { at: error.pos[0], found: error.message, expected: readable, mend: mendFor(error.code) };
}

// An alias can stand for a value that is millions of values long, and the second of two equal keys hides the first.
function notPlain(doc: Document): Fault[] {
  const faults: Fault[] = [];
  visit(doc, {
    Alias: (_, { source, range }) => {
      const mend = 'Write the value out where it is used.';
      faults.push({ at: range?.[0] ?? 0, found: `an alias (*${source})`, expected: 'plain values only', mend });
    },
    Map: (_, { items }) => {
      const seen = new Set<string>();
      for (const pair of items) {
        const key = keyOf(pair);
        if (seen.has(key))
          faults.push({ at: startOf(pair.key), found: `${key} twice`, expected: 'each field once', mend: mendFor('DUPLICATE_KEY') });
        seen.add(key);
      }
    },
  });
  return faults;
}

/** Checks a value against its shape; all faults are noted at once. Null when there are any. */
export function check<T>(yaml: Yaml, shape: z.ZodType<T, z.ZodTypeDef, unknown>, problems: Problem[]): T | null {
  const result = shape.safeParse(yaml.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const strange = issue.code === 'unrecognized_keys';
    for (const path of strange ? issue.keys.map((key) => [...issue.path, key]) : [issue.path])
      problems.push({
        file: yaml.file,
        line: yaml.lineOf(path),
        field: path.join('.'),
        found: strange ? `unknown field ${path.at(-1)}` : foundAt(yaml.value, path),
        expected: strange ? 'a field of this kind of file' : issue.message,
        mend: strange
          ? 'Remove it, or check its spelling and how far it is indented.'
          : 'Change the value, or see docs/how-to/edit-knowledge.md.',
      });
  }
  return null;
}

/** The line of a field's name or of an item of a list; of what it would stand in when it is missing. */
function lineOf(doc: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = doc.contents;
  let at = startOf(node);
  for (const step of path) {
    const pair = isMap(node) ? node.items.find((p) => keyOf(p) === String(step)) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (!pair && !next) break;
    at = startOf(pair?.key ?? next);
    node = next;
  }
  return Math.max(1, lines.linePos(at).line);
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number {
  return (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
}

function foundAt(value: unknown, path: readonly PropertyKey[]): string {
  const at = path.reduce<unknown>((v, key) => (v as Record<PropertyKey, unknown> | undefined)?.[key], value);
  const shown = JSON.stringify(at) ?? 'nothing';
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

const badIndent = new Set(['BAD_INDENT', 'IMPOSSIBLE', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

function mendFor(code: string): string {
  if (code === 'TAB_AS_INDENT') return 'Replace the tab with two spaces.';
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two and remove the other.';
  if (code === 'MISSING_CHAR') return 'Close the quotes or the bracket, and put a colon after the name of each field.';
  if (code === 'TAG_RESOLVE_FAILED') return 'Take out the word that begins with "!", or put quotes round the text.';
  if (badIndent.has(code)) return 'Line the field up with its neighbours, two spaces a level; put quotes round text that holds ": ".';
  return 'Put quotes round text that holds ": " or begins with a sign.';
}

/** The names of a folder's files with this ending, in order. */
export function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(ending))
    .map((f) => f.slice(0, -ending.length))
    .sort();
}
