import { checkSync } from 'recheck';
import { regexesIn, sources } from './regexes';

// The patterns of the crisis rules are no regular expressions: bot/engine/pattern.ts carries all places forward at once.

const read = sources().map((file) => regexesIn(file));
const written = read.flatMap((one) => one.written);

// Of these the checker has no proof, as they look ahead or behind, refer back or count: it only found no text that is slow.
const unproved: Readonly<Record<string, string>> = {
  'bot/channels/chat.ts': 'reads 64 characters at most',
  'bot/engine/tidy.ts': 'takes a run of one letter whole, and begins the next search after it',
  'bot/engine/questions.ts': 'reads no more than the longest of its words from each place',
  'bot/editor/plainWords.ts': 'begins only after a stop, of which one stands before a run of spaces',
};

const check = (pattern: string, flags: string) => {
  const found = checkSync(pattern, flags, { timeout: 60_000, randomSeed: 1 });
  return {
    found: found.status === 'safe' ? 'safe' : found.status === 'vulnerable' ? found.complexity.type : found.error.kind,
    by: found.checker,
  };
};

test('regular expressions are found wherever they stand, and those made of text are counted', () => {
  const code = 'const a = /a+/gu; const f = (t: string) => [t.match(/[/]b/), new RegExp(t), RegExp(t)]; const not = "/c/";';
  const { written: some, made } = regexesIn('made-up.ts', code);
  expect(some.map(({ pattern, flags }) => [pattern, flags])).toEqual([['a+', 'gu'], ['[/]b', '']]); // prettier-ignore
  expect(made).toBe(2);
  expect(written.length).toBeGreaterThan(60);
});

test.each([
  ['(a+)+$', 'exponential'],
  ['^(a|a)*$', 'exponential'],
  ['\\s+$', 'polynomial'],
  ['<[^>]*>', 'polynomial'],
])('the checker finds out %s as %s', (pattern, type) => {
  expect(check(pattern, 'u').found).toBe(type);
});

test("a regular expression is made of text only where an editor's words are held against a list of jargon", () => {
  expect(read.filter(({ made }) => made > 0)).toEqual([expect.objectContaining({ file: 'bot/editor/plainWords.ts', made: 1 })]);
});

const checked = written.map(({ file, pattern, flags }) => ({ file, pattern, flags, ...check(pattern, flags) }));

test.each(checked)('$file: /$pattern/$flags takes time in step with the text', (one) => {
  expect(one.found).toBe('safe');
});

test('of all but a few that is proved, and of those it is said why it is so', () => {
  expect(
    checked
      .filter((one) => one.by !== 'automaton')
      .map((one) => one.file)
      .sort(),
  ).toEqual(Object.keys(unproved).sort());
});
