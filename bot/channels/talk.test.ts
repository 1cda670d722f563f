import fc from 'fast-check';
import { dutyInWords } from '../engine/helpNow';
import { safety } from '../engine/turn';
import type { Memory, Reply, Said } from '../engine/types';
import { openKits, type Kits } from '../host/kits.node';
import { inProcessMemory, type MemoryStore } from '../host/memory.node';
import { createTalk, type Room } from './talk';

const night = Date.parse('2026-11-21T02:00:00Z');
const real = openKits('build/kits');
const said = (text: string, more: Partial<Said> = {}): Said => ({ text, channel: 'web', ...more });
const words = (reply: Reply) => reply.parts.map((p) => p.text).join(' ');

const fails = (): never => {
  throw new Error('broken');
};
const rejects = () => Promise.reject(new Error('broken'));

function room(more: Partial<Room> = {}): Room {
  return { kits: real, memory: inProcessMemory(), clock: () => night, count: () => undefined, ...more };
}

const noKits: Kits = { councils: ['devon'], for: () => ({ kit: null, sound: false }), sound: () => false };
const unsound: Kits = { ...real, for: (council) => ({ kit: real.for(council).kit, sound: false }), sound: () => false };
const brokenMemory: MemoryStore = { get: rejects, put: rejects };

test('a question is answered, and what the person told is kept for the next', async () => {
  const talk = createTalk(room());
  expect(await talk('a', said('do i pay council tax'))).toMatchObject({ kind: 'answer', topics: ['council-tax'], council: null });
  expect(await talk('a', said('im from devon'))).toMatchObject({ topics: ['council-tax'], council: 'devon' });
});

test('two people never share a council', async () => {
  const talk = createTalk(room());
  await talk('a', said('hello', { council: 'devon' }));
  expect((await talk('b', said('do i pay council tax'))).council).toBeNull();
});

test("one person's messages are answered in the order they came, and another's do not wait for them", async () => {
  const order: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const store = inProcessMemory();
  const memory: MemoryStore = {
    ...store,
    get: async (who, now) => (who === 'slow' ? held.then(() => store.get(who, now)) : store.get(who, now)),
  };
  const talk = createTalk(room({ memory }));
  const first = talk('slow', said('im from devon')).then(() => order.push('first'));
  const second = talk('slow', said('do i pay council tax')).then((reply) => order.push(`second, ${reply.council}`));
  await talk('quick', said('hello')).then(() => order.push('other'));
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['other', 'first', 'second, devon']);
});

test('each reply is counted once, with its channel', async () => {
  const counted: [string, string][] = [];
  const talk = createTalk(room({ count: (reply, channel) => counted.push([reply.kind, channel]) }));
  await talk('a', said('do i pay council tax', { channel: 'sms' }));
  await talk('a', said('i want to kill myself'));
  expect(counted).toEqual([
    ['answer', 'sms'],
    ['help-now', 'web'],
  ]);
});

const failures: readonly (readonly [string, Partial<Room>])[] = [
  ['no kit can be read', { kits: noKits }],
  ['looking for a kit fails', { kits: { ...noKits, for: fails } }],
  ['memory cannot be read or written', { memory: brokenMemory }],
  ['memory fails at once', { memory: { get: fails, put: fails } }],
  ['counting fails', { count: fails }],
  ['everything fails', { kits: { ...noKits, for: fails }, memory: brokenMemory, count: fails }],
];

test.each(failures)('when %s, a person in crisis still gets 999, the right number and someone to ring', async (_, broken) => {
  const text = words(await createTalk(room(broken))('a', said('i want to kill myself', { council: 'devon' })));
  for (const wanted of ['999', '0345 6000 388', '116 123']) expect(text).toContain(wanted);
});

test.each(failures.slice(0, 2))('when %s, an ordinary question gets the safe reply', async (_, broken) => {
  const reply = await createTalk(room(broken))('a', said('do i pay council tax', { council: 'devon' }));
  expect(reply.kind).toBe('person');
  for (const wanted of ['999', dutyInWords('devon', night, safety), '116 123']) expect(words(reply)).toContain(wanted);
});

test.each(failures.slice(2, 5))('when %s, an ordinary question is still answered', async (_, broken) => {
  expect(await createTalk(room(broken))('a', said('do i pay council tax'))).toMatchObject({ kind: 'answer', topics: ['council-tax'] });
});

test('a kit that has gone bad goes on answering, with a warning and a number, on the page and by text', async () => {
  const talk = createTalk(room({ kits: unsound }));
  const reply = await talk('a', said('do i pay council tax', { council: 'devon' }));
  expect(reply.topics).toEqual(['council-tax']);
  for (const parts of [reply.parts, reply.brief]) expect(parts.some((p) => p.text.includes('999'))).toBe(true);
  expect(words(reply)).toContain(safety.broken);
});

test('a kit that has gone bad does not warn a person in crisis of anything but the danger', async () => {
  const reply = await createTalk(room({ kits: unsound }))('a', said('i want to kill myself'));
  expect(reply.kind).toBe('help-now');
  expect(words(reply)).not.toContain(safety.broken);
});

test('one message that fails does not hold up the next', async () => {
  let calls = 0;
  const memory: MemoryStore = {
    get: async (): Promise<Memory> => (calls++ === 0 ? fails() : { council: 'devon' }),
    put: async () => undefined,
  };
  const talk = createTalk(room({ memory }));
  const [, second] = await Promise.all([talk('a', said('hello')), talk('a', said('do i pay council tax'))]);
  expect(second.council).toBe('devon');
});

test('whatever is typed, and whatever fails, there is a reply with words in it', async () => {
  const broken = fc.constantFrom({}, ...failures.map(([, more]) => more));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), broken, async (text, more) => {
      const reply = await createTalk(room(more))('a', said(text));
      expect(words(reply).length).toBeGreaterThan(20);
    }),
  );
});
