import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

test('in the terminal a question, a button, a channel, an edit, a picture and a forgery go as Teams sends them', async () => {
  execFileSync('node_modules/.bin/esbuild', ['tests/teams/prompt.ts', '--bundle', '--platform=node', '--packages=external', '--log-level=warning', '--outfile=build/tools/teams.js']); // prettier-ignore
  const prompt = spawn(process.execPath, ['build/tools/teams.js']);
  let printed = '';
  prompt.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  prompt.stderr.on('data', (data: Buffer) => (printed += data.toString()));
  prompt.stdin.end('do i pay council tax\n3\n/channel hello\n/aside hello\n/edit i want to kill myself\n/picture\n/bad\n/leave\n');
  await once(prompt, 'close');
  const [welcome, question, button, channel, aside, edit, picture, bad] = printed.split('\n> ');
  expect(welcome).toContain('[2] Do I pay council tax?');
  expect(question).toContain('[3] Devon');
  expect(button).toContain('Ref CT-DEV');
  expect(channel).toContain('Everyone in this conversation can read this');
  expect(aside).toBe('(status 200, 0 sent)\n');
  expect(edit).toMatch(/999[\s\S]*116 123/u);
  expect(picture).toContain('I can only read words');
  expect(bad).toBe('(status 401, 0 sent)\n');
});
