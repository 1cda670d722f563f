import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { segmentsOf } from '../../bot/render/segments';
import { apiKey, call, callback, callbackToken, loopbackNotify, templateId, type LoopbackNotify } from '../sms/loopbackNotify';
import { publicUrl, start, turnsTaken } from '../sms/start';
import { authToken, form, post, postAndHangUp, type Form } from '../sms/twilioSide';

const night = Date.parse('2026-11-21T02:00:00Z');
let now = night;
let server: Server;
let url: string;
let notify: LoopbackNotify;
const said: unknown[][] = [];

beforeAll(async () => {
  for (const stream of ['log', 'error', 'warn', 'info'] as const)
    jest.spyOn(console, stream).mockImplementation((...words: unknown[]) => void said.push(words));
  notify = await loopbackNotify();
  const env = { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: `${publicUrl}/`, NOTIFY_API_KEY: apiKey, NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_TEMPLATE_ID: templateId, NOTIFY_BASE_URL: notify.url }; // prettier-ignore
  ({ server, url } = await start(env, () => now));
});

beforeEach(() => {
  notify.sent.length = 0;
  notify.fate = () => 'taken';
});

afterAll(() => {
  jest.restoreAllMocks();
  for (const each of [server, notify.server]) each.closeAllConnections();
  server.close();
  notify.server.close();
});

let phones = 0;
const newPhone = () => `+4479${String(22_000_000 + ++phones)}`;

/** A thread of one phone by Twilio: gives the texts that come back. */
function phone(): (text: string, more?: Form) => Promise<readonly string[]> {
  const from = newPhone();
  return async (text, more = {}) => (await post(url, form(text, { From: from, ...more }))).texts;
}

describe('a thread', () => {
  test('the first answer names the service, says that it is not a person and how to stop; the next does not', async () => {
    const text = phone();
    const [introduction, ...answer] = await text('what is a pathway plan');
    for (const words of ['Care leaver assistant', 'not a person', 'STOP', '999']) expect(introduction).toContain(words);
    expect(answer).toHaveLength(1);
    expect(await text('what is a pathway plan')).toEqual(answer);
  });

  test('after half an hour it is a new thread', async () => {
    const text = phone();
    const first = await text('what is a pathway plan');
    now += 31 * 60_000;
    expect(await text('what is a pathway plan')).toEqual(first);
    now = night;
  });

  test('a crisis is one text with no introduction, and the next text is introduced', async () => {
    const text = phone();
    const help = await text('i want to kill myself');
    expect([help.length, segmentsOf(help[0]!).segments <= 3]).toEqual([1, true]);
    for (const words of ['999', '116 123', 'computer']) expect(help[0]).toContain(words);
    expect(help[0]).not.toContain('STOP');
    expect((await text('do i pay council tax'))[0]).toContain('STOP');
  });

  test('MORE gives the rest, in order, and says when that was all', async () => {
    const text = phone();
    const first = (await text('do i pay council tax in leicestershire')).at(-1)!;
    const [second] = await text('MORE');
    const [third] = await text('more');
    expect(first).toMatch(/Reply MORE$/);
    expect(second).toMatch(/^Who to ask/);
    expect(third).toContain('That is all');
  });

  test('a council named in one text is remembered in the next, by either provider', async () => {
    const from = newPhone();
    await post(url, form('im from devon', { From: from }));
    await call(url, callback('do i pay council tax', from.slice(1)));
    expect(notify.sent.at(-1)!.message).toContain('Devon care leavers pay no council tax');
  });

  test('two texts of one person at once are each answered, in order, with one introduction', async () => {
    const text = phone();
    const [first, second] = await Promise.all([text('im from devon'), text('do i pay council tax')]);
    expect([first.join(' ').includes('STOP'), second.length, second[0]!.includes('Devon')]).toEqual([true, 1, true]);
  });
});

describe('keywords', () => {
  test.each(['STOP', 'stop', ' Stop. ', 'STOPALL', 'Unsubscribe'])(
    '%s is confirmed once, and the next text starts again',
    async (keyword) => {
      const text = phone();
      await text('hello');
      const [confirmed, ...more] = await text(keyword);
      expect(confirmed).toContain('I will not text you again');
      expect([more, await text(keyword), await text('STOP')]).toEqual([[], [], []]);
      const again = await text('what is a pathway plan');
      expect([again.length, again[0]!.includes('STOP')]).toEqual([2, true]);
      expect(await text('STOP')).toEqual([confirmed]);
    },
  );

  test('a crisis is answered after STOP', async () => {
    const text = phone();
    await text('STOP');
    expect((await text('i want to kill myself'))[0]).toContain('999');
    expect(await text('STOP')).toHaveLength(1);
  });

  test.each(['HELP', 'info', 'START'])('%s says what this is, that it is a computer, and how to stop', async (keyword) => {
    const text = phone();
    await text('hello');
    const answer = (await text(keyword)).join(' ');
    for (const words of ['Care leaver assistant', 'computer', 'STOP', '999', 'leav']) expect(answer).toContain(words);
  });

  test('a keyword that Twilio has answered itself is not answered twice', async () => {
    const text = phone();
    for (const keyword of ['STOP', 'HELP', 'START']) expect(await text(keyword, { OptOutType: keyword })).toEqual([]);
    expect(await text('do i pay council tax', { OptOutType: '' })).not.toEqual([]);
  });

  test('stop among other words is not the keyword: the engine reads it', async () => {
    const text = phone();
    expect((await text('how do i stop my housing benefit being cut')).length).toBeGreaterThan(0);
    expect((await text('stop him hitting me')).join(' ')).toContain('999');
  });
});

