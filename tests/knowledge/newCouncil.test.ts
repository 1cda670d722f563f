import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { due } from '../../bot/editor/due';
import { newCouncil } from '../../bot/editor/newCouncil';
import { makeEntries } from '../../bot/kit/build';
import { readKnowledge } from '../../bot/kit/knowledge';
import { lint } from '../../bot/kit/lint';
import type { Problem } from '../../bot/kit/problem';

const now = Date.parse('2026-11-21T14:00:00Z');
const words = 'locales/en/replies.json';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'council-'));
  cpSync('knowledge', folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a new council is a folder with every field unknown, and passes as it is', () => {
  const before: Problem[] = [];
  expect(newCouncil(folder, 'Kent County Council', readKnowledge(folder, words, before))[0]).toContain('kent/council.yaml');
  const problems: Problem[] = [];
  const knowledge = readKnowledge(folder, words, problems);
  expect(knowledge.councils.map((c) => c.id)).toContain('kent');
  problems.push(...lint(knowledge, makeEntries(knowledge, problems)));
  expect(problems).toEqual([]);
  expect(due(knowledge, now).filter((d) => d.owner === 'kent').length).toBeGreaterThan(20);
});

test.each([
  ['Devon County Council', 'is there already'],
  ['123', 'gives no name'],
])('the name "%s" is refused with the reason', (name, why) => {
  expect(() => newCouncil(folder, name, readKnowledge(folder, words, []))).toThrow(why);
});
