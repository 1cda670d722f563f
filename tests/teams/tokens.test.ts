import { serve } from '../browser/browser';
import { message } from './activities';
import { now, type Cloud } from './cloud';
import { newKey } from './tokens';
import { openStage, type Stage } from './posting';

let stage: Stage;
let cloud: Cloud;

beforeAll(async () => {
  stage = await openStage();
  cloud = stage.cloud;
});

afterAll(() => stage.close());

const otherBot = '22222222-2222-4333-8444-555555555555';
const tampered = (token: string): string => {
  const [head, , signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as object;
  return `${head}.${Buffer.from(JSON.stringify({ ...claims, extra: true })).toString('base64url')}.${signature}`;
};

const tokens: readonly (readonly [string, number, () => string | null])[] = [
  ['a good token', 200, () => cloud.token()],
  ['one that ended two minutes ago, within the five that clocks may differ', 200, () => cloud.token({ exp: now() - 120 })],
  ['none', 401, () => null],
  ['an empty one', 401, () => ''],
  ['words', 401, () => 'not-a-token'],
  ['three words', 401, () => 'not.a.token'],
  ['half of one', 401, () => cloud.token().slice(0, 80)],
  ["another issuer's", 401, () => cloud.token({ iss: 'https://example.com' })],
  ['no issuer', 401, () => cloud.token({ iss: undefined })],
  ["another bot's", 401, () => cloud.token({ aud: otherBot })],
  ['no audience', 401, () => cloud.token({ aud: undefined })],
  ['one that ended ten minutes ago', 401, () => cloud.token({ exp: now() - 600 })],
  ['one without an end', 401, () => cloud.token({ exp: undefined })],
  ['one whose end is a word', 401, () => cloud.token({ exp: 'never' })],
  ['one from the future', 401, () => cloud.token({ nbf: now() + 3600, exp: now() + 7200 })],
  ['a key that is not listed', 401, () => cloud.token({}, cloud.keys.unlisted)],
  ['no key', 401, () => cloud.token({}, cloud.keys.good, { kid: '' })],
  ['a key of another channel', 401, () => cloud.token({}, cloud.keys.otherChannel)],
  ["another conversation server's", 401, () => cloud.token({ serviceurl: 'https://example.com/' })],
  ['a forged signature', 401, () => cloud.token({}, newKey('good'))],
  ['no signature (alg none)', 401, () => cloud.token({}, cloud.keys.good, { alg: 'none' })],
  ['the public key as a shared secret (HS256)', 401, () => cloud.token({}, cloud.keys.good, { alg: 'HS256' })],
  ['changed claims', 401, () => tampered(cloud.token())],
  ["a skill's, of another bot", 401, () => cloud.token({ ver: '1.0', appid: otherBot })],
  ["a skill's of the second version", 401, () => cloud.token({ ver: '2.0', azp: otherBot })],
  ['what the SDK calls an anonymous skill', 401, () => cloud.token({ appid: 'AnonymousSkill' })],
  [
    'the token that the bot itself showed',
    401,
    () => cloud.token({ aud: 'https://api.botframework.com', appid: cloud.settings['MicrosoftAppId'] }),
  ],
];

test.each(tokens)('with %s: %d', async (_, status, token) => {
  const before = cloud.delivered.length;
  const answer = await stage.post(message('hello', cloud.url), token());
  expect(answer.status).toBe(status);
  expect(cloud.delivered.length - before).toBe(status === 200 ? 1 : 0);
  expect(answer.text).toBe(status === 200 ? '' : '{"error":"This is open to Azure Bot Service only."}');
});

test('a basic password or another scheme is not a token', async () => {
  for (const authorization of ['Basic Ym90OnNlY3JldA==', cloud.token(), `bearer ${cloud.token()}`, `Bearer ${cloud.token()} more`])
    expect((await stage.post(message('hello', cloud.url), null, { authorization })).status).toBe(401);
});

test('a good token does not open a message whose conversation is on another server', async () => {
  expect((await stage.post(message('hello', 'https://example.com/'))).status).toBe(401);
});

test("the App Service extension's channel, which has keys of its own, is not let in", async () => {
  expect((await stage.post(message('hello', cloud.url, { channelId: 'AseChannel' }))).status).toBe(401);
});

test('a message that is played again is not answered again, and its token still opens others', async () => {
  const token = cloud.token();
  const played = message('do i pay council tax', cloud.url);
  const before = cloud.delivered.length;
  for (let i = 0; i < 3; i++) expect((await stage.post(played, token)).status).toBe(200);
  expect(cloud.delivered.length - before).toBe(1);
  expect((await stage.post(message('hello', cloud.url), token)).status).toBe(200);
  expect(cloud.delivered.length - before).toBe(2);
});

test('the same message twice at once is answered once', async () => {
  const twice = message('do i pay council tax', cloud.url);
  const before = cloud.delivered.length;
  const both = await Promise.all([stage.post(twice), stage.post(twice)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(cloud.delivered.length - before).toBe(1);
});

test('the answer carries a token of the login', () => {
  expect(cloud.delivered.every(({ authorization }) => authorization?.startsWith('Bearer ey'))).toBe(true);
});

test('while the keys cannot be fetched nobody is let in, and it says to try again', async () => {
  const gone = await openStage({ ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/openid' });
  const answer = await gone.post(message('hello', gone.cloud.url));
  expect([answer.status, gone.cloud.delivered.length]).toEqual([503, 0]);
  expect((await gone.post(message('hello', gone.cloud.url), null)).status).toBe(401);
  gone.close();
});

test.each([
  ['a single-tenant bot', { MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'secret' }],
  ['a managed identity', { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' }],
  ['an old multi-tenant bot', { MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'secret' }],
])('%s of the public cloud turns strangers away, with no key fetched', async (_, settings) => {
  const known = { MicrosoftAppId: cloud.settings['MicrosoftAppId']!, MicrosoftAppTenantId: 'tenant', ...settings };
  const { server, url } = await serve(known);
  for (const authorization of ['', `Bearer ${cloud.token({ iss: 'https://example.com' })}`, 'Bearer a.b.c']) {
    const headers = { 'content-type': 'application/json', authorization };
    const body = JSON.stringify(message('hello', cloud.url));
    expect((await fetch(`${url}/api/messages`, { method: 'POST', headers, body })).status).toBe(401);
  }
  server.closeAllConnections();
  server.close();
});
