import fc from 'fast-check';
import { offersFor, statusesShown, type OfferFacts } from './offers';
import { ageBands, cares, doings, livings, statuses, type AgeBand, type Entry, type Layer, type Offer } from './types';

const now = Date.parse('2026-11-21T14:00:00Z');
const bands: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under-16': [0, 16],
  '16-17': [16, 18],
  '18-20': [18, 21],
  '21-24': [21, 25],
  '25-or-over': [25, 200],
};

const layer = (offers: readonly Offer[], more: Partial<Layer> = {}): Layer => ({
  short: '',
  full: '',
  next: '',
  who: [],
  figures: {
    'amounts.grant': {
      kind: 'amount',
      values: [
        { from: '2013-10-01', value: 2000 },
        { from: '2023-04-01', value: 3000 },
      ],
    },
  },
  sources: [{ id: 'act', at: 'section 1' }],
  asOf: '2026-01-01',
  status: 'confirmed',
  offers,
  ...more,
});
const entry = (id: string, national: Layer, council?: Layer): Entry => ({
  id,
  ref: 'XX',
  title: id,
  local: 'varies',
  national,
  ...(council && { council }),
});
const kit = (...entries: Entry[]) => ({ entries: Object.fromEntries(entries.map((e) => [e.id, e])) });
const nineteen: OfferFacts = { age: '18-20', care: 'thirteen-weeks', reader: 'care-leaver' };
const forAll = (more: Partial<Offer> = {}): Offer => ({ line: 'A thing', for: [...statuses], ...more });
const lawOf = (offers: readonly Offer[], facts: OfferFacts, more: Partial<Layer> = {}) =>
  offersFor(facts, kit(entry('college', layer(offers, more))), now).law;

test('law and council stand apart, each with its own sources and dates', () => {
  const both = kit(
    entry(
      'college',
      layer([forAll({ line: 'By law.' })]),
      layer([forAll({ line: 'By Devon' })], { sources: [{ id: 'devon', at: 'page 2' }], asOf: '2025-12-31' }),
    ),
  );
  expect(offersFor(nineteen, both, now)).toMatchObject({
    law: [{ topic: 'college', line: 'By law', sources: [{ id: 'act', at: 'section 1' }], asOf: '2026-01-01' }],
    council: [{ topic: 'college', line: 'By Devon', sources: [{ id: 'devon', at: 'page 2' }], asOf: '2025-12-31' }],
  });
});

test("amounts are those in force on the day, and a council's words may name a national figure", () => {
  const offer = forAll({ line: 'At least {{amounts.grant}}' });
  const one = kit(entry('college', layer([offer]), { ...layer([offer]), figures: {} }));
  const { law, council } = offersFor(nineteen, one, now);
  expect([law[0]?.line, council[0]?.line]).toEqual(['At least £3,000', 'At least £3,000']);
  expect(offersFor(nineteen, one, Date.parse('2022-01-01T12:00:00Z')).law[0]?.line).toBe('At least £2,000');
});

test.each<[AgeBand, Partial<Offer>, string | null | undefined]>([
  ['18-20', { until: 21 }, 'until your 21st birthday'],
  ['18-20', { from: 18, until: 25 }, 'until your 25th birthday'],
  ['18-20', { from: 19, until: 25 }, 'from your 19th birthday until your 25th birthday'],
  ['18-20', {}, null],
  ['18-20', { from: 21 }, undefined],
  ['21-24', { until: 21 }, undefined],
  ['21-24', { from: 21, until: 22 }, 'until your 22nd birthday'],
  ['18-20', { until: 19 }, 'until your 19th birthday'],
])('at %s a line of %j is given %s', (age, window, when) => {
  const [line] = lawOf([forAll(window)], { ...nineteen, age });
  expect(line ? line.when : undefined).toBe(when);
});

test('a foster carer is told only what is written for carers, and of "their" birthday', () => {
  const lines = lawOf([forAll({ line: 'Yours' }), forAll({ line: 'Yours too', carer: 'Theirs too', until: 21 })], {
    ...nineteen,
    reader: 'foster-carer',
  });
  expect(lines.map(({ line, when }) => [line, when])).toEqual([['Theirs too', 'until their 21st birthday']]);
});

