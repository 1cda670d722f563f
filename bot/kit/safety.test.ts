import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safety } from '../engine/turn';
import { Problems } from './problem';
import { bankHolidaysIn, holidayYears, makeSafety } from './safety';
import { namesIn } from './read';

test.each([
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
])("in %i England's offices are shut on the working days that the government lists", (year, days) => {
  const weekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());
  expect([...new Set(bankHolidaysIn(year))].filter((date) => !weekend(date)).sort()).toEqual(
    days.split(' ').map((day) => `${year}-${day}`),
  );
});

function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return Date.UTC(year, 2, 28 + moon - weekday);
}

test.each(Array.from({ length: 20 }, (_, i) => 2025 + i))('in %i Good Friday and Easter Monday are holidays', (year) => {
  const around = [-2, 1].map((days) => new Date(easter(year) + days * 86_400_000).toISOString().slice(0, 10));
  expect(bankHolidaysIn(year)).toEqual(expect.arrayContaining(around));
});

test('the program holds the holidays of every year that it says it covers', () => {
  expect(safety.bankHolidayYears).toEqual(holidayYears);
  expect(safety.bankHolidays).toEqual(holidayYears.flatMap(bankHolidaysIn));
});

test('every helpline that a reply or a rule names has its sentence and its number', () => {
  const named = [
    'samaritans',
    ...Object.values(safety.replies).flatMap((r) => [...r.helplines, ...(r.carerHelplines ?? [])]),
    ...safety.rules.flatMap((r) => r.helpline ?? []),
  ];
  for (const id of named) expect(safety.helplines[id]?.say).toMatch(/\d{3}/u);
});

test('the words of every rule are left alone by spelling correction', () => {
  const words = safety.rules.flatMap((r) => r.any.flat().flatMap((step) => ('words' in step ? step.words.flat() : [])));
  expect(words.filter((word) => !safety.crisisWords.includes(word))).toEqual([]);
});

describe('made from a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'safety-'));
  const rule = (id: string, rest: string) => `category: ${id}\nrules:\n  - id: ${id}-a\n    any: [${id.replaceAll('-', ' ')}]\n${rest}`;

  beforeEach(() => {
    cpSync('knowledge', folder, { recursive: true });
    for (const id of Object.keys(safety.replies)) writeFileSync(join(folder, 'crisis', `${id}.yaml`), rule(id, ''));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the same folder gives the same safety data, with a rule and a reply for each kind of crisis', () => {
    const made = makeSafety(folder);
    expect(JSON.stringify(makeSafety(folder))).toBe(JSON.stringify(made));
    expect(made.rules.map((r) => r.category).sort()).toEqual(Object.keys(made.replies).sort());
    expect(made.spelling['2moro']).toBe('tomorrow');
    expect(made.councils['devon']?.outOfHours?.phone).toBe('0345 6000 388');
  });

  test('every fault of every file is told at once', () => {
    writeFileSync(join(folder, 'crisis/abuse.yaml'), rule('abuse', '    must: 7\n'));
    writeFileSync(join(folder, 'crisis/missing.yaml'), 'category: missing\n');
    rmSync(join(folder, 'crisis/medical.yaml'));
    let told: unknown;
    try {
      makeSafety(folder);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(Problems);
    expect((told as Problems).list.map((p) => p.file.slice(folder.length))).toEqual([
      '/crisis/medical.yaml',
      '/crisis/missing.yaml',
      '/crisis/abuse.yaml',
    ]);
  });

  test.each([
    ['a rule', 'crisis/abuse.yaml', (text: string) => `${text}    helpline: my-aunt\n`],
    ['a reply', 'crisis/replies.yaml', (text: string) => text.replace(/helplines: \[\w+\]/u, 'helplines: [my-aunt]')],
    ['the list of helplines', 'crisis/replies.yaml', (text: string) => text.replace(/^ {2}nspcc:/mu, '  my-aunt: Ring her.\n  nspcc:')],
  ])('%s that names a helpline no one knows is refused', (_, file, change) => {
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    expect(() => makeSafety(folder)).toThrow(/my-aunt/u);
  });

  test('the topics of a folder are the names of its files, in order', () => {
    expect(namesIn(join(folder, 'crisis'), '.yaml')).toEqual([...Object.keys(safety.replies), 'replies'].sort());
  });
});
