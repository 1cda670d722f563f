import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { serverOf } from './serverOf.node';

const app = express()
  .use(express.json())
  .post('/', (request, response) => void response.json({ heard: request.body as unknown }));
let server: Server;
beforeAll(async () => void (await once((server = serverOf(app)).listen(0, '127.0.0.1'), 'listening')));
afterAll(() => server.close());

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const post = () => fetch(url(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"hello"}' });

test('requests and responses have the prototypes that Express would give them, before it sees them', async () => {
  const seen: unknown[] = [];
  server.prependOnceListener('request', (request: IncomingMessage, response: ServerResponse) => {
    seen.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response));
  });
  await post();
  expect(seen[0]).toBe(app.request);
  expect(seen[1]).toBe(app.response);
});

test('what is sent is read, and answered', async () => {
  expect(await (await post()).json()).toEqual({ heard: { text: 'hello' } });
});
