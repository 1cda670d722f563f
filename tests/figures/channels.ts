import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { scripts } from '../../package.json';
import { lookEvery, openKits } from '../../bot/host/kits.node';
import type { TakeTurn } from '../../bot/host/turnsHere';
import { serverOf } from '../../bot/host/serverOf.node';
import { createApp } from '../../bot/server';
import { readSettings } from '../../bot/settings';
import { directLineLane } from './channels/directLineLane';
import { echoed } from './channels/echo';
import type { Lane, Post } from './channels/lane';
import { smsLane } from './channels/smsLane';
import { teamsLane } from './channels/teamsLane';
import { webLane } from './channels/webLane';
import { asBytes, openWire, type Wire } from './channels/wire';

// npm run bench:channels: turns a second on each channel, in the same run beside
// - botbuilder's echo bot behind the same path: the channel's checks, adapter and way out, in an Express app as its samples are;
// - an echo in the engine's place, in the very server that we run: what all the rest of it costs.
// Each server has a process of its own; the load, and the connector it answers to, are in this one. To add a channel, write its
// lane and name it here.
const lanes: readonly Lane[] = [webLane, smsLane, teamsLane, directLineLane];

/** What npm start gives Node besides the server. */
const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'));

const together = 20;
/** Messages before the time begins: by then the server is as quick as it will be. */
const warmUp = 12_000;
const round = { count: 9, ms: 1500 };
/** More than any of them answers. */
const mostASecond = 8000;

async function main(): Promise<void> {
  const [, , echo, name] = process.argv;
  if (echo === 'bot') return serve(createServer(lanes.find((lane) => lane.name === name)!.echoBot(given())));
  if (echo === 'inside') return serve(serverOf(withEcho()));
  console.log(row('channel', 'turns/s', 'CPU ms', 'echo bot/s', 'CPU ms', 'ratio', 'echo inside/s', 'CPU ms', 'ratio'));
  for (const lane of lanes) {
    const open = await lane.open();
    const commands = [['build/js/bot/server.js'], [__filename, 'bot', lane.name], [__filename, 'inside']];
    const servers: Running[] = [];
    for (const command of commands) servers.push(await start(command, open.settings, (url) => open.visit(url)));
    for (const server of servers) await load(server, someRequests(server, warmUp));
    const rounds: Round[][] = servers.map(() => []);
    // In turn, so that whatever else the machine does falls on all.
    for (let i = 0; i < round.count; i++) for (const [at, server] of servers.entries()) rounds[at]!.push(await run(server));
    for (const server of servers) server.process.kill();
    open.close();
    const medians = rounds.map((all) => ({ rate: median(all.map((one) => one.rate)), cpu: median(all.map((one) => one.cpu)) }));
    const cells = medians.map(({ rate, cpu }, at) => [
      rate.toFixed(0),
      cpu.toFixed(2),
      ...(at > 0 ? [(medians[0]!.rate / rate).toFixed(2)] : []),
    ]);
    console.log(row(lane.name, ...cells.flat()));
  }
  console.log(`Medians of ${round.count} rounds of ${round.ms / 1000} s, ${together} at once. CPU is the server's own, a turn.`);
}

const echo: TakeTurn = (memory, { text }) => ({ reply: echoed(text, memory), memory });

function withEcho(): Express {
  const settings = readSettings(process.env);
  return createApp(settings, openKits(settings.KITS, lookEvery), Date.now, echo);
}

/** The settings of the lane, which its servers are started with. */
const given = () => JSON.parse(process.env['LANE_SETTINGS']!) as Record<string, string>;

async function serve(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1', () => console.log(`Listening on http://localhost:${(server.address() as AddressInfo).port} `));
  await once(server, 'close');
}

function row(first: string, ...rest: string[]): string {
  return first.padEnd(12) + rest.map((cell) => cell.padStart(15)).join('');
}

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
  readonly post: (i: number) => Post;
}

async function start(
  command: readonly string[],
  settings: Record<string, string>,
  visit: (url: string) => Promise<(i: number) => Post>,
): Promise<Running> {
  const child = spawn(process.execPath, [...flags, ...command], {
    env: { PATH: process.env['PATH'], ...settings, LANE_SETTINGS: JSON.stringify(settings), PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(/:(\d+) /u.exec(line.toString())![1]);
  return { process: child, port, post: await visit(`http://127.0.0.1:${port}`) };
}

let messages = 0;

// Made before they are sent, so that making and signing them takes none of the time.
function someRequests({ post }: Running, count: number): Buffer[] {
  return Array.from({ length: count }, () => {
    const { path, headers, body } = post(messages++);
    return asBytes(path, headers, body);
  });
}

/** Keeps one request on its way on each connection until none is left or the time is over; gives how many were answered. */
async function load({ port }: Running, requests: Buffer[], ms = Infinity): Promise<number> {
  const wires = await Promise.all(Array.from({ length: together }, () => openWire(port)));
  const started = performance.now();
  let done = 0;
  const one = async (wire: Wire): Promise<void> => {
    while (requests.length > 0 && performance.now() - started < ms) {
      await wire.send(requests.pop()!);
      done++;
    }
  };
  await Promise.all(wires.map(one));
  for (const wire of wires) wire.close();
  return done;
}

interface Round {
  /** Turns a second. */
  readonly rate: number;
  /** Milliseconds of the server's processor time for one turn. */
  readonly cpu: number;
}

async function run(server: Running): Promise<Round> {
  const { pid } = server.process;
  const requests = someRequests(server, (round.ms / 1000) * mostASecond);
  const [started, used] = [performance.now(), cpuOf(pid!)];
  const done = await load(server, requests, round.ms);
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
