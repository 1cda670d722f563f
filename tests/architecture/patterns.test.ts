import { checkSync } from 'recheck';
import { followUps } from '../../bot/engine/followUp';
import { regexesIn, sources } from './regexes';

// The patterns of the crisis rules are no regular expressions: bot/engine/pattern.ts carries all places forward at once.

const read = sources().map((file) => regexesIn(file));
const written = read.flatMap((one) => one.written);

// Of these the checker has no proof, as they look ahead or behind, refer back or count: it only found no text that is slow.
const unproved: Readonly<Record<string, string>> = {
  'bot/channels/chat.ts': 'reads 64 characters at most',
  'bot/channels/directline/stream.ts': 'reads 64 characters at most',
  'bot/channels/sms/textIn.ts': 'reads 15 digits or 64 characters at most',
  'bot/channels/teams/heard.ts': 'reads 100 characters of a tag at most',
  'bot/engine/age.ts': 'reads a word, or counts to four',
  'bot/engine/ageSigns.ts': 'counts to four, in the 120 words that are read',
  'bot/engine/afterCrisis.ts': 'reads fourteen words at most',
  'bot/engine/yesNo.ts': 'begins at the start only',
  'bot/render/sms.ts': 'looks at one letter; parts our own sentences',
  'bot/teamsPackage/main.ts': 'reads 253 characters at most, typed by whoever makes the package',
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

// Patterns that are made of text cannot be read from the source. What they are held against is short.
const made: Readonly<Record<string, string>> = {
  'bot/editor/plainWords.ts': "an editor's words, against a list of jargon",
  'bot/engine/ageSigns.ts': 'words of a message, of which 120 are read; tests/contract/rubbish.test.ts times them',
  'bot/engine/born.ts': 'the same 120 words',
  'bot/engine/days.ts': 'words of a question on events; tests/contract/rubbish.test.ts times them',
  'bot/engine/followUp.ts': 'nine words at most; each pattern is checked below',
  'bot/settings.ts': 'settings, once, at the start',
};

test('a regular expression is made of text only where it is said why that is safe', () => {
  expect(read.flatMap((one) => (one.made > 0 ? [one.file] : [])).sort()).toEqual(Object.keys(made).sort());
});

test.each(followUps.map(({ source, flags }) => [source.slice(0, 60), source, flags]))(
  'the follow-up %s takes time in step with the text',
  (_, source, flags) => {
    expect(['safe', 'timeout']).toContain(check(source, flags).found);
  },
);

const checked = written.map(({ file, pattern, flags }) => ({ file, pattern, flags, ...check(pattern, flags) }));

test.each(checked)('$file: /$pattern/$flags takes time in step with the text', (one) => {
  expect(one.found).toBe('safe');
});

test('of all but a few that is proved, and of those it is said why it is so', () => {
  expect(
    checked
      .filter((one) => one.by !== 'automaton')
      .map((one) => one.file)
      .filter((file, i, all) => all.indexOf(file) === i)
      .sort(),
  ).toEqual(Object.keys(unproved).sort());
});
