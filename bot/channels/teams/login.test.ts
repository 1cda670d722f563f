import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback, LoopbackLogin } from './login';

let server: Server;
let login: string;
let asked: string[] = [];
let given: object = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      asked.push(`${request.url} ${body}`);
      response.end(JSON.stringify(given));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  login = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tenant`;
});

beforeEach(() => {
  asked = [];
  given = { access_token: 'a-token', expires_in: 3600 };
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function signed(by: LoopbackLogin, at = login): Promise<string[]> {
  const set: string[] = [];
  const credentials = await by.createCredentials('id', 'https://api.botframework.com', at);
  await credentials.signRequest({ headers: { set: (_: string, value: string) => set.push(value) } } as never);
  return set;
}

test('a call is signed with the token that the login gives, asked for once', async () => {
  const by = new LoopbackLogin('id', 'a secret');
  expect([...(await signed(by)), ...(await signed(by))]).toEqual(['Bearer a-token', 'Bearer a-token']);
  expect(asked).toEqual([
    '/tenant/oauth2/v2.0/token grant_type=client_credentials&client_id=id&client_secret=a+secret&scope=https%3A%2F%2Fapi.botframework.com%2F.default',
  ]);
});

test('a token that ends soon is asked for anew', async () => {
  given = { access_token: 'short', expires_in: 60 };
  const by = new LoopbackLogin('id', 'a secret');
  await signed(by);
  await signed(by);
  expect(asked).toHaveLength(2);
});

test.each<[string, object]>([
  ['no token', { error: 'invalid_client' }],
  ['an empty one', { access_token: '' }],
])('where the login gives %s the call goes unsigned', async (_, answer) => {
  given = answer;
  expect(await signed(new LoopbackLogin('id', 'a secret'))).toEqual([]);
});

test('the secret is never sent to another machine', async () => {
  expect(await signed(new LoopbackLogin('id', 'a secret'), 'https://login.microsoftonline.com/tenant')).toEqual([]);
  expect(await signed(new LoopbackLogin('id', 'a secret'), 'http://127.0.0.1:9')).toEqual([]);
});

test.each([
  ['http://127.0.0.1:4000/login', true],
  ['http://localhost/', true],
  ['http://[::1]:80/', true],
  ['https://127.0.0.1/', false],
  ['http://127.0.0.1.example.com/', false],
  ['https://login.microsoftonline.com/', false],
  ['localhost', false],
  ['', false],
  [undefined, false],
])('%s is this machine, by plain http: %s', (address, is) => {
  expect(isLoopback(address)).toBe(is);
});
