import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { acts } from '../../bot/engine/types';
import { readKnowledge, type Knowledge } from '../../bot/kit/knowledge';
import type { Problem } from '../../bot/kit/problem';

const evidence = {
  sources: [{ id: 'act', at: 'section 1' }],
  as_of: 'unknown',
  checked: '2026-11-21',
  review_by: '2027-04-01',
  status: 'confirmed',
  owner: 'national',
};
const team = (name: string, phone: string) => ({ name, phone, status: 'confirmed', sources: [{ id: 'act', at: 'page 1' }] });
const council = (id: string, name: string) => ({
  id,
  name: `${name} Council`,
  short_name: name,
  also_called: [],
  towns: [],
  leaving_care: team('Leaving Care Team', '0300 300 8000'),
  front_door: team('Front Door', 'unknown'),
  out_of_hours: team('Night Team', '0300 300 8123'),
  contacts: {},
  offer_url: 'unknown',
  as_of: 'unknown',
  checked: '2026-11-21',
  review_by: '2027-01-31',
  unknown: [] as string[],
});

/** National words on money, which vary by council, and on rights, which do not; Devon has its own on money, and Kent has none. */
export const files = {
  'national/money.yaml': {
    id: 'money',
    ref: 'MO',
    title: 'Money',
    local: 'varies',
    readers: ['care-leaver', 'foster-carer'],
    ages: { until: 25 },
    amounts: { grant: { unit: 'GBP', minimum: true, values: [{ from: '2023-04-01', value: 3000 }] } },
    say: {
      short: 'You get {{amounts.grant}}.',
      full: 'You get {{amounts.grant}} until {{ages.until}}.',
      'foster-carer': 'They get {{amounts.grant}}.',
    },
    law: 'The law gives {{amounts.grant}}.',
    next: { do: 'Ask {{person}}.', 'foster-carer': 'Help them ask.' },
    who: ['leaving-care-team', 'tax', 'samaritans'],
    ...evidence,
  },
  'national/rights.yaml': {
    id: 'rights',
    ref: 'RI',
    title: 'Rights',
    local: 'same',
    readers: ['care-leaver'],
    say: { short: 'You have rights.', full: 'You have rights.' },
    next: { do: 'Ring {{services.samaritans.phone}}.' },
    who: ['personal-adviser'],
    near_misses: [{ say: 'right to cash', means: 'money' }],
    ...evidence,
  },
  'national/money.asks.txt': '# how people ask\nhow much money do i get\n\ncash please\n',
  'national/rights.asks.txt': 'what are my rights\n',
  ...Object.fromEntries(acts.map((act) => [`acts/${act}.asks.txt`, `${act} ${act}\n`])),
  'councils/devon/council.yaml': {
    ...council('devon', 'Devon'),
    also_called: ['dvn'],
    contacts: { tax: { ...team('tax team', 'unknown'), email: 'tax@devon.gov.uk' } },
  },
  'councils/devon/money.yaml': {
    extends: 'money',
    names: { place: 'Exeter' },
    amounts: { grant: { unit: 'GBP', values: [{ from: '2024-04-01', value: 3500 }] } },
    say: { short: 'Devon gives {{amounts.grant}}.', full: 'Devon gives {{amounts.grant}} in {{names.place}} until {{ages.until}}.' },
    ...evidence,
  },
  'councils/kent/council.yaml': { ...council('kent', 'Kent'), unknown: ['money'] },
  'sources.yaml': [{ id: 'act', title: 'The Act', publisher: 'Parliament', dated: 1989, kind: 'law' }],
  'directory.yaml': [
    {
      id: 'samaritans',
      name: 'Samaritans',
      description: 'They listen.',
      phone: '116 123',
      schedules: 'always',
      eligibility: 'Anyone',
      topics: ['rights'],
      status: 'confirmed',
      sources: [{ id: 'act', at: 'page 2' }],
    },
  ],
  'glossary.yaml': [{ term: 'PA', also: [], means: 'Your worker.' }],
  'concepts.yaml': { pay: ['cash', 'dosh'] },
  'spelling.yaml': { u: 'you' },
  'harder.yaml': {},
} satisfies Record<string, unknown>;

// Lists that the tiny knowledge has nothing to say on.
const others = Object.fromEntries(
  readdirSync('knowledge')
    .filter((name) => name.endsWith('.yaml') && !(name in files))
    .map((name) => [name, emptied(parse(readFileSync(join('knowledge', name), 'utf8')))]),
);

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  const lists = Object.entries(value as object).filter(([, inner]) => Array.isArray(inner));
  return Object.fromEntries(lists.map(([key]) => [key, []]));
}

/** A very small knowledge folder, written, read and taken away again; `changes` replaces fields of files, or whole files of text. */
export function tiny(changes: Readonly<Record<string, object | string>> = {}, problems: Problem[] = []): Knowledge {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-'));
  const all: Record<string, unknown> = { ...others, ...files };
  for (const [name, change] of Object.entries(changes)) {
    const before = all[name];
    all[name] = typeof change === 'string' || Array.isArray(change) ? change : { ...(before as object | undefined), ...change };
  }
  for (const [name, value] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof value === 'string' ? value : stringify(value, { aliasDuplicateObjects: false }));
  }
  const read = readKnowledge(folder, 'locales/en/replies.json', problems);
  rmSync(folder, { recursive: true });
  return read;
}
