import type { Server } from 'node:http';
import { serve } from '../browser/browser';
import { activities, ask, begin, call, root, type Line } from './client';

const page = 'https://www.example.gov.uk';
let server: Server;
let url: string;
let now = Date.parse('2026-11-21T14:00:00Z');

beforeAll(async () => {
  ({ server, url } = await serve({ DIRECTLINE_ORIGINS: `${page} http://localhost:8080` }, () => now));
});

afterAll(() => void server.close());

const post = (line: Line, body: unknown, headers?: Record<string, string>) =>
  call(`${root(url)}/conversations/${line.conversationId}/activities`, { ...line, method: 'POST', body, ...(headers && { headers }) });
const lastOf = async (line: Line) => (await activities(url, line)).activities.at(-1)!;
const codeOf = ({ body }: { body: Record<string, unknown> }) => (body['error'] as { code: string } | undefined)?.code;

describe('a conversation', () => {
  test('begins with what this is and what to do in danger', async () => {
    const line = await begin(url);
    const { activities: all } = await activities(url, line);
    expect(all.map(({ type, from }) => [type, from.role])).toEqual([['message', 'bot']]);
    expect(all[0]!.text).toMatch(/999[\s\S]*computer, not a person/u);
  });

  test('answers for the council that the page named, until the person names another', async () => {
    const line = await begin(url, { council: 'leicestershire' });
    expect((await ask(url, line, 'do i pay council tax')).text).toContain('seven district councils');
    expect((await ask(url, line, 'im from devon')).channelData).toMatchObject({ council: 'devon' });
    const third = await ask(url, line, 'do i pay council tax');
    expect([third.channelData?.['council'], third.text.includes('eight district councils')]).toEqual(['devon', true]);
  });

  test("the person's own activity comes back with its ids and with the token's name for them, not theirs", async () => {
    const line = await begin(url);
    const { body } = await post(line, {
      type: 'message',
      from: { id: 'someone-else', role: 'bot' },
      text: 'hello',
      channelData: { clientActivityID: 'mine' },
    });
    const echo = (await activities(url, line)).activities.find(({ id }) => id === body['id'])!;
    expect([echo.text, echo.channelData, echo.from.role]).toEqual(['hello', { clientActivityID: 'mine' }, 'user']);
    expect(echo.from.id).toMatch(/^dl_/u);
  });

  test('choices are buttons on the last message, and pressing one answers', async () => {
    const line = await begin(url);
    await ask(url, line, 'do i pay council tax');
    const last = await lastOf(line);
    expect(last.suggestedActions?.actions.map(({ title }) => title)).toContain('Devon');
    expect(last.text).not.toMatch(/1\. /u);
    expect((await ask(url, line, 'Devon')).text).toContain('eight district councils');
  });

  test('a watermark gives only what came after it', async () => {
    const line = await begin(url);
    const { watermark } = await activities(url, line);
    await ask(url, line, 'hello');
    const after = await activities(url, line, watermark);
    expect(after.activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
    expect((await activities(url, line, after.watermark)).activities).toEqual([]);
  });

  test('two messages at once from one person are answered in order', async () => {
    const line = await begin(url);
    await Promise.all([
      post(line, { type: 'message', text: 'im from devon' }),
      post(line, { type: 'message', text: 'do i pay council tax' }),
    ]);
    const replies = (await activities(url, line)).activities.filter(({ replyToId }) => replyToId);
    expect(replies.map(({ channelData }) => [channelData?.['kind'], channelData?.['council']])).toEqual([
      ['act', 'devon'],
      ['answer', 'devon'],
    ]);
  });

  test('two people do not share what is remembered', async () => {
    const [one, two] = [await begin(url), await begin(url)];
    await ask(url, one, 'im from devon');
    expect((await ask(url, two, 'do i pay council tax')).channelData).toMatchObject({ council: null });
    const web = await fetch(`${url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'do i pay council tax', conversation: one.conversationId }),
    });
    expect(((await web.json()) as { council: unknown }).council).toBeNull();
  });

  test('what a person typed is gone after two minutes; what they were told stays', async () => {
    const line = await begin(url);
    await ask(url, line, 'my name is zebedee and i need a bed tonight');
    now += 2 * 60_000 + 1_000;
    const { activities: all } = await activities(url, line);
    expect(all.map(({ from }) => from.role)).toEqual(['bot', 'bot']);
    expect(JSON.stringify(all)).not.toContain('zebedee');
  });

  test('who comes back after an hour with a token refreshed meanwhile is still answered, and nothing is remembered', async () => {
    const line = await begin(url);
    await ask(url, line, 'im from devon');
    const { watermark } = await activities(url, line);
    let token = line.token;
    for (let i = 0; i < 4; i++) {
      now += 15 * 60_000;
      token = String((await call(`${root(url)}/tokens/refresh`, { method: 'POST', token })).body['token']);
    }
    const back = { ...line, token };
    expect((await ask(url, back, 'do i pay council tax')).channelData).toMatchObject({ kind: 'answer', council: null });
    expect((await activities(url, back, watermark)).activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
  });
});

describe('tokens', () => {
  const forged = (token: string): string => {
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ conv: 'x', user: 'y', exp: 9e9 })).toString('base64url');
    return `${head}.${claims}.${signature}`;
  };
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from('{"conv":"x","user":"y","exp":9000000000}').toString('base64url')}.`;

  test('last 30 minutes and are renewed before', async () => {
    const { body } = await call(`${root(url)}/tokens/generate`, { method: 'POST' });
    expect(body['expires_in']).toBe(1800);
    now += 29 * 60_000;
    const renewed = await call(`${root(url)}/tokens/refresh`, { method: 'POST', token: String(body['token']) });
    expect([renewed.status, renewed.body['conversationId']]).toEqual([200, body['conversationId']]);
    now += 2 * 60_000;
    const late = await call(`${root(url)}/tokens/refresh`, { method: 'POST', token: String(body['token']) });
    expect([late.status, codeOf(late)]).toEqual([403, 'TokenExpired']);
  });

  const doors = (id: string): [string, string][] => [
    ['POST', '/tokens/refresh'],
    ['POST', '/conversations'],
    ['GET', `/conversations/${id}`],
    ['GET', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/upload`],
  ];

  test.each([
    ['missing', undefined, 401],
    ['empty', '', 401],
    ['not a token', 'hello', 403],
    ['unsigned', unsigned, 403],
    ['changed', 'forged', 403],
  ])('a token that is %s opens no door', async (_, given, wanted) => {
    const line = await begin(url);
    const token = given === 'forged' ? forged(line.token) : given;
    for (const [method, path] of doors(line.conversationId)) {
      const got = await call(root(url) + path, { method, ...(token !== undefined && { token }) });
      expect([path, got.status]).toEqual([path, wanted]);
    }
  });

  test("someone else's token opens no conversation but its own, known or not", async () => {
    const [mine, theirs] = [await begin(url), await begin(url)];
    for (const id of [theirs.conversationId, 'no-such-conversation'])
      for (const [method, path] of doors(id).slice(2)) {
        const got = await call(root(url) + path, { method, token: mine.token });
        expect([path, got.status, codeOf(got)]).toEqual([path, 403, 'BadConversation']);
      }
  });

  test('are for a council and a reader that are there', async () => {
    for (const wrong of [{ council: 'atlantis' }, { council: 7 }, { reader: 'king' }])
      expect((await call(`${root(url)}/tokens/generate`, { method: 'POST', body: wrong })).status).toBe(400);
  });
});

describe('pages', () => {
  const from = (origin: string, method: string, path: string) => call(root(url) + path, { method, headers: { origin } });

  test('that are named may call, with what the stock client sends', async () => {
    const asked = await from(page, 'OPTIONS', '/conversations');
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    for (const header of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'])
      expect(asked.headers.get('access-control-allow-headers')).toContain(header);
    expect((await from('http://localhost:8080', 'POST', '/tokens/generate')).status).toBe(200);
  });

  test.each(['https://evil.example', 'https://www.example.gov.uk.evil.example', 'http://www.example.gov.uk', 'null'])(
    '%s may not',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST']) {
        const got = await from(origin, method, '/tokens/generate');
        expect([got.status, got.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      }
    },
  );

  test('when none is named the channel is off: 404', async () => {
    const off = await serve();
    for (const path of ['/tokens/generate', '/conversations'])
      expect((await fetch(root(off.url) + path, { method: 'POST' })).status).toBe(404);
    const socket = await fetch(`${root(off.url)}/conversations/x/stream?t=x`);
    expect(socket.status).toBe(404);
    off.server.close();
  });
});

describe('what cannot be used', () => {
  const json = 'application/json';
  test.each([
    ['broken JSON', '{"type":', json, 400],
    ['a list', '[1]', json, 400],
    ['null', 'null', json, 400],
    ['no type', '{"text":"hi"}', json, 400],
    ['a type that is none', '{"type":"fax","text":"hi"}', json, 400],
    ['a message without text', '{"type":"message"}', json, 400],
    ['text that is a number', '{"type":"message","text":5}', json, 400],
    ['more than 32 KB', JSON.stringify({ type: 'message', text: 'a'.repeat(33_000) }), json, 413],
    ['plain text', 'hello', 'text/plain', 415],
    ['a form', 'type=message&text=hello', 'application/x-www-form-urlencoded', 415],
    ['an odd character set', '{"type":"message","text":"hi"}', `${json}; charset=foo`, 415],
  ])('%s gets a clear status, and the person is told who to ring', async (_, body, type, wanted) => {
    const line = await begin(url, { council: 'devon' });
    const got = await post(line, body, { 'content-type': type });
    expect([got.status, codeOf(got)]).toEqual([wanted, 'BadArgument']);
    expect(JSON.stringify(got.body)).not.toMatch(/node_modules|\.ts:|\.js:|Error:/u);
    expect((await lastOf(line)).text).toMatch(/^Sorry[\s\S]*999[\s\S]*0345 6000 388[\s\S]*116 123/u);
  });

  test.each(['', '   ', '😀😀😀', '\u0000\u0007\u001b[31m', '\u202e\u200f', '<script>alert(1)</script>', 'a'.repeat(10_000)])(
    'the message %j is answered with somewhere to go',
    async (text) => {
      const line = await begin(url);
      expect((await ask(url, line, text)).text.length).toBeGreaterThan(20);
    },
  );

  test('a crisis with other fields wrong is answered as a crisis', async () => {
    const line = await begin(url);
    await post(line, { type: 'message', text: 'im going to kill myself', from: 7, channelData: 'x', attachments: 'y', locale: [] });
    expect((await lastOf(line)).channelData).toMatchObject({ kind: 'help-now', crisis: 'suicide-self-harm' });
  });

  test.each(['typing', 'event', 'conversationUpdate', 'messageReaction', 'invoke', 'endOfConversation'])(
    'an activity of type %s is taken and not answered',
    async (type) => {
      const line = await begin(url);
      const before = (await activities(url, line)).watermark;
      const got = await post(line, { type, name: 'webchat/join', value: {} });
      expect([got.status, typeof got.body['id']]).toEqual([200, 'string']);
      expect((await activities(url, line, before)).activities).toEqual([]);
    },
  );

  test('the end of a conversation forgets what was in it', async () => {
    const line = await begin(url);
    await ask(url, line, 'hello');
    await post(line, { type: 'endOfConversation' });
    expect((await activities(url, line)).activities).toEqual([]);
  });

  test.each(['abc', '-1', '1.5', '1e9', '99999999999999', '1'.repeat(40), '%00'])('the watermark %s gets 400', async (watermark) => {
    const line = await begin(url);
    for (const path of ['', '/activities'])
      expect((await call(`${root(url)}/conversations/${line.conversationId}${path}?watermark=${watermark}`, line)).status).toBe(400);
  });

  test.each(['/session/getsessionid', '/nothing'])('the address %s gets 404', async (path) => {
    expect((await call(root(url) + path, await begin(url))).status).toBe(404);
  });
});

describe('pictures and files', () => {
  const upload = (line: Line, body: FormData | string, headers?: Record<string, string>) =>
    call(`${root(url)}/conversations/${line.conversationId}/upload?userId=me`, {
      ...line,
      method: 'POST',
      body,
      ...(headers && { headers }),
    });
  const withPicture = (activity: object | string | null, size = 1000): FormData => {
    const form = new FormData();
    const json = typeof activity === 'string' ? activity : JSON.stringify(activity);
    if (activity !== null) form.append('activity', new Blob([json], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(size)], { type: 'image/png' }), 'photo.png');
    return form;
  };

  test.each([1000, 12_000_000])('a picture of %i bytes is not read, and the person is told so and who to ring', async (size) => {
    const line = await begin(url);
    const got = await upload(line, withPicture({ type: 'message', from: { id: 'me' }, channelData: { clientActivityID: 'pic' } }, size));
    expect(got.status).toBe(200);
    const { activities: all } = await activities(url, line);
    expect(all.find(({ id }) => id === got.body['id'])?.channelData).toEqual({ clientActivityID: 'pic' });
    expect(all.at(-1)!.text).toMatch(/cannot open pictures[\s\S]*999[\s\S]*116 123/u);
  });

  test('words beside a picture are answered, a crisis first of all', async () => {
    const line = await begin(url);
    await upload(line, withPicture({ type: 'message', text: 'i took all these pills' }));
    const { channelData, text } = await lastOf(line);
    expect([channelData?.['kind'], text.includes('cannot open pictures')]).toEqual(['help-now', true]);
  });

  test('a picture named in a message rather than sent with it gets the same', async () => {
    const line = await begin(url);
    await post(line, { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AAAA' }] });
    expect((await lastOf(line)).text).toContain('cannot open pictures');
  });

  test.each([
    ['no activity at all', () => withPicture(null), undefined, 200],
    ['an activity that is not JSON', () => withPicture('{'), undefined, 400],
    ['something that is no form', () => 'hello', { 'content-type': 'text/plain' }, 400],
    [
      'a form that breaks off',
      () => '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      { 'content-type': 'multipart/form-data; boundary=x' },
      400,
    ],
    ['a form with no boundary', () => 'abc', { 'content-type': 'multipart/form-data' }, 400],
  ])('%s gets a clear status and somewhere to go', async (_, body, headers, wanted) => {
    const line = await begin(url);
    expect((await upload(line, body(), headers)).status).toBe(wanted);
    expect((await lastOf(line)).text).toContain('999');
  });
});
