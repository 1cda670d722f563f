import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { phone as ukPhone } from '../kit/directoryFile';

// Open Referral UK 3.0: only id, name and status are required of a service; the rest is checked field by field.
const text = z.string().trim().min(1);
const feedService = z.object({
  id: text,
  name: text,
  status: z.string(),
  description: z.string().nullish(),
  url: z.string().url().nullish().catch(null),
  email: z.string().email().nullish().catch(null),
  phones: z.array(z.object({ number: z.string() })).nullish(),
  schedules: z.array(z.object({ byday: z.string().nullish(), opens_at: z.string().nullish(), closes_at: z.string().nullish() })).nullish(),
  eligibility_description: z.string().nullish(),
  service_areas: z.array(z.object({ name: z.string().nullish() })).nullish(),
  cost_options: z.array(z.object({ amount: z.number().nullish(), option: z.string().nullish() })).nullish(),
});

/** Reads a feed (a file or an address), keeps what can be used, writes it as YAML for review and reports what was dropped and why. */
export async function importDirectory(from: string, folder: string): Promise<string[]> {
  if (!from) throw new Error('Say where the feed is: npm run directory:import -- FILE|URL');
  const rows = listOf(await load(from), from);
  const report: string[] = [];
  const seen = new Set<string>();
  const kept = rows.flatMap((row, i) => {
    const name = nameOf(row, i);
    const read = feedService.safeParse(row);
    if (!read.success)
      return (
        report.push(...read.error.issues.map((issue) => `dropped ${name}: ${issue.path.join('.') || 'service'} ${issue.message}`)),
        []
      );
    if (read.data.status !== 'active') return (report.push(`dropped ${name}: its status is "${read.data.status}"`), []);
    if (seen.has(read.data.id)) return (report.push(`dropped ${name}: the id ${read.data.id} is there twice`), []);
    seen.add(read.data.id);
    return [reviewed(read.data, (what) => report.push(`mended ${name}: ${what}`))];
  });
  const file = join(folder, 'directory.review.yaml');
  writeFileSync(
    file,
    `# For review. Copy what is right into directory.yaml and give each its topics and source.\n${stringify(kept, { lineWidth: 0 })}`,
  );
  return [...report, '', `${rows.length} services read, ${kept.length} kept in ${file}, ${rows.length - kept.length} dropped.`];
}

async function load(from: string): Promise<unknown> {
  try {
    if (!/^https?:/u.test(from)) {
      if (!existsSync(from)) throw new Error('there is no such file');
      return JSON.parse(readFileSync(from, 'utf8'));
    }
    const pages: unknown[] = [];
    for (let page = 1, last = 1; page <= last; page++) {
      const address = new URL(from);
      address.searchParams.set('page', String(page));
      const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      const body = (await response.json()) as { contents?: unknown[]; total_pages?: number };
      pages.push(...(Array.isArray(body) ? body : (body.contents ?? [body])));
      last = Math.min(body.total_pages ?? 1, 1000);
    }
    return pages;
  } catch (error) {
    throw new Error(`${from} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function listOf(feed: unknown, from: string): unknown[] {
  if (Array.isArray(feed)) return feed;
  const { contents, content, id } = (feed ?? {}) as { contents?: unknown; content?: unknown; id?: unknown };
  const list = contents ?? content ?? (id ? [feed] : null);
  if (!Array.isArray(list)) throw new Error(`${from} is not an Open Referral UK feed: it has no list of services under "contents".`);
  return list;
}

function nameOf(row: unknown, place: number): string {
  const { name, id } = (row ?? {}) as { name?: unknown; id?: unknown };
  return `number ${place + 1} (${JSON.stringify(name ?? id ?? 'no name')})`;
}

function reviewed(s: z.infer<typeof feedService>, mended: (what: string) => void): Record<string, unknown> {
  const phones = (s.phones ?? []).map((p) => p.number.trim());
  const phone = phones.find((n) => ukPhone.safeParse(n).success);
  if (phones.length && !phone) mended(`no phone number that exists in the UK (${phones.join(', ')})`);
  const schedules = (s.schedules ?? []).flatMap((h) => {
    const byday = (h.byday ?? '').toUpperCase();
    const clock = (at: string | null | undefined) => /^(\d\d:\d\d)/u.exec(at ?? '')?.[1];
    const [opens_at, closes_at] = [clock(h.opens_at), clock(h.closes_at)];
    return /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/u.test(byday) && opens_at && closes_at
      ? [{ byday, opens_at, closes_at }]
      : [];
  });
  if (schedules.length < (s.schedules ?? []).length) mended('hours that cannot be read were left out');
  return {
    id: s.id.toLowerCase().replace(/[^a-z0-9]+/gu, '-'),
    name: s.name,
    description: plain(s.description ?? s.name),
    ...(phone && { phone }),
    ...(s.email && { email: s.email }),
    ...(s.url && { url: s.url }),
    schedules: schedules.length ? schedules : 'unknown',
    eligibility: plain(s.eligibility_description ?? 'unknown'),
    area: (s.service_areas ?? []).flatMap((a) => a.name ?? []).join(', ') || 'unknown',
    cost: (s.cost_options ?? []).some((c) => (c.amount ?? 0) > 0) ? 'may cost' : 'unknown',
    topics: [],
    status: 'unconfirmed',
    sources: [{ id: 'directory-feed', at: s.id }],
  };
}

// Feeds carry HTML in their descriptions; the assistant prints plain words.
function plain(html: string): string {
  return html.replace(/<[^<>]*>/gu, ' ').replace(/&nbsp;|\s+/gu, ' ').trim(); // prettier-ignore
}
