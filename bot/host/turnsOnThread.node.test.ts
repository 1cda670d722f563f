import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Said, Turn } from '../engine/types';
import { readDays } from './dates.node';
import { openKits } from './kits.node';
import { turnsHere, type TakeTurn } from './turnsHere';
import { turnsOnThread } from './turnsOnThread.node';

const built = resolve('build/js/bot/host/turnThread.node.js');
const now = Date.parse('2026-11-22T02:00:00Z');
const here = turnsHere(openKits('build/kits'), readDays);
const said = (text: string, more: Partial<Said> = {}): Said => ({ text, channel: 'web', ...more });
const noTurn = { reply: { why: { rule: 'otherwise' } }, memory: {} } as unknown as Turn;
const otherwise: TakeTurn = () => noTurn;

const wait = (ms: number) => new Promise((done) => void setTimeout(done, ms));

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'thread-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks until the thread itself answers. */
async function answered(take: ReturnType<typeof turnsOnThread>): Promise<typeof take> {
  while ((await take({}, said('hello'), now)) === noTurn) await wait(20);
  return take;
}

/** A thread of other code, which may use `port` and `workerData`. */
function threadOf(name: string, code: string): string {
  const file = join(folder, `${name}.js`);
  writeFileSync(file, `const { port } = require('node:worker_threads').workerData;\n${code}`);
  return file;
}

const messages: readonly Said[] = [
  said('do i av 2 pay cncl tax', { council: 'leicestershire' }),
  said('how much is the setting up home allowance', { council: 'devon' }),
  said('i want to kill myself', { council: 'central-bedfordshire' }),
  said('my stepdad hits me'),
  said("what's on next friday", { council: 'devon' }),
  said('what can i get', { channel: 'sms' }),
  said('more', { channel: 'sms' }),
  said(''),
  said('🙂'),
  said('asdf qwer zxcv'),
  said('why '.repeat(2000)),
];

test('a turn on the thread is the turn worked out here, but for its reasons', async () => {
  const take = await answered(turnsOnThread('build/kits', otherwise, built));
  let [memory, its] = [{}, {}];
  for (const one of messages) {
    const expected = here(memory, one, now);
    const turn = await take(its, one, now);
    const brief = one.channel === 'sms' ? expected.reply.brief : [];
    expect(turn).toEqual({ reply: { ...expected.reply, brief, why: { rule: expected.reply.why.rule } }, memory: expected.memory });
    [memory, its] = [expected.memory, turn.memory];
  }
});

test('many at once each get their own turn', async () => {
  const take = await answered(turnsOnThread('build/kits', otherwise, built));
  const all = Array.from({ length: 200 }, (_, i) => messages[i % 4]!);
  const turns = await Promise.all(all.map((one) => take({}, one, now)));
  expect(turns.map(({ reply }) => [reply.kind, reply.topics, reply.crisis])).toEqual(
    all.map((one) => here({}, one, now).reply).map(({ kind, topics, crisis }) => [kind, topics, crisis]),
  );
});

test.each([
  ['is not there yet', 'setTimeout(() => {}, 60_000);'],
  ['cannot start', "throw new Error('no');"],
  ['ends at once', 'process.exit(1);'],
  ['ends at the first question', "port.on('message', () => process.exit(1)); port.postMessage('ready');"],
  ['fails at the first question', "port.on('message', () => { throw new Error('no'); }); port.postMessage('ready');"],
  ['hangs at the first question', "port.on('message', () => { for (;;); }); port.postMessage('ready');"],
  ['never answers', "port.on('message', () => {}); port.postMessage('ready');"],
])('when the thread %s, a person in a crisis is answered all the same', async (name, code) => {
  const take = turnsOnThread('build/kits', here, threadOf(name.replaceAll(' ', '-'), code));
  for (let i = 0; i < 3; i++) {
    const { reply } = await take({}, said('i want to kill myself', { council: 'devon' }), now);
    expect(reply).toMatchObject({ kind: 'help-now', crisis: 'suicide-self-harm' });
    await wait(200);
  }
});

test('with no file for the thread every turn is worked out here', async () => {
  const take = turnsOnThread('build/kits', here, join(folder, 'none.js'));
  expect((await take({}, said('i want to kill myself'), now)).reply.kind).toBe('help-now');
});

test('a thread that ended is followed by another, but not within a minute', async () => {
  const once = "const begun = require('node:fs').existsSync(__filename + '.begun');";
  const file = threadOf('ends-once', `${once} require('node:fs').writeFileSync(__filename + '.begun', ''); if (!begun) process.exit(1); require(${JSON.stringify(built)});`); // prettier-ignore
  const take = turnsOnThread('build/kits', otherwise, file);
  await wait(500);
  expect(await take({}, said('hello'), now)).toBe(noTurn);
  await wait(1500);
  expect(await take({}, said('hello'), now)).toBe(noTurn);
  const real = performance.now.bind(performance);
  const later = jest.spyOn(performance, 'now').mockImplementation(() => real() + 61_000);
  try {
    expect((await (await answered(take))({}, said('do i pay council tax'), now)).reply.topics).toEqual(['council-tax']);
  } finally {
    later.mockRestore();
  }
});
