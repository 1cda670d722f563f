import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { turnWith } from '../../bot/engine/turn';
import { openKits } from '../../bot/host/kits.node';

// npm run bench:service: how fast it starts, how fast one turn is, what it weighs. Figures of this machine, now.
const runs = 5;
const turns = 2000;
const port = '39781';

interface Start {
  readonly ms: number;
  readonly rssMb: number;
  readonly pageBytes: number;
  readonly cssBytes: number;
  readonly scriptBytes: number;
}

async function start(): Promise<Start> {
  const started = performance.now();
  const server = spawn(process.execPath, ['build/js/bot/server.js'], { env: { ...process.env, PORT: port, HOST: '127.0.0.1' } });
  try {
    await new Promise<void>((resolve, reject) => {
      server.stdout.once('data', () => resolve());
      server.stderr.once('data', (data: Buffer) => reject(new Error(data.toString())));
    });
    const ms = performance.now() - started;
    const bytes = async (path: string) =>
      gzipSync(Buffer.from(await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer())).length;
    for (let i = 0; i < 200; i++)
      await fetch(`http://127.0.0.1:${port}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'do i pay council tax', council: 'devon' }),
      });
    const rssMb = Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    return { ms, rssMb, pageBytes: await bytes('/'), cssBytes: await bytes('/site/page.css'), scriptBytes: await bytes('/site/page.js') };
  } finally {
    server.kill();
  }
}

function median(values: readonly number[], share = 0.5): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

function timeTurns(): number[] {
  const kits = openKits('build/kits');
  const asks = ['council-tax', 'benefits', 'staying-put', 'university', 'advocacy'].flatMap((t) => readFileSync(`knowledge/national/${t}.asks.txt`, 'utf8').split('\n').filter((l) => l && !l.startsWith('#'))); // prettier-ignore
  const now = Date.parse('2026-11-21T14:00:00Z');
  const one = (i: number) =>
    turnWith((council) => kits.for(council).kit, {}, { text: asks[i % asks.length]!, channel: 'web', council: 'devon' }, now);
  for (let i = 0; i < 500; i++) one(i);
  return Array.from({ length: turns }, (_, i) => {
    const before = performance.now();
    one(i);
    return performance.now() - before;
  });
}

async function main(): Promise<void> {
  const starts: Start[] = [];
  for (let i = 0; i < runs; i++) starts.push(await start());
  const took = timeTurns();
  const last = starts.at(-1)!;
  console.log(`start to listening   ${median(starts.map((s) => s.ms)).toFixed(0)} ms (median of ${runs})`);
  console.log(`one turn             median ${median(took).toFixed(2)} ms, p95 ${median(took, 0.95).toFixed(2)} ms (${turns} turns)`);
  console.log(`resident memory      ${median(starts.map((s) => s.rssMb)).toFixed(0)} MB after 200 requests`);
  console.log(
    `the page, gzip       ${(last.pageBytes + last.cssBytes + last.scriptBytes).toLocaleString('en-GB')} bytes (HTML ${last.pageBytes}, CSS ${last.cssBytes}, script ${last.scriptBytes})`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
