import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { turnWith } from './engine/turn';
import type { Memory, Reply, Said } from './engine/types';
import { readDays } from './host/dates.node';
import { openKits, type Kits } from './host/kits.node';
import { asFields } from './render/json';
import { readSaid, Refused } from './said';
import { readSettings } from './settings';

// The terminal: npm run -s ask -- [options] [words...]. Its options and fields are a contract (docs/design.md).

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    council: { type: 'string' },
    channel: { type: 'string' },
    lang: { type: 'string' },
    reader: { type: 'string' },
    now: { type: 'string' },
    why: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

function main(): void {
  const kits = openKits(readSettings(process.env).KITS);
  const { why, json, ...defaults } = given;
  if (positionals.length > 0) {
    const asked = askOnce(kits, { ...defaults, text: positionals.join(' ') }, {});
    console.log(json ? JSON.stringify(asked.fields) : asked.fields.text);
    if (why) console.log(`\n${JSON.stringify(asked.reply.why, null, 2)}`);
    return;
  }
  const conversations = new Map<string, Memory>();
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => line.trim() && process.stdout.write(`${JSON.stringify(askLine(kits, line, defaults, conversations))}\n`));
}

function askLine(kits: Kits, line: string, defaults: object, conversations: Map<string, Memory>): object {
  let id: unknown = null;
  try {
    const asked = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
      throw new Refused('Each line is one JSON object, such as {"id":"1","text":"hello"}.');
    id = asked['id'] ?? null;
    const thread = asked['conversation'] === undefined ? null : JSON.stringify(asked['conversation']);
    const { fields, reply, memory } = askOnce(kits, { ...defaults, ...asked }, (thread !== null && conversations.get(thread)) || {});
    if (thread !== null) conversations.set(thread, memory);
    return { id, ...fields, ...(given.why && { why: reply.why }) };
  } catch (error) {
    return { id, error: error instanceof SyntaxError ? `This line is not JSON: ${error.message}` : (error as Error).message };
  }
}

function askOnce(
  kits: Kits,
  asked: Record<string, unknown>,
  memory: Memory,
): { fields: ReturnType<typeof asFields>; reply: Reply; memory: Memory } {
  const said: Said = readSaid(asked, kits.councils);
  const turned = turnWith((council) => kits.for(council).kit, memory, said, readNow(asked['now']), readDays);
  const name = kits.for(turned.memory.council).kit?.councils.find((c) => c.id === turned.memory.council)?.shortName ?? null;
  return { fields: asFields(turned.reply, said.channel, name, 'en'), reply: turned.reply, memory: turned.memory };
}

function readNow(now: unknown): number {
  if (now === undefined) return Date.now();
  const at = typeof now === 'string' ? Date.parse(now) : NaN;
  if (Number.isNaN(at)) throw new Refused(`now is ${JSON.stringify(now)}; it should be a time such as "2026-11-21T14:00:00Z".`);
  return at;
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
