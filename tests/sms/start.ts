import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openKits } from '../../bot/host/kits.node';
import { createApp, listen } from '../../bot/server';
import { readSettings } from '../../bot/settings';

export const publicUrl = 'https://ask.example.gov.uk';
export const kits = openKits('build/kits');

/** Starts the real server on a free port. */
export async function start(env: Readonly<Record<string, string>>, clock?: () => number): Promise<{ server: Server; url: string }> {
  const settings = readSettings({ ...env, PORT: '0', HOST: '127.0.0.1' });
  const server = await listen(createApp(settings, kits, clock), settings);
  return { server, url: urlOf(server) };
}

export function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Turns taken by text message, as GET /metrics counts them. */
export async function turnsTaken(url: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n').filter((l) => l.startsWith('replies_total{') && l.includes('channel="sms"')); // prettier-ignore
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Does a thing for each of many, `width` at a time, in order. */
export async function manyAtOnce<T>(all: readonly T[], width: number, what: (one: T, i: number) => Promise<void>): Promise<void> {
  const waiting = all.entries();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [i, one] of waiting) await what(one, i);
    }),
  );
}
