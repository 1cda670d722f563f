import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { importDirectory } from '../../bot/editor/importDirectory';
import { findEvents } from '../../bot/engine/events';
import { findServices } from '../../bot/engine/find';
import { plainWords } from '../../bot/engine/tidy';
import type { Kit, LocalEvent } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { readServices } from '../../bot/kit/directoryFile';
import type { Problem } from '../../bot/kit/problem';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'feed-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kinds = ['food bank', 'sexual health clinic', 'youth club', 'debt advice', 'parent and baby group', 'counselling', 'library', 'boxing gym'];
const places = ['Aston', 'Brook', 'Castle', 'Dale', 'Elm', 'Ford', 'Grove', 'Hill'];

// A feed of 240 services with every kind of fault that feeds have, always the same.
function feed(): Record<string, unknown>[] {
  let seed = 7;
  const pick = <T>(from: readonly T[]): T => from[(seed = (seed * 1103515245 + 12345) % 2147483648) % from.length]!;
  return Array.from({ length: 240 }, (_, i) => {
    const kind = kinds[i % kinds.length]!;
    const service: Record<string, unknown> = {
      id: `svc-${i}`,
      name: `${pick(places)} ${kind} ${i}`,
      status: 'active',
      description: `<p>A ${kind} for local people.</p>`,
      url: 'https://example.org/service',
      phones: [{ number: '020 7946 0000' }],
      schedules: [{ byday: 'MO,WE', opens_at: '09:00', closes_at: '17:00' }],
    };
    if (i % 20 === 3) delete service['name'];
    if (i % 20 === 7) service['status'] = 'defunct';
    if (i % 20 === 11) service['phones'] = [{ number: '0300 12' }];
    if (i % 20 === 13) service['schedules'] = [{ byday: 'someday', opens_at: 'noon' }];
    if (i % 40 === 17) service['id'] = 'svc-0';
    if (i === 100) service['phones'] = 'none';
    return service;
  });
}

test('a feed of 240 services with faults in it comes in with a report of each thing dropped or mended', async () => {
  writeFileSync(join(folder, 'feed.json'), JSON.stringify({ total_pages: 1, contents: feed() }));
  const report = await importDirectory(join(folder, 'feed.json'), folder);
  const kept = parse(readFileSync(join(folder, 'directory.review.yaml'), 'utf8')) as Record<string, unknown>[];
  expect(report.filter((l) => l.includes('name Required'))).toHaveLength(12);
  expect(report.filter((l) => l.includes('status is "defunct"'))).toHaveLength(12);
  expect(report.filter((l) => l.includes('is there twice'))).toHaveLength(6);
  expect(report.filter((l) => l.includes('no phone number that exists'))).not.toHaveLength(0);
  expect(report.filter((l) => l.includes('hours that cannot be read'))).toHaveLength(12);
  expect(kept).toHaveLength(240 - 12 - 12 - 6 - 1);
  expect(report.at(-1)).toContain('240 services read, 209 kept');
  expect(kept.every((s) => !String(s['description']).includes('<'))).toBe(true);
});

test('what came in is a directory that can be searched', async () => {
  writeFileSync(join(folder, 'feed.json'), JSON.stringify({ contents: feed() }));
  await importDirectory(join(folder, 'feed.json'), folder);
  const problems: Problem[] = [];
  const listed = readServices(join(folder, 'directory.review.yaml'), problems);
  expect(problems).toEqual([]);
  const kit: Kit = { ...openKits('build/kits').for('devon').kit!, services: Object.fromEntries(listed.map((s) => [s.id, s])) };
  expect(findServices(plainWords('food bank near me'), kit).map((s) => s.name)).toEqual([expect.stringContaining('food bank'), expect.stringContaining('food bank'), expect.stringContaining('food bank')]);
  expect(findServices(plainWords('sexual health clinic'), kit)[0]?.name).toContain('sexual health clinic');
});

test('a feed of several pages at an address is read to its end', async () => {
  const rows = feed();
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url!, 'http://x').searchParams.get('page'));
    response.end(JSON.stringify({ total_pages: 3, contents: rows.slice((page - 1) * 80, page * 80) }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const report = await importDirectory(`http://127.0.0.1:${(server.address() as AddressInfo).port}/services`, folder);
  server.close();
  expect(report.at(-1)).toContain('240 services read');
});

test.each([
  ['nothing.json', 'there is no such file'],
  ['broken.json', 'cannot be read'],
  ['other.json', 'is not an Open Referral UK feed'],
])('%s is refused with the reason', async (name, why) => {
  writeFileSync(join(folder, 'broken.json'), '{"contents": [');
  writeFileSync(join(folder, 'other.json'), '{"hello": 1}');
  await expect(importDirectory(join(folder, name), folder)).rejects.toThrow(why);
});

describe('events, on Saturday 21 November 2026', () => {
  const now = Date.parse('2026-11-21T14:00:00Z');
  const event = (name: string, date: string): LocalEvent => ({ name, description: 'For care leavers.', date, starts: '18:00', place: 'the hall' });
  const events = [event('Pizza night', '2026-11-27'), event('Football', '2026-11-22'), event('Old meeting', '2026-11-01'), event('Quiz', '2026-12-05'), event('Drama club', '2026-11-28')];

  test.each([
    ["what's on friday", ['Pizza night']],
    ['anything tomorrow', ['Football']],
    ['stuff to do this weekend', ['Football']],
    ['next weekend', ['Drama club']],
    ['whats on in december', ['Quiz']],
    ['when is the football', ['Football']],
    ['what is on', ['Football', 'Pizza night', 'Drama club']],
    ['anything tonight', []],
  ])('"%s" finds %j', (text, names) => {
    const words = plainWords(text);
    expect(findEvents({ raw: words, tokens: words }, events, now, { bankHolidays: [] }).events.map((e) => e.name)).toEqual(names);
  });
});
