import type { Server } from 'node:http';
import { ConnectionStatus, DirectLine, type Activity, type Message } from 'botframework-directlinejs';
import { WebSocket as NodeSocket } from 'ws';
import { serve } from '../browser/browser';
import { call, root } from './client';

// The real client, as pages load it; it looks for a browser's two ways to call. Pictures are tried in a real browser: the one
// here cannot send a form.
const sockets: NodeSocket[] = [];
class Socket extends NodeSocket {
  constructor(url: string) {
    super(url);
    sockets.push(this);
  }
}
const { XMLHttpRequest } = jest.requireActual<{ XMLHttpRequest: unknown }>('xmlhttprequest-ssl');
Object.assign(globalThis, { XMLHttpRequest, WebSocket: Socket });

let server: Server;
let url: string;

beforeAll(async () => {
  ({ server, url } = await serve({ DIRECTLINE_ORIGINS: 'https://www.example.gov.uk' }, () => Date.now()));
});

// The client tries again for ever unless nobody listens.
const listening: { unsubscribe(): void }[] = [];
const clients: DirectLine[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
  for (const subscription of listening.splice(0)) subscription.unsubscribe();
  for (const socket of sockets) socket.terminate();
});

afterAll(() => void server.close());

interface Talk {
  readonly client: DirectLine;
  readonly seen: Activity[];
  readonly statuses: ConnectionStatus[];
  readonly say: (text: string) => Promise<string>;
  readonly until: (found: () => boolean) => Promise<void>;
}

async function start(webSocket: boolean): Promise<Talk> {
  const { body } = await call(`${root(url)}/tokens/generate`, { method: 'POST', body: { council: 'leicestershire' } });
  const client = new DirectLine({ token: String(body['token']), domain: root(url), webSocket, pollingInterval: 200 });
  // Three seconds is the least that the client waits before it comes back; a test need not wait the fifteen it may.
  Object.assign((client as unknown as { services: object }).services, { random: () => 0 });
  clients.push(client);
  const seen: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  listening.push(
    client.activity$.subscribe(
      (activity) => seen.push(activity),
      () => undefined,
    ),
    client.connectionStatus$.subscribe((status) => statuses.push(status)),
  );
  return {
    client,
    seen,
    statuses,
    say: (text) =>
      new Promise((resolve, reject) => client.postActivity({ type: 'message', from: { id: 'me' }, text }).subscribe(resolve, reject)),
    until: async (found) => {
      for (let i = 0; i < 200 && !found(); i++) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(found()).toBe(true);
    },
  };
}

const replyTo = ({ seen }: Talk, id: string) => seen.find((activity) => (activity as { replyToId?: string }).replyToId === id) as Message;

describe.each([
  ['WebSocket', true],
  ['polling', false],
])('the stock client over %s', (_, webSocket) => {
  test('holds a conversation: welcome, echo, answer, buttons', async () => {
    const talk = await start(webSocket);
    await talk.until(() => talk.seen.length === 1);
    expect((talk.seen[0] as Message).text).toContain('computer, not a person');
    const first = await talk.say('do i av 2 pay cncl tax');
    await talk.until(() => replyTo(talk, first) !== undefined);
    expect(replyTo(talk, first).text).toContain('seven district councils');
    expect(talk.seen.some(({ id, from }) => id === first && from.role === 'user')).toBe(true);
    const second = await talk.say('how much money');
    await talk.until(() => replyTo(talk, second) !== undefined);
    expect(replyTo(talk, second).suggestedActions?.actions.length).toBeGreaterThan(1);
    expect(new Set(talk.seen.map(({ id }) => id)).size).toBe(talk.seen.length);
    expect(talk.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });
});

test('the stock client comes back after its socket was dropped and misses nothing', async () => {
  const talk = await start(true);
  await talk.until(() => talk.seen.length === 1);
  const [before] = [await talk.say('im from devon')];
  await talk.until(() => replyTo(talk, before) !== undefined);
  const open = sockets.length;
  sockets.at(-1)!.terminate();
  const missed = await talk.say('do i pay council tax');
  expect(replyTo(talk, missed)).toBeUndefined();
  await talk.until(() => replyTo(talk, missed) !== undefined);
  expect([sockets.length, replyTo(talk, missed).text?.includes('eight district councils')]).toEqual([open + 1, true]);
  expect(new Set(talk.seen.map(({ id }) => id)).size).toBe(talk.seen.length);
  const after = await talk.say('thanks');
  await talk.until(() => replyTo(talk, after) !== undefined);
});

test('the stock client can be taken up again on another page with its token and watermark', async () => {
  const talk = await start(false);
  const first = await talk.say('im from devon');
  await talk.until(() => replyTo(talk, first) !== undefined);
  const { conversationId, token, watermark } = talk.client as unknown as { conversationId: string; token: string; watermark: string };
  const again = new DirectLine({ token, conversationId, watermark, domain: root(url), webSocket: false });
  clients.push(again);
  const seen: Activity[] = [];
  listening.push(
    again.activity$.subscribe(
      (activity) => seen.push(activity),
      () => undefined,
    ),
  );
  await new Promise((resolve, reject) =>
    again.postActivity({ type: 'message', from: { id: 'me' }, text: 'do i pay council tax' }).subscribe(resolve, reject),
  );
  await talk.until(() => seen.length === 2);
  expect((seen[1] as Message).text).toContain('eight district councils');
});

test('the stock client is told that a token is no longer good', async () => {
  const client = new DirectLine({ token: 'a.b.c', domain: root(url), webSocket: false });
  const statuses: ConnectionStatus[] = [];
  listening.push(
    client.activity$.subscribe(
      () => undefined,
      () => undefined,
    ),
    client.connectionStatus$.subscribe((status) => statuses.push(status)),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(statuses).toContain(ConnectionStatus.FailedToConnect);
});
