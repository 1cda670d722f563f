import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { ask, begin, call, root } from './client';

async function start(env: Record<string, string>): Promise<{ child: ChildProcess; url: string; printed: () => string }> {
  const child = spawn(process.execPath, ['build/js/bot/server.js'], { env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env } });
  let printed = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (data: Buffer) => (printed += data.toString()));
  while (!printed.includes('Listening')) await once(child.stdout, 'data');
  return { child, url: /http:\/\/localhost:\d+/u.exec(printed)![0].replace('localhost', '127.0.0.1'), printed: () => printed };
}

test('the start-up line names the channel; nothing that is typed, sent or refused is printed; the end closes its sockets', async () => {
  const { child, url, printed } = await start({ DIRECTLINE_ORIGINS: 'https://www.example.gov.uk' });
  expect(printed()).toMatch(/channels on: web.*directline/u);
  const line = await begin(url);
  const socket = new WebSocket(line.streamUrl);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString()));
  await once(socket, 'open');
  await ask(url, line, 'my name is zebedee');
  const place = `${root(url)}/conversations/${line.conversationId}`;
  for (const body of ['{"zebedee', '{"type":"message","text":7}', `{"type":"message","text":"${'zebedee'.repeat(9_000)}"}`])
    await call(`${place}/activities`, { ...line, method: 'POST', body });
  await call(`${place}/upload`, {
    ...line,
    method: 'POST',
    body: 'zebedee',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  await call(`${place}/activities`, { method: 'POST', token: 'zebedee', body: {} });
  const broken = new WebSocket(`${url.replace('http', 'ws')}//zebedee`);
  await new Promise((resolve) => broken.on('error', resolve));
  expect(heard.join('')).toContain('zebedee');
  const lines = printed().trim().split('\n');
  expect([lines.length, printed().includes(line.token), printed().includes(line.conversationId)]).toEqual([1, false, false]);
  const closed = once(socket, 'close');
  child.kill('SIGTERM');
  const [[code], [exit]] = await Promise.all([closed, once(child, 'exit')]);
  expect([code, exit]).toEqual([1001, 0]);
});

test('with no page named the channel is off, also for sockets', async () => {
  const { child, url, printed } = await start({ DIRECTLINE_ORIGINS: '' });
  expect(printed()).not.toContain('directline');
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v3/directline/conversations/x/stream?t=x`);
  const status = await new Promise((resolve) => socket.on('unexpected-response', (_, response) => resolve(response.statusCode)));
  expect(status).toBe(404);
  child.kill('SIGTERM');
  await once(child, 'exit');
});

test('a wrong setting stops the start with one line that says what and how', async () => {
  const child = spawn(process.execPath, ['build/js/bot/server.js'], { env: { ...process.env, DIRECTLINE_ORIGINS: '*' } });
  let err = '';
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, err.trim().split('\n').length]).toEqual([1, 1]);
  expect(err).toContain('Setting DIRECTLINE_ORIGINS is "*"; it should be origins');
});
