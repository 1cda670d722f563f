import { createTalk } from '../../bot/channels/talk';
import { openKits } from '../../bot/host/kits.node';
import { inProcessMemory } from '../../bot/host/memory.node';
import type { Reply } from '../../bot/engine/types';
import { activities, ask, begin } from './client';
import { serveDirectLine, turnsPerSecond } from './driver';

const plain: Reply = {
  kind: 'answer',
  topics: [],
  crisis: null,
  act: null,
  title: '',
  parts: [],
  brief: [],
  choices: [],
  ref: null,
  council: null,
  why: { rule: 'echo' },
};

test('any talk can stand behind the channel, and its turns are counted', async () => {
  let turns = 0;
  const { url, close } = await serveDirectLine(async (_, said) => {
    turns++;
    return { ...plain, parts: [{ role: 'what', text: said.text }] };
  });
  expect((await ask(url, await begin(url), 'hello')).text).toBe('hello');
  expect(await turnsPerSecond(url, Array(200).fill('hello'))).toBeGreaterThan(0);
  expect(turns).toBe(201);
  close();
});

test('a room in which everything fails still gives the safe reply, and the channel goes on', async () => {
  const fails = (): never => {
    throw new Error('broken');
  };
  const talk = createTalk({
    kits: { councils: [], for: fails, sound: () => false },
    memory: { get: fails, put: fails },
    clock: fails,
    count: fails,
  });
  const { url, close } = await serveDirectLine(talk);
  const line = await begin(url);
  for (const text of ['do i pay council tax', 'im going to kill myself'])
    expect((await ask(url, line, text)).text).toMatch(/999[\s\S]*116 123/u);
  close();
});

test('a talk that breaks all promises is told to the client as a failure, and the person who to ring', async () => {
  const { url, close } = await serveDirectLine(() => Promise.reject(new Error('secret')));
  const line = await begin(url);
  await expect(ask(url, line, 'hello')).rejects.toThrow('status 500');
  const last = (await activities(url, line)).activities.at(-1)!;
  expect(last.text).toMatch(/999[\s\S]*116 123/u);
  expect(JSON.stringify(last)).not.toContain('secret');
  close();
});

test('two conversations of the assistant itself run side by side', async () => {
  const talk = createTalk({ kits: openKits('build/kits'), memory: inProcessMemory(), clock: Date.now, count: () => undefined });
  const { url, close } = await serveDirectLine(talk);
  const rate = await turnsPerSecond(url, Array(300).fill('do i pay council tax'), 10);
  expect(rate).toBeGreaterThan(20);
  close();
});