test('what was said of study and home shuts lines out, and what was not said shuts out none', () => {
  const offers = [forAll({ line: 'Study', doing: ['study'] }), forAll({ line: 'Carers', living: ['carers'] }), forAll({ line: 'All' })];
  const titles = (more: Partial<OfferFacts>) => lawOf(offers, { ...nineteen, ...more }).map(({ line }) => line);
  expect(titles({})).toEqual(['Study', 'Carers', 'All']);
  expect(titles({ doing: 'work' })).toEqual(['Carers', 'All']);
  expect(titles({ doing: 'study', living: 'own-home' })).toEqual(['Study', 'All']);
  expect(titles({ living: 'carers' })).toEqual(['Study', 'Carers', 'All']);
});

test.each<[AgeBand, string]>([
  ['under-16', 'care-experienced'],
  ['16-17', 'eligible'],
  ['18-20', 'former-relevant'],
  ['21-24', 'former-relevant'],
  ['25-or-over', 'care-experienced'],
])('who is not sure of their time in care is shown at %s what is for %s', (age, status) => {
  expect(statusesShown({ age, care: 'not-sure' })).toEqual([status]);
});

test.each([
  ['unconfirmed', '2020-01-21', 'A thing', 'January 2020'],
  ['unconfirmed', 'unknown', 'A thing', 'unknown'],
  ['unconfirmed', 'unknown', 'A thing, in the plan for 2019 to 2022', null],
  ['unconfirmed', '2026-08-01', 'A thing', null],
  ['confirmed', '2018-04-01', 'A thing', null],
] as const)('evidence that is %s and of %s, for "%s", is said to be of %s', (status, asOf, line, soIn) => {
  expect(lawOf([forAll({ line })], nineteen, { status, asOf })[0]?.soIn).toBe(soIn);
});

test('topics come in the order in which the list is read, people first', () => {
  const one = layer([forAll()]);
  const all = kit(...['advocacy', 'college', 'council-tax', 'personal-adviser'].map((id) => entry(id, one)));
  expect(offersFor(nineteen, all, now).law.map(({ topic }) => topic)).toEqual(['personal-adviser', 'council-tax', 'college', 'advocacy']);
});

const anyFacts = fc.record(
  {
    age: fc.constantFrom(...ageBands),
    care: fc.constantFrom(...cares),
    reader: fc.constantFrom('care-leaver' as const, 'foster-carer' as const),
    doing: fc.constantFrom(...doings),
    living: fc.constantFrom(...livings),
  },
  { requiredKeys: ['age', 'care', 'reader'] },
);

test('a line is given exactly when somebody of the age band, in this study and home, has a day of it', () => {
  const years = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
  const some = <T>(all: readonly T[]) => fc.option(fc.subarray([...all], { minLength: 1 }), { nil: undefined });
  const anyOffer = fc.record({
    from: years,
    until: years,
    doing: some(doings),
    living: some(livings),
    for: fc.subarray([...statuses], { minLength: 1 }),
  });
  fc.assert(
    fc.property(anyFacts, anyOffer, (facts, { from, until, doing, living, ...rest }) => {
      fc.pre(from === undefined || until === undefined || from < until);
      const offer: Offer = {
        line: 'A thing',
        carer: 'A thing',
        for: rest.for,
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
        ...(doing && { doing }),
        ...(living && { living }),
      };
      const [first, last] = bands[facts.age];
      const ages = Array.from({ length: last - first }, (_, i) => first + i);
      const expected =
        statusesShown(facts).some((status) => offer.for.includes(status)) &&
        ages.some((age) => age >= (from ?? 0) && age < (until ?? 999)) &&
        (!facts.doing || !doing || doing.includes(facts.doing)) &&
        (!facts.living || !living || living.includes(facts.living));
      expect(lawOf([offer], facts)).toHaveLength(expected ? 1 : 0);
    }),
  );
});
