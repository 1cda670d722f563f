import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readOptions } from '../../bot/options';
import { inCompany, joined, message, pressed, type Activity } from './activities';
import { openCloud, type Cloud } from './cloud';
import { pressesOf, printed } from './printed';

// npm run teams: Teams in the terminal. A cloud on this machine (OpenID, login, connector, real RS256 tokens) talks to the
// server as Teams does, and the cards that come back are printed. With --url it talks to a server of yours.

const usage = 'npm run teams -- [--url http://localhost:3978] [--port PORT of the cloud]';

const helpText = `Type a question. A number presses that button.
/channel words   asks in a channel, by name    /aside words   says it to others in the channel
/edit words      mends the last message        /picture       sends a picture with no words
/bad             sends a forged token          /leave         ends`;

async function main(): Promise<void> {
  const { values } = readOptions({ options: { url: { type: 'string' }, port: { type: 'string', default: '0' } } }, usage);
  const cloud = await openCloud(Number(values.port));
  const { url, server } = values.url ? { url: values.url, server: null } : await startServer(cloud);
  if (values.url)
    console.log(`Start your server with:\n${Object.entries(cloud.settings).map(([name, value]) => `  ${name}='${value}'`).join(' \\\n')}\n`); // prettier-ignore
  console.log(`Teams for ${url}/api/messages, connector on ${cloud.url}.\n${helpText}`);
  try {
    await talk(cloud, url, values.url === undefined);
  } finally {
    process.stdin.destroy();
    server?.kill();
    cloud.close();
  }
}

async function startServer(cloud: Cloud): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(process.execPath, ['build/js/bot/server.js'], {
    env: { ...process.env, ...cloud.settings, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([once(server.stdout, 'data'), once(server, 'exit').then(() => [Buffer.from('')])])) as [Buffer];
  const port = /:(\d+) /u.exec(line.toString())?.[1];
  if (!port) throw new Error('The server did not start. Run npm run build first.');
  return { url: `http://127.0.0.1:${port}`, server };
}

async function talk(cloud: Cloud, url: string, ready: boolean): Promise<void> {
  // Taken up before anything is waited for: lines that come earlier would be lost.
  const lines = createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator]();
  let buttons: ReturnType<typeof pressesOf> = [];
  let last = message('hello', cloud.url);
  const tell = async (activity: Activity, token = cloud.token()): Promise<void> => {
    const shown = cloud.delivered.length;
    const status = await post(url, activity, token);
    const sent = cloud.delivered.slice(shown).map((one) => one.activity);
    buttons = sent.flatMap(pressesOf);
    for (const one of sent) console.log(`\n${printed(one)}`);
    console.log(sent.length === 0 || status !== 200 ? `(status ${status}, ${sent.length} sent)\n` : '');
  };
  if (ready) await tell(joined('assistant', cloud.url));
  process.stdout.write('> ');
  for await (const typed of { [Symbol.asyncIterator]: () => lines }) {
    const [command, ...rest] = typed.trim().split(/\s+/u);
    const words = rest.join(' ');
    const button = buttons[Number(command) - 1];
    if (command === '/leave') return;
    if (command === '/channel') await tell(inCompany(words, cloud.url, true));
    else if (command === '/aside') await tell(inCompany(words, cloud.url, false));
    else if (command === '/edit')
      await tell({
        ...last,
        type: 'messageUpdate',
        text: words,
        timestamp: new Date().toISOString(),
        channelData: { eventType: 'editMessage' },
      });
    else if (command === '/picture') await tell(message('', cloud.url, { attachments: [{ contentType: 'image/png', name: 'me.png' }] }));
    else if (command === '/bad') await tell(message('hello', cloud.url), cloud.token({}, cloud.keys.unlisted));
    else if (button && rest.length === 0) await tell(pressed(button.text, button.value, cloud.url));
    else if (typed.trim()) await tell((last = message(typed, cloud.url)));
    else console.log(helpText);
    process.stdout.write('> ');
  }
}

async function post(url: string, activity: Activity, token: string): Promise<number> {
  try {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return (await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
  } catch {
    throw new Error(`Nothing answers at ${url}. Is the server started, with the settings above?`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