describe('signatures', () => {
  test.each<[string, Parameters<typeof post>[2]]>([
    ['missing', { headers: { 'x-twilio-signature': '' } }],
    ['wrong', { headers: { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } }],
    ['not base64', { headers: { 'x-twilio-signature': '%%%' } }],
    ["someone else's", { token: 'another-accounts-token' }],
    ['made for another address', { signedUrl: 'https://evil.example/sms/twilio' }],
    ['made for the address that the request came to', { signedUrl: 'http://127.0.0.1/sms/twilio', headers: { host: 'evil.example' } }],
  ])('%s: 403, and no turn is taken', async (_, signed) => {
    const before = await turnsTaken(url);
    expect((await post(url, form('hello'), signed)).status).toBe(403);
    expect(await turnsTaken(url)).toBe(before);
  });

  test('one made for other words is refused', async () => {
    const signed = form('hello');
    const signature = getExpectedTwilioSignature(authToken, `${publicUrl}/sms/twilio`, signed);
    expect((await post(url, { ...signed, Body: 'other' }, { headers: { 'x-twilio-signature': signature } })).status).toBe(403);
  });

  test('one that is replayed gets the same answer, and no second turn is taken', async () => {
    const fields = form('do i pay council tax', { From: newPhone() });
    const first = await post(url, fields);
    const before = await turnsTaken(url);
    expect(await post(url, fields)).toEqual(first);
    expect(await turnsTaken(url)).toBe(before);
  });

  test('an address with a query is signed whole', async () => {
    expect((await post(url, form('hello'), { path: '/sms/twilio?from=poster' })).status).toBe(200);
  });

  test('when the caller hangs up, the answer is held for its next try', async () => {
    const fields = form('do i pay council tax', { From: newPhone() });
    const before = await turnsTaken(url);
    await postAndHangUp(url, fields);
    for (let waited = 0; (await turnsTaken(url)) === before && waited < 5000; waited += 20) await pause(20);
    expect(await turnsTaken(url)).toBe(before + 1);
    expect((await post(url, fields)).texts.length).toBeGreaterThan(0);
    expect(await turnsTaken(url)).toBe(before + 1);
  });

  test.each([
    ['missing', { authorization: '' }],
    ['wrong', { authorization: 'Bearer another-token-altogether' }],
    ['of another kind', { authorization: `Basic ${callbackToken}` }],
    ['cut short', { authorization: `Bearer ${callbackToken.slice(0, -1)}` }],
  ])('a bearer token that is %s: 401, and nothing is sent', async (_, headers) => {
    expect(await call(url, callback('hello'), headers)).toBe(401);
    expect(notify.sent).toEqual([]);
  });

  test('a callback that is replayed is not answered again', async () => {
    const body = callback('i want to kill myself', newPhone().slice(1));
    expect([await call(url, body), await call(url, body), notify.sent.length]).toEqual([204, 204, 1]);
  });
});

