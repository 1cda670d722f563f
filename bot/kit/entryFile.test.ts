import { councilEntry, dateOrUnknown, glossaryList, isoDate, nationalEntry, sourceList } from './entryFile';

test.each([
  ['2026-11-21', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['2026-11', false],
  ['2026', false],
  ['21/11/2026', false],
  ['unknown', false],
  ['2026-11-21T00:00:00Z', false],
  ['', false],
])('"%s" is a day: %s', (written, is) => {
  expect(isoDate.safeParse(written).success).toBe(is);
});

test.each([
  ['unknown', true],
  ['2019', true],
  [2019, true],
  ['2019-04', true],
  ['2019-04-01', true],
  ['2019-13', false],
  ['2019-02-30', false],
  ['19', false],
  ['last year', false],
  ['', false],
])('%j says when the evidence is from: %s', (written, is) => {
  expect(dateOrUnknown.safeParse(written).success).toBe(is);
});

const evidence = {
  sources: [{ id: 'a', at: 'b' }],
  as_of: 'unknown',
  checked: '2026-11-21',
  review_by: '2027-04-01',
  status: 'confirmed',
  owner: 'o',
};
const say = { short: 'Short.', full: 'Full.' };
const national = {
  id: 'council-tax',
  ref: 'CT',
  title: 'Council tax',
  local: 'varies',
  readers: ['care-leaver'],
  say,
  next: { do: 'Ask.' },
  who: ['leaving-care-team'],
  ...evidence,
};
const local = { extends: 'council-tax', say, ...evidence };

test('what may be left out is filled in as nothing', () => {
  expect(nationalEntry.parse(national)).toMatchObject({ ages: {}, times: {}, dates: {}, amounts: {}, names: {}, near_misses: [] });
  expect(councilEntry.parse(local)).not.toHaveProperty('next');
});

test.each(Object.keys(national))('a national entry without its %s is refused', (field) => {
  expect(nationalEntry.safeParse({ ...national, [field]: undefined }).success).toBe(false);
});

test.each(Object.keys(local))("a council's entry without its %s is refused", (field) => {
  expect(councilEntry.safeParse({ ...local, [field]: undefined }).success).toBe(false);
});

const amount = (changes: object) => ({ amounts: { grant: { unit: 'GBP', values: [{ from: '2023-04-01', value: 3000 }], ...changes } } });

test.each([
  { ref: 'ct' },
  { ref: 'C' },
  { title: '' },
  { local: 'maybe' },
  { readers: ['teacher'] },
  { who: [] },
  { ages: { until: 250 } },
  { ages: { until: 17.5 } },
  { ages: { until: '25' } },
  { dates: { since: '2023-02-30' } },
  { times: { within: { weeks: 2 } } },
  { status: 'surely' },
  { sources: [{ id: 'a' }] },
  { say: { ...say, foster_carer: 'x' } },
  { near_misses: ['rent'] },
  amount({ unit: 'EUR' }),
  amount({ values: [] }),
  amount({ values: [{ from: '2023-04-01', value: 0 }] }),
  amount({ values: [{ from: '2023-04-01', value: '3,000' }] }),
  amount({ values: [{ value: 3000 }] }),
])('an entry with %j is refused', (odd) => {
  expect(nationalEntry.safeParse({ ...national, ...odd }).success).toBe(false);
});

test.each([
  amount({}),
  { ages: { until: 25 } },
  { times: { within: 10 } },
  { names: { place: 'Wales' } },
  { dates: { since: '2023-04-01' } },
])('an entry with %j is taken', (figures) => {
  expect(councilEntry.safeParse({ ...local, ...figures }).success).toBe(true);
});

test('a source shows its date, or that it has none', () => {
  const source = { id: 'a-1', title: 't', publisher: 'p', kind: 'law' };
  expect(sourceList.parse([{ ...source, dated: 2019 }])[0]).toMatchObject({ dated: '2019', supersedes: [] });
  for (const dated of [undefined, '2019-13', 'old']) expect(sourceList.safeParse([{ ...source, dated }]).success).toBe(false);
});

test('a word of the glossary may look like a number or a truth', () => {
  expect(glossaryList.parse([{ term: 16, also: [true], means: 'm' }])).toEqual([{ term: '16', also: ['true'], means: 'm' }]);
  expect(glossaryList.safeParse([{ term: 'PA' }]).success).toBe(false);
});
