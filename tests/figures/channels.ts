import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lane, Post } from './channels/lane';
import { teamsLane } from './channels/teamsLane';
import { webLane } from './channels/webLane';

// npm run bench:channels: turns a second on each channel, beside botbuilder's echo bot behind the same path in the same run.
// Each server has a process of its own; the load, and the connector it answers to, are in this one. To add a channel, write
// its lane and name it here.
const lanes: readonly Lane[] = [webLane, teamsLane];

const together = 20;
const warmUp = 400;
const round = { count: 5, ms: 2000 };

async function main(): Promise<void> {
  const [, , ...rest] = process.argv;
  if (rest[0] === 'echo') return serveEcho(lanes.find(({ name }) => name === rest[1])!);
  console.log(row('channel', 'turns/s', 'echo bot/s', 'ratio', 'CPU ms', 'echo CPU ms', 'ratio'));
  for (const lane of lanes) {
    const open = await lane.open();
    const post = (i: number): Post => open.post(i);
    const servers = [await start(['build/js/bot/server.js'], open.settings), await start([__filename, 'echo', lane.name], open.settings)];
    for (const { port } of servers) await load(port, post, (done) => done < warmUp);
    const rounds: Round[][] = servers.map(() => []);
    // In turn, so that whatever else the machine does falls on both.
    for (let i = 0; i < round.count; i++) for (const [at, server] of servers.entries()) rounds[at]!.push(await run(server, post));
    for (const server of servers) server.process.kill();
    open.close();
    const [ours, echo] = rounds.map((all) => ({ rate: median(all.map((one) => one.rate)), cpu: median(all.map((one) => one.cpu)) }));
    const fixed = (value: number, digits: number) => value.toFixed(digits);
    console.log(
      row(lane.name, fixed(ours!.rate, 0), fixed(echo!.rate, 0), fixed(ours!.rate / echo!.rate, 2), fixed(ours!.cpu, 2), fixed(echo!.cpu, 2), fixed(echo!.cpu / ours!.cpu, 2)), // prettier-ignore
    );
  }
  console.log(`Medians of ${round.count} rounds of ${round.ms / 1000} s, ${together} at once. CPU is the server's own, a turn; it holds on a busy machine too.`); // prettier-ignore
  agent.destroy();
}

async function serveEcho(lane: Lane): Promise<void> {
  const server = createServer(lane.echo(JSON.parse(process.env['LANE_SETTINGS']!) as Record<string, string>));
  server.listen(0, '127.0.0.1', () => console.log(`Listening on http://localhost:${(server.address() as AddressInfo).port} `));
  await once(server, 'close');
}

function row(first: string, ...rest: string[]): string {
  return first.padEnd(10) + rest.map((cell) => cell.padStart(13)).join('');
}

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

async function start(command: readonly string[], settings: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [...command], {
    env: { PATH: process.env['PATH'], ...settings, LANE_SETTINGS: JSON.stringify(settings), PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, port: Number(/:(\d+) /u.exec(line.toString())![1]) };
}

const agent = new Agent({ keepAlive: true, maxSockets: together });
let messages = 0;

function send(port: number, { path, headers, body }: Post): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      agent,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    const out = request(options, (response) => {
      response.resume();
      response.once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`Status ${response.statusCode}`))));
    });
    out.once('error', reject);
    out.end(body);
  });
}

/** Keeps as many requests on their way as run together, while `more` says so; gives how many were answered. */
async function load(port: number, post: (i: number) => Post, more: (done: number) => boolean): Promise<number> {
  let done = 0;
  const one = async (): Promise<void> => {
    while (more(done)) {
      await send(port, post(messages++));
      done++;
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  return done;
}

interface Round {
  /** Turns a second. */
  readonly rate: number;
  /** Milliseconds of the server's processor time for one turn. */
  readonly cpu: number;
}

async function run({ process: { pid }, port }: Running, post: (i: number) => Post): Promise<Round> {
  const [started, used] = [performance.now(), cpuOf(pid!)];
  const done = await load(port, post, () => performance.now() - started < round.ms);
  return { rate: (done * 1000) / (performance.now() - started), cpu: (cpuOf(pid!) - used) / done };
}

// Linux tells each process's time in hundredths of a second: fields 14 and 15 (man 5 proc); elsewhere there is none.
function cpuOf(pid: number): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(after[11]) + Number(after[12])) * 10;
  } catch {
    return NaN;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
