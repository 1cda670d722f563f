import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agrees, measureConversations, readConversations, type Expected } from './conversations';
import { talk } from './asking';

const folder = mkdtempSync(join(tmpdir(), 'conversations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const yaml = 'title: One\nchannel: sms\nnow: "2026-11-23T10:00:00Z"\nturns:\n- say: hello\n  kind: act\n  reply: not judged\n';
const line = '{"turns":[{"say":"hello","act":"greeting"},{"say":"bye","act":"greeting"}]}';

test('YAML, JSON lines, and a folder of both', () => {
  const one = readConversations(file('one.yaml', yaml));
  expect(one).toEqual([{ title: 'One', channel: 'sms', now: '2026-11-23T10:00:00Z', turns: [{ say: 'hello', kind: 'act' }] }]);
  const two = readConversations(file('two.jsonl', `${line}\n${line}\n`));
  expect(two).toHaveLength(2);
  expect(two[0]).toMatchObject({ channel: 'web', turns: [{ say: 'hello' }, { say: 'bye' }] });
  expect(readConversations(folder)).toEqual([...one, ...two]);
});

test.each([
  ['bad.yaml', 'title: [', /bad\.yaml: /],
  ['bad.yaml', 'title: One\n', /bad\.yaml: "turns": Required$/],
  ['bad.yaml', 'turns:\n- {say: hi}\nnow: soon\n', /"now": a date and time/],
  ['bad.yaml', '', /holds no conversation$/],
  ['bad.jsonl', '{"turns":[]}', /line 1: "turns": at least one turn$/],
])('%s with %j is told in one line', (name, text, expected) => {
  const bad = file(name, text);
  expect(() => readConversations(bad)).toThrow(expected);
  expect(() => readConversations(bad)).toThrow(/^[^\n]+$/);
});

test('only what is given has to agree', () => {
  const [hello] = talk(['hello'], { channel: 'web' });
  const judged = (wanted: Omit<Expected, 'say'>) => agrees(hello!, { say: 'hello', ...wanted });
  expect(judged({})).toBe(true);
  expect(judged({ kind: 'act', act: 'greeting', topics: [], crisis: null, council: null })).toBe(true);
  expect([judged({ kind: 'answer' }), judged({ act: null }), judged({ topics: ['app'] }), judged({ council: 'devon' })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('turns and whole conversations are counted', () => {
  const found = measureConversations([...readConversations(file('a.jsonl', line)), ...readConversations(file('b.yaml', yaml))]);
  expect(found).toMatchObject({ turns: { n: 2, of: 3 }, whole: { n: 1, of: 2 } });
});
