import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDirectLine } from '../../bot/channels/directline';
import type { Talk } from '../../bot/channels/talk';
import { begin, root, type Line } from './client';

/** The channel alone on a free port, with any talk behind it: the assistant's own, or an echo to measure it beside. */
export async function serveDirectLine(talk: Talk): Promise<{ url: string; close: () => void }> {
  const settings = { BRAND_NAME: 'Assistant', DIRECTLINE_ORIGINS: 'https://www.example.gov.uk' };
  const directLine = createDirectLine({ talk, kits: { councils: [] }, settings, clock: Date.now });
  const server: Server = express().use('/v3/directline', directLine.routes).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('upgrade', directLine.upgrade);
  const close = (): void => {
    directLine.stop();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Turns a second: each post is one turn, and its reply is ready for the client when the post is answered. */
export async function turnsPerSecond(url: string, texts: readonly string[], people = 20): Promise<number> {
  const lines = await Promise.all(Array.from({ length: people }, () => begin(url)));
  const started = performance.now();
  await Promise.all(
    lines.map(async (line, person) => {
      for (let i = person; i < texts.length; i += people) await say(url, line, texts[i]!);
    }),
  );
  return texts.length / ((performance.now() - started) / 1000);
}

async function say(url: string, { conversationId, token }: Line, text: string): Promise<void> {
  const response = await fetch(`${root(url)}/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', from: { id: 'me' }, text }),
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  await response.arrayBuffer();
}
