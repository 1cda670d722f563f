import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reply } from '../../bot/engine/types';
import { createTalk, type Talk } from '../../bot/channels/talk';
import { teamsAdapter, teamsRoutes } from '../../bot/channels/teams';
import type { TeamsOn } from '../../bot/channels/teams/settings';
import { openKits } from '../../bot/host/kits.node';
import { inProcessMemory } from '../../bot/host/memory.node';
import { listen } from '../../bot/server';
import { message, newConversations, type Activity } from './activities';
import { appId, openCloud, type Cloud } from './cloud';
import { night } from './posting';
import { wordsOf } from './printed';

let cloud: Cloud;
let server: Server;
let slowness = 0;
let spoilt: ((reply: Reply) => Reply) | null = null;

const wait = 700;

// The real room and routes; only how long anything may take is shorter, and how slow the talk is can be set.
beforeAll(async () => {
  cloud = await openCloud();
  const clock = () => night;
  const real = createTalk({ kits: openKits('build/kits'), memory: inProcessMemory(), clock, count: () => undefined });
  const talk: Talk = async (who, said) => {
    await new Promise((resolve) => setTimeout(resolve, slowness));
    const reply = await real(who, said);
    return spoilt ? spoilt(reply) : reply;
  };
  const adapter = teamsAdapter(cloud.settings as TeamsOn & Record<string, string>, wait);
  server = await listen(express().use(teamsRoutes({ talk, clock, adapter })), { PORT: 0, HOST: '127.0.0.1' });
});

beforeEach(() => {
  newConversations();
  cloud.delivered.length = 0;
  cloud.manner = () => ({});
  slowness = 0;
  spoilt = null;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  cloud.close();
});