describe('bad input', () => {
  const ten = 'i start college soon and want to know who helps with books and the bus '.repeat(22).slice(0, 1530);

  test.each<[string, string, Form]>([
    ['nothing', '', {}],
    ['spaces', '   ', {}],
    ['emoji only', '😀😀', {}],
    ['ten parts', ten, { NumSegments: '10' }],
    ['a picture alone', '', { NumMedia: '1', MediaUrl0: 'https://api.twilio.com/m', MediaContentType0: 'image/jpeg' }],
    ['a picture and words', 'what is this letter about council tax', { NumMedia: '1' }],
    ['a number in another country', 'do i pay council tax', { From: '+33612345678', FromCountry: 'FR' }],
    ['control characters', '\u0000\u0007do i pay council tax', {}],
    ['half a surrogate pair', '\ud83d', {}],
    ['markup', '<Response><Message>hi</Message></Response>', {}],
  ])('%s: 200, with somewhere to go, in at most two segments', async (_, body, more) => {
    const { status, type, texts } = await post(url, form(body, { From: newPhone(), ...more }));
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(texts.join(' ')).toMatch(/999/);
    for (const text of texts) expect([segmentsOf(text).encoding, segmentsOf(text).segments <= 2]).toEqual(['GSM-7', true]);
  });

  test('a crisis in the tenth part is seen', async () => {
    expect((await phone()(`${ten.slice(0, 1480)} and i want to kill myself`)).join(' ')).toContain('116 123');
  });

  test('a picture is owned up to', async () => {
    const text = phone();
    await text('hello');
    expect((await text('', { NumMedia: '2' }))[0]).toContain('I cannot open pictures');
    expect((await text('i want to kill myself', { NumMedia: '1' })).join(' ')).not.toContain('pictures');
  });

  test.each(['60777', '8838383', 'GOVUK', 'someone@example.com', 'anonymous', '+266696687', 'whatsapp:+447700900123', ''])(
    'from %j, which is no phone: taken with thanks and not answered',
    async (from) => {
      const before = await turnsTaken(url);
      expect(await post(url, form('hello', { From: from }))).toMatchObject({ status: 200, texts: [] });
      expect([await call(url, callback('hello', from)), notify.sent.length]).toEqual([204, 0]);
      expect(await turnsTaken(url)).toBe(before);
    },
  );

  test.each<[string, (fields: Form) => Form]>([
    ['no MessageSid', ({ MessageSid: _, ...rest }) => rest],
    ['a MessageSid that is none', (fields) => ({ ...fields, MessageSid: '../../etc' })],
    ['no From', ({ From: _, ...rest }) => rest],
  ])('a form with %s: 400', async (_, without) => {
    expect((await post(url, without(form('hello')))).status).toBe(400);
  });

  test('a form with no Body is a text with no words', async () => {
    const { Body: _, ...fields } = form('', { From: newPhone() });
    expect((await post(url, fields)).texts.join(' ')).toContain('999');
  });

  test.each<[string, string, Record<string, string>, number]>([
    ['JSON', '{"Body":"hello"}', { 'content-type': 'application/json' }, 415],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415],
    ['no body', '', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['over 32 KB', `Body=${'a'.repeat(33_000)}`, { 'content-type': 'application/x-www-form-urlencoded' }, 413],
    ['an odd character set', 'Body=hi', { 'content-type': 'application/x-www-form-urlencoded; charset=foo' }, 415],
  ])('Twilio sending %s: a clear status, with no trace of the program', async (_, body, headers, wanted) => {
    const response = await fetch(`${url}/sms/twilio`, { method: 'POST', headers, body });
    expect([response.status, /node_modules|\.ts:|\.js:|Error/.test(await response.text())]).toEqual([wanted, false]);
  });

  test.each<[string, unknown, Record<string, string>, number]>([
    ['broken JSON', '{"id":', {}, 400],
    ['a list', '[]', {}, 400],
    ['null', 'null', {}, 400],
    ['no id', { source_number: '447700900123', message: 'hello' }, {}, 400],
    ['an id that is none', { id: 'a b', source_number: '447700900123', message: 'hello' }, {}, 400],
    ['no number', { id: 'a', message: 'hello' }, {}, 400],
    ['a number that is one', { id: 'a', source_number: 447700900123, message: 'hello' }, {}, 400],
    ['a form', 'id=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['over 32 KB', callback('a'.repeat(33_000)), {}, 413],
  ])('Notify sending %s: a clear status, and nothing is sent', async (_, body, headers, wanted) => {
    expect(await call(url, body, headers)).toBe(wanted);
    expect(notify.sent).toEqual([]);
  });

  test('a callback with no words is answered with somewhere to go', async () => {
    expect(await call(url, { id: 'no-words', source_number: newPhone().slice(1) })).toBe(204);
    expect(notify.sent.map((s) => s.message).join(' ')).toContain('999');
  });
});

describe('what Notify says of an answer', () => {
  test('the answer goes through the template with the inbound id as its reference, to the number that wrote', async () => {
    const body = callback('nowhere to sleep tonight', '447700900456');
    expect(await call(url, body)).toBe(204);
    expect(notify.sent).toEqual([{ to: '+447700900456', message: expect.stringContaining('999') as string, reference: body.id }]);
  });

  test('a number or text that it refuses is not tried again: 422', async () => {
    notify.fate = () => 400;
    const before = notify.tries;
    expect(await call(url, callback('hello', newPhone().slice(1)))).toBe(422);
    expect(notify.tries).toBe(before + 1);
  });

  test('a key that it refuses is not tried again at once, but when it calls again', async () => {
    notify.fate = () => 403;
    const body = callback('i want to kill myself', newPhone().slice(1));
    const before = notify.tries;
    expect(await call(url, body)).toBe(503);
    expect(notify.tries).toBe(before + 1);
    notify.fate = () => 'taken';
    expect([await call(url, body), notify.sent.length]).toEqual([204, 1]);
  });
});

test('an address for texts that is not a post is no page', async () => {
  for (const path of ['/sms/twilio', '/sms/notify', '/sms/other']) expect((await fetch(url + path)).status).toBe(404);
});

test('with no settings for it, a channel is off: 404', async () => {
  const off = await start({ PUBLIC_URL: publicUrl });
  expect([(await post(off.url, form('hello'))).status, await call(off.url, callback('hello'))]).toEqual([404, 404]);
  off.server.closeAllConnections();
  off.server.close();
});

test('no number, text or secret was printed in all of this', () => {
  const printed = JSON.stringify(said);
  expect(said.length).toBeGreaterThan(0);
  for (const secret of [/\+?44\d{6}/, /kill myself/, /council tax/i, new RegExp(callbackToken), /3d844edf/, new RegExp(authToken)])
    expect(printed).not.toMatch(secret);
});
