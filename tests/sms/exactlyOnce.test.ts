import type { Server } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { turnWith } from '../../bot/engine/turn';
import { asSms } from '../../bot/render/sms';
import { apiKey, call, callback, callbackToken, loopbackNotify, templateId, type Fate, type LoopbackNotify } from './loopbackNotify';
import { kits, manyAtOnce, publicUrl, start, turnsTaken } from './start';
import { authToken, form, post, postAndHangUp, type Answered } from './twilioSide';

const noon = Date.parse('2026-11-21T14:00:00Z');
const asks = readdirSync('knowledge/national')
  .filter((f) => f.endsWith('.asks.txt'))
  .flatMap((f) => readFileSync(`knowledge/national/${f}`, 'utf8').split('\n').filter(Boolean));
const questions = Array.from({ length: 100 }, (_, i) => asks[(i * 37) % asks.length]!);
const texts = Array.from({ length: 1000 }, (_, i) => questions[i % 100]!);
const sentTwice = (i: number) => i % 10 === 3;
const failingOnce = (i: number) => i % 10 === 7;

const toEach = questions.map((text) => {
  const { reply } = turnWith((council) => kits.for(council).kit, {}, { text, channel: 'sms' }, noon);
  return asSms(reply, publicUrl);
});
const answers = texts.map((_, i) => toEach[i % 100]!);

let server: Server;
let url: string;
let notify: LoopbackNotify;

beforeEach(async () => {
  notify = await loopbackNotify();
  const env = { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl, NOTIFY_API_KEY: apiKey, NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_TEMPLATE_ID: templateId, NOTIFY_BASE_URL: notify.url }; // prettier-ignore
  ({ server, url } = await start(env, () => noon));
  jest.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const each of [server, notify.server]) each.closeAllConnections();
  server.close();
  notify.server.close();
});

test('Twilio: of 1,000 texts, 100 posted twice at once and 100 cut off before their answer, each is answered once', async () => {
  const got: Answered[][] = [];
  await manyAtOnce(texts, 20, async (text, i) => {
    const fields = form(text, { From: `+4479${String(11_000_000 + i)}` });
    if (failingOnce(i)) await postAndHangUp(url, fields);
    got[i] = await Promise.all(Array.from({ length: sentTwice(i) ? 2 : 1 }, () => post(url, fields)));
  });
  expect(got.flat().filter((a) => a.status !== 200)).toEqual([]);
  expect(got.map(([first]) => first!.texts.join(' ')).map((said, i) => said.endsWith(answers[i]!))).toEqual(texts.map(() => true));
  expect(got.filter((both) => new Set(both.map((a) => a.body)).size > 1)).toEqual([]);
  expect(await turnsTaken(url)).toBe(1000);
}, 180_000);

// Ways to fail, some of which leave the text sent although the reply says that it was not.
const fates: readonly Fate[] = [500, 'taken, then 500', 429, 'taken, then cut off', 'cut off'];

test('Notify: of 1,000 texts, 100 called back twice at once and 100 failing once, each is answered once', async () => {
  const fateOf = new Map<string, Fate[]>();
  notify.fate = (reference) => fateOf.get(reference)?.shift() ?? 'taken';
  const ids: string[] = [];
  const statuses: number[] = [];
  await manyAtOnce(texts, 20, async (text, i) => {
    const body = callback(text, `4479${String(11_000_000 + i)}`);
    ids[i] = body.id;
    if (failingOnce(i)) fateOf.set(body.id, [fates[((i / 10) | 0) % fates.length]!]);
    const all = await Promise.all(Array.from({ length: sentTwice(i) ? 2 : 1 }, () => call(url, body)));
    statuses.push(...all);
  });
  expect(new Set(statuses)).toEqual(new Set([204]));
  const perText = new Map<string, string[]>();
  for (const { reference, message } of notify.sent) perText.set(reference, [...(perText.get(reference) ?? []), message]);
  expect(ids.filter((id) => perText.get(id)?.length !== 1)).toEqual([]);
  expect(ids.filter((id, i) => !perText.get(id)![0]!.endsWith(answers[i]!))).toEqual([]);
  expect([...perText.values()].filter((messages) => messages.length > 1)).toEqual([]);
  expect([await turnsTaken(url), notify.refused]).toEqual([1000, 0]);
}, 180_000);

test('Notify: an answer that no try could send is sent once when the callback comes again', async () => {
  let broken = true;
  notify.fate = () => (broken ? 503 : 'taken');
  const body = callback('do i pay council tax');
  expect(await call(url, body)).toBe(503);
  expect([notify.sent.length, notify.tries]).toEqual([0, 4]);
  broken = false;
  expect([await call(url, body), await call(url, body)]).toEqual([204, 204]);
  expect(notify.sent.map((s) => s.reference)).toEqual([`${body.id}-before-1`, body.id]);
  expect(await turnsTaken(url)).toBe(1);
});

test('Notify: a text taken on the last try, with no word of it, is not sent again when the callback comes again', async () => {
  const fateOf = new Map<string, Fate[]>();
  const body = callback('nowhere to sleep tonight');
  fateOf.set(body.id, [503, 503, 503, 'taken, then cut off']);
  notify.fate = (reference) => fateOf.get(reference)?.shift() ?? 'taken';
  expect(await call(url, body)).toBe(503);
  expect(await call(url, body)).toBe(204);
  expect(notify.sent).toHaveLength(1);
});
