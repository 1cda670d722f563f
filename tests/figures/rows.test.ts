import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCrisis, readOthers, readQuestions } from './rows';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string | Buffer): string {
  const path = join(folder, 'rows.jsonl');
  writeFileSync(path, text);
  return path;
}

test('rows of each kind, with what may be left out', () => {
  expect(
    readQuestions(file('\uFEFF{"id":"a","text":"hi","topics":["greeting"]}\r\n\r\n{"text":"rent","topics":["x","y"],"style":"plain"}\n')),
  ).toEqual([
    { text: 'hi', topics: ['greeting'], style: 'not given' },
    { text: 'rent', topics: ['x', 'y'], style: 'plain' },
  ]);
  expect(
    readCrisis(file('{"text":"help","category":"abuse","also":["missing"]}\n{"text":"x","category":"abuse","also":"missing"}')),
  ).toMatchObject([{ also: ['missing'] }, { also: ['missing'] }]);
  expect(readOthers(file('{"id":"b","text":"pizza","kind":"chat"}'))).toEqual([{ text: 'pizza' }]);
});

test.each([
  ['{"text":"hi","topics":["a"]}\n{"text":', /line 2 is not JSON$/],
  ['{"text":"hi"}', /line 1: "topics": Required$/],
  ['{"text":"hi","topics":[]}', /line 1: "topics": at least one topic$/],
  ['{"text":3,"topics":["a"]}', /line 1: "text": Expected string, received number$/],
  ['[1]', /line 1: Expected object, received array$/],
  ['\n\n', /has no rows$/],
  [Buffer.from([0x7b, 0xff, 0x7d]), /is not UTF-8 text$/],
])('%j is told in one line', (text, expected) => {
  expect(() => readQuestions(file(text))).toThrow(expected);
  expect(() => readQuestions(file(text))).toThrow(/^[^\n]+$/);
});

test('a file that is not there', () => {
  expect(() => readQuestions(join(folder, 'none.jsonl'))).toThrow(/none\.jsonl is not there$/);
  expect(() => readQuestions(folder)).toThrow(/cannot be read/);
});
