import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { turnWith } from '../../bot/engine/turn';
import type { Reader } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { asText } from '../../bot/render/text';

interface Fact {
  readonly id: string;
  readonly at: string;
  readonly fact: string;
  readonly ask: string;
  readonly council?: string;
  readonly reader?: Reader;
  readonly must: readonly string[];
}

const kits = openKits('build/kits');
const now = Date.parse('2026-11-21T14:00:00Z');
const folder = 'tests/facts';
const documents = readdirSync(folder).filter((f) => f.endsWith('.jsonl'));

function reply({ ask, council, reader }: Fact): string {
  const said = { text: ask, channel: 'web' as const, ...(council && { council }), ...(reader && { reader }) };
  return asText(turnWith((id) => kits.for(id).kit, {}, said, now).reply, null);
}

describe.each(documents)('%s', (document) => {
  const facts = readFileSync(join(folder, document), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Fact);

  test('every fact has its own id, a place in the document and words to look for', () => {
    expect(new Set(facts.map((f) => f.id)).size).toBe(facts.length);
    expect(facts.filter((f) => !f.at || f.must.length === 0)).toEqual([]);
  });

  test.each(facts.map((f) => [f.id, f.ask, f] as const))('%s is told to a person who asks: %s', (_, __, fact) => {
    const text = reply(fact);
    expect(fact.must.filter((words) => !new RegExp(words, 'iu').test(text)).map((words) => `${words} is not in: ${text}`)).toEqual([]);
  });
});