async function post(activity: Activity): Promise<{ status: number; text: string; ms: number }> {
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${cloud.token()}` },
    body: JSON.stringify(activity),
  });
  return { status: response.status, text: await response.text(), ms: performance.now() - started };
}

const types = () => cloud.delivered.map(({ activity }) => activity.type);

test('an answer that is there at once needs no sign of typing', async () => {
  // The best of three: a first go pays for what is made once, and on a busy machine it may well take long enough for a sign.
  for (let go = 0; go < 3 && types().join() !== 'message'; go++) {
    cloud.delivered.length = 0;
    await post(message('do i pay council tax', cloud.url));
  }
  expect(types()).toEqual(['message']);
});

test('no sign of typing follows an answer that the connector takes its time over', async () => {
  slowness = 700;
  const came: unknown[] = [];
  cloud.manner = ({ type }) => {
    came.push(type);
    return { wait: 500 };
  };
  expect((await post(message('do i pay council tax', cloud.url))).status).toBe(200);
  expect(came.at(-1)).toBe('message');
});

test('an answer that takes long is announced by typing, to the same conversation', async () => {
  slowness = 1200;
  const asked = message('do i pay council tax', cloud.url);
  expect((await post(asked)).status).toBe(200);
  expect(types()).toEqual(['typing', 'message']);
  expect(cloud.delivered[0]!.path).toBe(`/v3/conversations/${encodeURIComponent((asked['conversation'] as { id: string }).id)}/activities`);
});

test('a connector that does not take signs of typing still gets the answer', async () => {
  slowness = 1200;
  cloud.manner = ({ type }) => ({ status: type === 'typing' ? 403 : 200 });
  expect((await post(message('do i pay council tax', cloud.url))).status).toBe(200);
  expect(types()).toEqual(['message']);
});

test('a connector that does not take the card gets the same words as text', async () => {
  cloud.manner = ({ attachments }) => ({ status: attachments ? 400 : 200 });
  expect((await post(message('i want to kill myself', cloud.url))).status).toBe(200);
  expect(types()).toEqual(['message']);
  for (const wanted of ['999', '116 123']) expect(cloud.delivered[0]!.activity.text).toContain(wanted);
});

test.each([400, 401, 403, 404, 413])('a connector that answers %d to everything: 502, and nothing of the answer in it', async (status) => {
  cloud.manner = () => ({ status });
  const answered = await post(message('do i pay council tax', cloud.url));
  expect([answered.status, answered.text]).toEqual([502, '{"error":"The answer could not be delivered."}']);
});

test.each<[string, Cloud['manner']]>([
  ['answers 500 to everything', () => ({ status: 500 })],
  ['answers too slowly', () => ({ wait: 5000 })],
  ['never answers', () => 'silent'],
])('a connector that %s is given up in time: 502', async (_, manner) => {
  cloud.manner = manner;
  const answered = await post(message('do i pay council tax', cloud.url));
  expect(answered.status).toBe(502);
  expect(answered.ms).toBeLessThan(wait + 1000);
});

test('an answer that was not delivered is given when the message is sent again', async () => {
  const asked = message('do i pay council tax', cloud.url);
  cloud.manner = () => 'silent';
  expect((await post(asked)).status).toBe(502);
  cloud.manner = () => ({});
  expect((await post(asked)).status).toBe(200);
  expect(types()).toEqual(['message']);
});

test('a message that cannot be delivered does not hold up the next', async () => {
  let first = true;
  cloud.manner = () => {
    const silent = first;
    first = false;
    return silent ? 'silent' : {};
  };
  const both = await Promise.all([post(message('hello', cloud.url)), post(message('do i pay council tax', cloud.url))]);
  expect(both.map(({ status }) => status)).toEqual([502, 200]);
});

test('a talk that fails still leaves the person with 999 and someone to ring', async () => {
  spoilt = () => {
    throw new Error('broken');
  };
  expect((await post(message('do i pay council tax', cloud.url))).status).toBe(200);
  const words = wordsOf(cloud.delivered[0]!.activity.attachments![0]!.content).join('\n');
  for (const wanted of ['999', '116 123']) expect(words).toContain(wanted);
});

test('a reply that cannot be made a card gives way to the safe one', async () => {
  spoilt = (reply) => ({ ...reply, parts: [null as never] });
  expect((await post(message('do i pay council tax', cloud.url))).status).toBe(200);
  for (const wanted of ['999', '116 123'])
    expect(wordsOf(cloud.delivered[0]!.activity.attachments![0]!.content).join('\n')).toContain(wanted);
});

test('a message of our own accord reaches the connector, signed', async () => {
  const adapter = teamsAdapter(cloud.settings as TeamsOn & Record<string, string>);
  const reference = {
    channelId: 'msteams',
    serviceUrl: cloud.url,
    bot: { id: `28:${appId}`, name: '' },
    user: { id: '29:someone', name: '' },
    conversation: { id: 'a:kept', isGroup: false, conversationType: 'personal', name: '' },
  };
  await adapter.continueConversationAsync(appId, reference, async (context) => {
    await context.sendActivity('Someone will ring you today.');
  });
  expect(cloud.delivered).toMatchObject([
    {
      path: expect.stringContaining('/v3/conversations/a%3Akept/activities') as string,
      activity: { type: 'message', text: 'Someone will ring you today.' },
    },
  ]);
  expect(cloud.delivered[0]!.authorization).toMatch(/^Bearer ey/u);
});

test('a login that gives no token: the connector refuses the call, and that is 502', async () => {
  const locked = teamsAdapter({ ...(cloud.settings as TeamsOn & Record<string, string>), MicrosoftAppPassword: 'wrong' }, wait);
  const talk: Talk = () => Promise.reject(new Error('not asked'));
  const other = await listen(express().use(teamsRoutes({ talk, clock: () => night, adapter: locked })), { PORT: 0, HOST: '127.0.0.1' });
  const response = await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${cloud.token()}` },
    body: JSON.stringify(message('hello', cloud.url)),
  });
  expect([response.status, cloud.delivered.length]).toEqual([502, 0]);
  other.closeAllConnections();
  other.close();
});
