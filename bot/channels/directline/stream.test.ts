import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { createConversations, type Conversations } from './conversations';
import { allowedOrigins } from './origins';
import { createStreams, type Streams } from './stream';
import { createTokens, type Pass, type Tokens } from './tokens';

const origin = 'https://www.example.gov.uk';
let now = Date.parse('2026-11-21T14:00:00Z');
let server: Server;
let streams: Streams;
let tokens: Tokens;
let conversations: Conversations;
let base: string;

beforeEach(async () => {
  tokens = createTokens(() => now);
  conversations = createConversations(() => now);
  streams = createStreams({ tokens, conversations, allows: allowedOrigins(origin), lookEvery: 200 });
  server = createServer().on('upgrade', streams.upgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  streams.stop();
  await new Promise((resolve) => server.close(resolve));
});

const urlOf = (pass: Pass, watermark = ''): string =>
  `${base}/v3/directline/conversations/${pass.conversation}/stream?watermark=${watermark}&t=${tokens.issue(pass)}`;

interface Opened {
  readonly socket: WebSocket;
  readonly raw: Duplex;
  readonly heard: { activities: { text: string }[]; watermark: string }[];
  readonly closed: Promise<number>;
}

function open(url: string): Promise<Opened> {
  const socket = new WebSocket(url, { origin });
  const heard: Opened['heard'] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as Opened['heard'][number]));
  const raw = new Promise<Duplex>((resolve) => socket.on('upgrade', (response) => resolve(response.socket)));
  return new Promise((resolve, reject) => {
    socket.on('open', () => void raw.then((line) => resolve({ socket, raw: line, heard, closed })));
    socket.on('error', reject);
  });
}

async function refusal(url: string, from = origin): Promise<number | undefined> {
  const socket = new WebSocket(url, { origin: from });
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.on('open', () => resolve(101));
  });
}

const say = (pass: Pass, text: string) => conversations.add(conversations.open(pass.conversation), 'assistant', { type: 'message', text });
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
const texts = ({ heard }: Opened) => heard.flatMap(({ activities }) => activities.map(({ text }) => text));

test('what was missed comes first, then each activity as it happens', async () => {
  const pass = tokens.begin({});
  say(pass, 'one');
  const opened = await open(urlOf(pass));
  say(pass, 'two');
  await settled();
  expect(texts(opened)).toEqual(['one', 'two']);
});

test('a client that comes back with its watermark gets only what it missed', async () => {
  const pass = tokens.begin({});
  say(pass, 'one');
  const first = await open(urlOf(pass));
  await settled();
  first.socket.terminate();
  await first.closed;
  say(pass, 'two');
  const second = await open(urlOf(pass, first.heard.at(-1)!.watermark));
  await settled();
  expect(texts(second)).toEqual(['two']);
});

test('the empty message of the stock client is left unanswered; rubbish ends the socket', async () => {
  const pass = tokens.begin({});
  const opened = await open(urlOf(pass));
  opened.socket.send('');
  await settled();
  expect([opened.socket.readyState, texts(opened)]).toEqual([WebSocket.OPEN, []]);
  opened.socket.send('{"type":"message"}');
  expect(await opened.closed).toBe(1008);
  const big = await open(urlOf(pass));
  big.socket.send('x'.repeat(100_000));
  expect(await big.closed).toBe(1009);
});

test('bytes that are no frame end that socket and no other', async () => {
  const [pass, other] = [tokens.begin({}), tokens.begin({})];
  const [broken, fine] = [await open(urlOf(pass)), await open(urlOf(other))];
  broken.raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
  expect(await broken.closed).toBe(1002);
  say(other, 'still here');
  await settled();
  expect(texts(fine)).toEqual(['still here']);
});

test('a client that never reads is cut off before it can fill the memory', async () => {
  const pass = tokens.begin({});
  const { socket } = await open(urlOf(pass));
  socket.pause();
  const conversation = conversations.open(pass.conversation);
  expect(conversation.streams.size).toBe(1);
  let sent = 0;
  while (conversation.streams.size > 0 && sent < 2_000) {
    say(pass, 'x'.repeat(30_000));
    sent++;
    if (sent % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(conversation.streams.size).toBe(0);
  expect(conversation.held.reduce((sum, { json }) => sum + json.length, 0)).toBeLessThanOrEqual(64 * 1024);
  socket.terminate();
});

test('a client that has gone without a word is noticed', async () => {
  const pass = tokens.begin({});
  const { socket } = await open(urlOf(pass));
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(conversations.open(pass.conversation).streams.size).toBe(0);
  socket.terminate();
});

test('a client that answers stays', async () => {
  const pass = tokens.begin({});
  const { socket } = await open(urlOf(pass));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(socket.readyState).toBe(WebSocket.OPEN);
});

test('one conversation has three sockets at most: the oldest makes room', async () => {
  const pass = tokens.begin({});
  const all = [];
  for (let i = 0; i < 4; i++) all.push(await open(urlOf(pass)));
  expect(await all[0]!.closed).toBe(1001);
  expect(all.slice(1).map(({ socket }) => socket.readyState)).toEqual([1, 1, 1]);
});

test('a conversation that is forgotten lets its sockets go, so that they come back to the new one', async () => {
  const pass = tokens.begin({});
  const opened = await open(urlOf(pass));
  now += 30 * 60_000;
  conversations.sweep();
  expect([await opened.closed, conversations.has(pass.conversation)]).toEqual([1001, false]);
});

test('stopping closes every socket', async () => {
  const opened = await open(urlOf(tokens.begin({})));
  streams.stop();
  expect(await opened.closed).toBe(1001);
});

describe('who may not come in', () => {
  const other = 'https://evil.example';
  test.each<[string, (pass: Pass) => string, number, string]>([
    ['no token', (pass) => urlOf(pass).replace(/t=.*/u, ''), 401, origin],
    ['a wrong token', (pass) => `${urlOf(pass)}x`, 403, origin],
    ["someone else's token", (pass) => urlOf(pass).replace(pass.conversation, tokens.begin({}).conversation), 403, origin],
    ['a page that is not named', urlOf, 403, other],
    ['a watermark that is no number', (pass) => urlOf(pass, 'abc'), 400, origin],
    ['a watermark in the future', (pass) => urlOf(pass, String(now + 60_000)), 400, origin],
    ['another address', (pass) => urlOf(pass).replace('/stream', '/river'), 404, origin],
    ['an address that cannot be read', () => `${base}//`, 404, origin],
  ])('%s gets its status', async (_, url, wanted, from) => {
    expect(await refusal(url(tokens.begin({})), from)).toBe(wanted);
  });

  test('a token past its time', async () => {
    const url = urlOf(tokens.begin({}));
    now += 31 * 60_000;
    expect(await refusal(url)).toBe(403);
  });

  test('a request to upgrade to something else is turned away, and the server goes on', async () => {
    const { port } = server.address() as AddressInfo;
    const answer = await new Promise<string>((resolve) => {
      const raw = connect(port, '127.0.0.1', () => raw.write('GET // HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'));
      raw.on('data', (data) => resolve(data.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404/u);
    expect((await open(urlOf(tokens.begin({})))).socket.readyState).toBe(WebSocket.OPEN);
  });
});
