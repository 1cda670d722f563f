import { spawn } from 'node:child_process';
import { apiKey, callbackToken, templateId } from './loopbackNotify';
import { publicUrl, start } from './start';
import { authToken } from './twilioSide';

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

function run(script: string, args: readonly string[], env: Readonly<Record<string, string>>, typed: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`build/js/bot/${script}.js`, ...args], { env: { PATH: process.env['PATH']!, ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (script === 'server' && out.includes('\n')) child.kill();
    });
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => resolve({ out, err, code }));
    child.stdin.end(typed);
  });
}

test('the phone starts a server of its own, texts it and shows what it costs', async () => {
  const { out, err, code } = await run('phone', [], {}, 'do i pay council tax\nim from leicestershire\nmore\nSTOP\nstop\n');
  expect([code, err]).toEqual([0, '']);
  for (const words of [
    'not a person',
    '25th birthday',
    'Reply MORE',
    'Who to ask',
    'I will not text you again',
    '(no answer)',
    '[1 segment]',
    '[2 segments]',
  ])
    expect(out).toContain(words);
});

test('the phone texts a server that runs already, and says when it is refused', async () => {
  const { server, url } = await start({ TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl });
  const good = await run('phone', ['--url', url], { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl }, 'hello\n');
  const wrong = await run('phone', ['--url', url], { TWILIO_AUTH_TOKEN: 'another', PUBLIC_URL: publicUrl }, 'hello\n');
  server.closeAllConnections();
  server.close();
  expect(good.out).toContain('not a person');
  expect(wrong.out).toContain('(not answered: 403');
});

test('a phone for another server needs its token, and says so', async () => {
  expect(await run('phone', ['--url', 'http://127.0.0.1:1'], {}, '')).toMatchObject({ code: 1, err: expect.stringContaining('TWILIO_AUTH_TOKEN') as string }); // prettier-ignore
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['nothing is set', {}, 'channels on: web\n'],
  ['Twilio is set', { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl }, 'channels on: web, sms (Twilio)\n'],
  [
    'Notify is set',
    { NOTIFY_API_KEY: apiKey, NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_TEMPLATE_ID: templateId },
    'channels on: web, sms (GOV.UK Notify)\n',
  ],
])('when %s, the start-up line says which channels are on', async (_, env, line) => {
  expect((await run('server', [], { ...env, PORT: '0', HOST: '127.0.0.1' }, '')).out).toContain(line);
});

test('half of Twilio stops the start with one line', async () => {
  const { code, err } = await run('server', [], { TWILIO_AUTH_TOKEN: authToken, PORT: '0' }, '');
  expect([code, err]).toEqual([
    1,
    'Setting PUBLIC_URL is not set; it should be a web address such as https://ask.example.gov.uk, because TWILIO_AUTH_TOKEN is set.\n',
  ]);
});
