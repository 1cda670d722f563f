import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { message } from './activities';
import { now, openCloud } from './cloud';
import { newKey } from './tokens';
import { serve } from '../browser/browser';

test('the running server prints that Teams is on, and then not a word: of messages, tokens, faults or people', async () => {
  const cloud = await openCloud();
  const server = spawn(process.execPath, ['build/js/bot/server.js'], {
    env: { PATH: process.env['PATH'], ...cloud.settings, PORT: '0', HOST: '127.0.0.1' },
  });
  let printed = '';
  server.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  server.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  await once(server.stdout, 'data');
  const started = printed;
  expect(started).toMatch(/^Listening on http:\/\/localhost:\d+ {2}channels on: .*teams\n$/u);
  const url = `http://127.0.0.1:${/:(\d+) /u.exec(started)![1]}/api/messages`;
  const post = async (body: unknown, token: string) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).status;
  const asked = (): object => message('my secret is a pink elephant, do i pay council tax', cloud.url);
  const statuses = [
    await post(asked(), cloud.token()),
    await post(asked(), cloud.token({}, newKey('good'))),
    await post(asked(), cloud.token({ exp: now() - 900 })),
    await post(asked(), 'rubbish.rubbish.rubbish'),
    await post({ ...asked(), type: undefined }, cloud.token()),
    await post('{"type":', cloud.token()),
  ];
  cloud.manner = () => ({ status: 403 });
  statuses.push(await post(asked(), cloud.token()));
  expect(statuses).toEqual([200, 401, 401, 401, 400, 400, 502]);
  server.kill();
  await once(server, 'close');
  expect(printed).toBe(started);
  cloud.close();
});

test('with no app id the channel is off, not open: 404', async () => {
  const { server, url } = await serve();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message('hello', 'http://127.0.0.1:9')),
  });
  expect(response.status).toBe(404);
  server.closeAllConnections();
  server.close();
});
