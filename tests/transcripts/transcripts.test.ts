import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { turnWith } from '../../bot/engine/turn';
import type { Channel, Memory, Reader } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { asFields } from '../../bot/render/json';

interface Transcript {
  readonly title: string;
  readonly channel: Channel;
  readonly now: string;
  readonly council?: string;
  readonly reader?: Reader;
  readonly turns: readonly Turn[];
}

interface Turn {
  readonly say: string;
  readonly kind?: string;
  readonly topics?: readonly string[];
  readonly crisis?: string | null;
  readonly act?: string | null;
  readonly council?: string | null;
  readonly reply?: string;
}

const folder = 'tests/transcripts';
const recording = process.env['RECORD'] === '1';
const kits = openKits('build/kits');
const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8')) as Transcript;

function run(transcript: Transcript): Turn[] {
  const { channel, now, council, reader } = transcript;
  let memory: Memory = { ...(council && { council }), ...(reader && { reader }) };
  return transcript.turns.map(({ say }) => {
    const turned = turnWith((id) => kits.for(id).kit, memory, { text: say, channel }, Date.parse(now));
    memory = turned.memory;
    const name = kits.for(memory.council).kit?.councils.find((c) => c.id === memory.council)?.shortName ?? null;
    const { kind, topics, crisis, act, text, council: answeredFor } = asFields(turned.reply, channel, name, 'en');
    return { say, kind, topics, crisis, act, council: answeredFor, reply: text };
  });
}

const files = readdirSync(folder).filter((f) => f.endsWith('.yaml'));

test.each(files.map((f) => [read(f).title, f]))('%s', (_, file) => {
  const transcript = read(file);
  const turns = run(transcript);
  if (recording) writeFileSync(join(folder, file), stringify({ ...transcript, turns }, { lineWidth: 120, blockQuote: 'literal', aliasDuplicateObjects: false }));
  expect(turns).toEqual(recording ? turns : transcript.turns);
});

test('nothing is recorded by accident', () => {
  expect(recording && process.env['CI']).toBeFalsy();
});
