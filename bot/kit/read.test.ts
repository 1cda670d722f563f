import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem';
import { check, readText, readYaml } from './read';

const folder = mkdtempSync(join(tmpdir(), 'read-'));
const file = join(folder, 'a.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string | Uint8Array) {
  writeFileSync(file, text);
  const problems: Problem[] = [];
  return { yaml: readYaml(file, problems), problems };
}

test('a file of words is read as it stands', () => {
  writeFileSync(file, 'do i pay council tax\r\n¿qué?\r\n');
  expect(readText(file, [])).toBe('do i pay council tax\r\n¿qué?\r\n');
});

test('no bytes can stop the reader: it gives the words, or says what is wrong with them', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }), fc.string()), (bytes) => {
      const { yaml, problems } = read(bytes);
      expect(yaml === null).toBe(problems.length > 0);
      for (const problem of problems) expect(problem.line).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what is written as YAML is read back the same', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/u), fc.oneof(fc.stringMatching(/^[ -~é£]*$/u), fc.array(fc.integer()))),
      (value) => {
        expect(read(stringify(value)).yaml?.value).toEqual(value);
      },
    ),
  );
});

const council = `# a note
id: devon
hours:
  - { byday: MO }
  -
    byday: TU
"24": all day
say:

  short: >-
    words
    and more
`;

test.each([
  [['id'], 2],
  [['hours'], 3],
  [['hours', 0, 'byday'], 4],
  [['hours', 1, 'byday'], 6],
  [['24'], 7],
  [['say'], 8],
  [['say', 'short'], 10],
  [['say', 'full'], 8],
  [['hours', 7], 3],
  [['nothing'], 2],
  [[], 2],
])('the field %j stands on line %i', (path, line) => {
  expect(read(council).yaml?.lineOf(path)).toBe(line);
});

test('a field of an empty file stands on its first line', () => {
  expect(read('').yaml?.lineOf(['id'])).toBe(1);
});

test('every fault is told at once, each with its line, field, what was found and how to mend it', () => {
  const shape = z.strictObject({ id: z.string(), hours: z.array(z.strictObject({ byday: z.enum(['MO']) })), say: z.string() });
  const { yaml } = read(council);
  const problems: Problem[] = [];
  expect(check(yaml!, shape, problems)).toBeNull();
  expect(problems.map((p) => [p.line, p.field, p.found])).toEqual([
    [6, 'hours.1.byday', '"TU"'],
    [8, 'say', '{"short":"words and more"}'],
    [7, '24', 'unknown field 24'],
  ]);
  expect(problems.every((p) => p.file === file && p.mend.endsWith('.'))).toBe(true);
});

test('a long value is cut in the message', () => {
  const problems: Problem[] = [];
  check(read(`id: [${'word, '.repeat(50)}]`).yaml!, z.object({ id: z.string() }), problems);
  expect(problems[0]!.found).toHaveLength(60);
});

test('a value of the right shape is given back, with what was left out filled in', () => {
  const problems: Problem[] = [];
  expect(check(read('id: a').yaml!, z.object({ id: z.string(), also: z.array(z.string()).default([]) }), problems)).toEqual({
    id: 'a',
    also: [],
  });
  expect(problems).toEqual([]);
});
