import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { chromium, type Browser } from 'playwright-core';
import { createApp, listen } from '../../bot/server';
import { openKits } from '../../bot/host/kits.node';
import { readSettings } from '../../bot/settings';

/** Where screenshots of a run are kept, as build artefacts. */
export const shots = 'build/screenshots';

/** The real server on a free port, with settings and clock as given. */
export async function serve(env: Record<string, string> = {}, clock?: () => number): Promise<{ server: Server; url: string }> {
  const settings = readSettings({ ...env, PORT: '0', HOST: '127.0.0.1' });
  const server = await listen(createApp(settings, openKits(settings.KITS), clock), settings);
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** A real headless browser from the npm registry: nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(shots, { recursive: true });
  // Makes the package unpack the system libraries it was built with, for machines that lack them.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = (await import('@sparticuz/chromium')) as { default: { executablePath(): Promise<string> } };
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
