import { apiKey, loopbackNotify, templateId, type Fate, type LoopbackNotify } from '../../../tests/sms/loopbackNotify';
import { NotTaken, notifySender, type NotifyAccount } from './notifySend';

let notify: LoopbackNotify;

beforeEach(async () => {
  notify = await loopbackNotify();
});

afterEach(() => {
  notify.server.closeAllConnections();
  notify.server.close();
});

const sender = (more: Partial<NotifyAccount> = {}) =>
  notifySender({ baseUrl: notify.url, apiKey, templateId, clock: Date.now, pauses: [1, 2, 4], patience: 200, ...more });
const send = (more: Partial<NotifyAccount> = {}) => sender(more)('+447700900123', 'An answer.', 'in-1');
const fates = (...list: Fate[]) => (notify.fate = () => list.shift() ?? 'taken');

test('a text goes through the template, with a token that Notify takes', async () => {
  await send();
  expect([notify.sent, notify.refused]).toEqual([[{ to: '+447700900123', message: 'An answer.', reference: 'in-1' }], 0]);
});

test.each<[Fate, number]>([
  [429, 2],
  [500, 2],
  [503, 2],
  ['cut off', 2],
  ['no reply', 2],
  ['taken, then 500', 1],
  ['taken, then cut off', 1],
])('after %s it is sent once in all', async (fate, tries) => {
  fates(fate);
  await send();
  expect([notify.sent.length, notify.tries]).toEqual([1, tries]);
});

test('the pauses grow, and after the last it gives up and says so', async () => {
  fates(...Array<Fate>(9).fill(503));
  const started = performance.now();
  await expect(send({ pauses: [20, 60, 180] })).rejects.toMatchObject({ status: 503, again: true });
  expect([notify.tries, performance.now() - started > 250]).toEqual([4, true]);
});

test.each<[Fate, boolean]>([
  [400, false],
  [403, true],
])('after %s it does not try again at once; later may help: %s', async (fate, again) => {
  fates(fate);
  await expect(send()).rejects.toMatchObject({ status: fate, again });
  expect(notify.tries).toBe(1);
});

test('a key of another service is refused', async () => {
  await expect(send({ apiKey: apiKey.replace('3d844edf', '00000000') })).rejects.toMatchObject({ status: 403 });
  expect(notify.refused).toBe(1);
});

test('when nothing listens there, it gives up without a reply', async () => {
  await expect(send({ baseUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject({ status: 0, again: true });
});

test('what is thrown holds neither the number nor the words', async () => {
  fates(400);
  const error = await send().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotTaken);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/7700|An answer/u);
});
