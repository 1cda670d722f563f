import { createInterface } from 'node:readline';
import { turnWith } from './engine/turn';
import type { Memory, Reply, Said } from './engine/types';
import { readDays } from './host/dates.node';
import { openKits, type Kits } from './host/kits.node';
import { readNow, readOptions } from './options';
import { asFields } from './render/json';
import { readSaid, Refused } from './said';
import { readSettings } from './settings';

// The terminal: npm run -s ask -- [options] [words...]. Its options and fields are a contract (docs/design.md).

const usage = `npm run -s ask -- [options] "your question"
  --council ID  --channel web|sms|teams  --lang en  --reader care-leaver|foster-carer  --now 2026-11-21T14:00:00Z
  --why         shows the topics that were ranked and the words that counted
  --json        prints the answer as JSON; with no question it reads JSON lines`;

const options = {
  council: { type: 'string' },
  channel: { type: 'string' },
  lang: { type: 'string' },
  reader: { type: 'string' },
  now: { type: 'string' },
  why: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

function main(): void {
  const { values, positionals } = readOptions({ allowPositionals: true, options }, usage);
  const { why, json, ...defaults } = values;
  const kits = openKits(readSettings(process.env).KITS);
  if (positionals.length > 0) {
    const asked = askOnce(kits, { ...defaults, text: positionals.join(' ') }, {});
    console.log(json ? JSON.stringify(asked.fields) : asked.fields.text);
    if (why) console.log(`\n${JSON.stringify(asked.reply.why, null, 2)}`);
    return;
  }
  const conversations = new Map<string, Memory>();
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    if (!line.trim()) return;
    const answered = askLine(kits, line, defaults, conversations);
    process.stdout.write(`${JSON.stringify(why ? answered : { ...answered, why: undefined })}\n`);
  });
}

function askLine(kits: Kits, line: string, defaults: object, conversations: Map<string, Memory>): Record<string, unknown> {
  let id: unknown = null;
  try {
    const asked = JSON.parse(line) as Record<string, unknown> | null;
    if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
      throw new Refused('Each line is one JSON object, such as {"id":"1","text":"hello"}.');
    id = asked['id'] ?? null;
    const thread = asked['conversation'] === undefined ? null : JSON.stringify(asked['conversation']);
    const { fields, reply, memory } = askOnce(kits, { ...defaults, ...asked }, (thread !== null && conversations.get(thread)) || {});
    if (thread !== null) conversations.set(thread, memory);
    return { id, ...fields, why: reply.why };
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

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
