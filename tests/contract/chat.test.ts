import type { Server } from 'node:http';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../browser/browser';

let server: Server;
let url: string;
let kits: string;

beforeAll(async () => {
  kits = mkdtempSync(join(tmpdir(), 'kits-'));
  cpSync('build/kits', kits, { recursive: true });
  ({ server, url } = await serve({ KITS: kits }, () => Date.parse('2026-11-21T02:00:00Z')));
});

afterAll(() => {
  server.close();
  rmSync(kits, { recursive: true, force: true });
});

interface Answer {
  readonly conversation: string;
  readonly kind: string;
  readonly topics: string[];
  readonly text: string;
  readonly crisis: string | null;
  readonly choices: string[];
  readonly council: string | null;
  readonly parts: { role: string; text: string }[];
  readonly error?: string;
}

async function post(
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}/chat`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

async function chat(body: object): Promise<Answer> {
  const { status, text } = await post(body);
  expect(status).toBe(200);
  return JSON.parse(text) as Answer;
}

describe('council tax, for each council', () => {
  test('Leicestershire: not until 25, all seven districts, since 1 April 2019, evidence of January 2020, who to tell', async () => {
    const { kind, topics, text } = await chat({ text: 'do i av 2 pay cncl tax', council: 'leicestershire' });
    expect([kind, topics[0]]).toEqual(['answer', 'council-tax']);
    for (const said of ['25th birthday', 'seven district', '1 April 2019', 'January 2020', 'Tell the district council'])
      expect(text).toContain(said);
  });

  test('Central Bedfordshire: its position is not known, with the number to ring', async () => {
    const { text } = await chat({ text: 'do i av 2 pay cncl tax', council: 'central-bedfordshire' });
    expect(text).toContain('We do not know');
    expect(text).toContain('0300 300 8000');
  });

  test('Devon: its own rule', async () => {
    expect((await chat({ text: 'do i av 2 pay cncl tax', council: 'devon' })).text).toContain('eight district councils');
  });

  test('no council: each council decides, and it asks which', async () => {
    const { text, choices } = await chat({ text: 'do i av 2 pay cncl tax' });
    expect(text).toContain('Each council decides');
    expect(choices).toContain('Devon');
  });
});

describe('a conversation', () => {
  test('naming the council answers the last question again for it, and it is remembered', async () => {
    const first = await chat({ text: 'do i pay council tax' });
    const second = await chat({ text: 'im from devon', conversation: first.conversation });
    expect([second.topics[0], second.council]).toEqual(['council-tax', 'devon']);
    const third = await chat({ text: 'can i stay with my foster carers when im 18', conversation: first.conversation });
    expect([third.topics[0], third.council]).toEqual(['staying-put', 'devon']);
  });

  test('a crisis stays in help mode until the subject changes, then the number is said once more', async () => {
    const { conversation, kind } = await chat({ text: 'im thinking of killing myself' });
    expect(kind).toBe('help-now');
    expect((await chat({ text: 'ok', conversation })).kind).toBe('help-now');
    const moved = await chat({ text: 'do i have to pay council tax', conversation });
    expect([moved.kind, moved.text.includes('116 123')]).toEqual(['answer', true]);
    expect((await chat({ text: 'do i have to pay council tax', conversation })).text).not.toContain('116 123');
  });

  test('after two misses in a row a person is offered', async () => {
    const { conversation } = await chat({ text: 'asdf ghjk' });
    await chat({ text: 'qwer tyui', conversation });
    expect((await chat({ text: 'zxcv bnml', conversation })).kind).toBe('person');
  });

  test('two messages at once from one person are answered in order', async () => {
    const { conversation } = await chat({ text: 'hello' });
    const [, second] = await Promise.all([
      chat({ text: 'im from devon', conversation }),
      chat({ text: 'do i pay council tax', conversation }),
    ]);
    expect(second.council).toBe('devon');
  });
});

describe('bad input', () => {
  const long = 'a'.repeat(10_000);
  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['emoji only', '😀😀😀'],
    ['10,000 letters', long],
    ['10,000 characters of words', 'council tax '.repeat(833)],
    ['control characters', '\u0000\u0007\u001b[31mhello'],
    ['right-to-left marks', '\u202e\u200fcouncil tax\u202c'],
    ['script', '<script>alert(1)</script>'],
    ['half a surrogate pair', '\ud83d'],
  ])('%s is answered with somewhere to go', async (_, text) => {
    const started = performance.now();
    const answer = await chat({ text });
    expect(answer.text.length).toBeGreaterThan(20);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each([
    ['broken JSON', '{"text":', { 'content-type': 'application/json' }, 400],
    ['a list', '[1]', { 'content-type': 'application/json' }, 400],
    ['null', 'null', { 'content-type': 'application/json' }, 400],
    ['no text', '{}', { 'content-type': 'application/json' }, 400],
    ['text that is a number', '{"text":5}', { 'content-type': 'application/json' }, 400],
    ['an unknown council', '{"text":"hi","council":"atlantis"}', { 'content-type': 'application/json' }, 400],
    ['an unknown language', '{"text":"hi","lang":"xx"}', { 'content-type': 'application/json' }, 400],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415],
    ['an odd character set', '{"text":"hi"}', { 'content-type': 'application/json; charset=foo' }, 415],
    ['more than 32 KB', JSON.stringify({ text: 'a'.repeat(33_000) }), { 'content-type': 'application/json' }, 413],
    [
      'a form of more than 32 KB',
      `text=${'a'.repeat(33_000)}`,
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      413,
    ],
  ])('%s gets a clear 4xx, with no trace of the program', async (_, body, headers, wanted) => {
    const { status, text } = await post(body, headers);
    expect(status).toBe(wanted);
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:|Error:/);
    expect(text).toMatch(/error|Speak to a person/);
  });

  test('a form posted twice is answered twice alike, and what was typed comes back escaped', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `text=${encodeURIComponent('<b onmouseover=alert(1)>council tax')}&conversation=same-one`;
    const [one, two] = [await post(body, form), await post(body, form)];
    expect(one).toEqual(two);
    expect(one.text).toContain('&lt;b onmouseover');
    expect(one.text).not.toContain('<b onmouseover');
  });

  test('a crisis message with a wrong field is still answered as a crisis', async () => {
    const answer = await chat({ text: 'im going to kill myself', council: 'atlantis' });
    expect([answer.kind, answer.text.includes('999')]).toEqual(['help-now', true]);
  });

  test('an address that is not there says where to go', async () => {
    const response = await fetch(`${url}/nothing/here`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('999');
  });
});

describe('when every kit is deleted or broken while the server runs', () => {
  test.each([
    ['deleted', (file: string) => rmSync(file)],
    ['cut short', (file: string) => writeFileSync(file, '{"entries":')],
    ['another shape', (file: string) => writeFileSync(file, '{"entries":{},"ranker":null,"says":{}}')],
    ['empty', (file: string) => writeFileSync(file, '')],
  ])('%s: a crisis message and an ordinary one still get 999 and a person to ring', async (_, spoil) => {
    for (const name of readdirSync(kits).filter((f) => f.endsWith('.json'))) spoil(join(kits, name));
    for (const council of ['devon', 'leicestershire', undefined]) {
      const crisis = await chat({ text: 'i want to kill myself', ...(council && { council }) });
      expect([crisis.kind, crisis.text.includes('999'), crisis.text.includes('116 123')]).toEqual(['help-now', true, true]);
      const ordinary = await chat({ text: 'do i pay council tax', ...(council && { council }) });
      expect(ordinary.text).toContain('999');
      expect(ordinary.text).toContain('116 123');
    }
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    cpSync('build/kits', kits, { recursive: true, force: true });
  });
});
