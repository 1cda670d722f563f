import fc from 'fast-check';
import { figureInWords, fill, holes } from './fill';
import type { Figure } from './types';

const values: Readonly<Record<string, string>> = { 'ages.until': '25', phone: '$& $1', empty: '' };
const value = (name: string) => values[name];

test.each([
  ['Until {{ages.until}}.', 'Until 25.'],
  ['{{ages.until}} and {{ages.until}}', '25 and 25'],
  ['Ring {{phone}}', 'Ring $& $1'],
  ['({{empty}})', '()'],
  ['Nothing to fill', 'Nothing to fill'],
])('"%s" becomes "%s"', (text, filled) => {
  expect(fill(text, value)).toBe(filled);
});

test('a name that nothing fills stops the build and is named in the fault', () => {
  expect(() => fill('Ring {{council.phone}} now', value)).toThrow('{{council.phone}}');
});

const name = fc.stringMatching(/^[a-z]+(\.[a-z_-]+)?$/u);
const plain = fc.string().map((text) => text.replace(/[{}]/gu, ''));

test('the words between the holes stay as they are, and each hole is filled in its turn', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, name)), plain, (pieces, last) => {
      const text = pieces.map(([before, hole]) => `${before}{{${hole}}}`).join('') + last;
      expect(holes(text)).toEqual(pieces.map(([, hole]) => hole));
      expect(fill(text, (hole) => `<${hole}>`)).toBe(pieces.map(([before, hole]) => `${before}<${hole}>`).join('') + last);
    }),
  );
});

const allowance: Figure = {
  kind: 'amount',
  values: [
    { from: '2013-10-01', value: 2000 },
    { from: '2027-04-01', value: 3150.5 },
    { from: '2023-04-01', value: 3000 },
  ],
};

test.each([
  ['2013-10-01', '£2,000'],
  ['2023-03-31', '£2,000'],
  ['2023-04-01', '£3,000'],
  ['2026-11-21', '£3,000'],
  ['2027-04-01', '£3,150.50'],
])('on %s the amount in force is %s', (today, said) => {
  expect(figureInWords(allowance, today)).toBe(said);
});

test('an amount that is not yet in force is never said', () => {
  expect(() => figureInWords(allowance, '2013-09-30')).toThrow('2013-09-30');
});

test.each<[Figure, string]>([
  [{ kind: 'text', value: '0300 300 8000' }, '0300 300 8000'],
  [{ kind: 'date', value: '2019-04-01' }, '1 April 2019'],
  [{ kind: 'date', value: 'unknown' }, 'unknown'],
])('the figure %j is said as "%s"', (figure, said) => {
  expect(figureInWords(figure, '2026-11-21')).toBe(said);
});

test('money is written as a bank writes it, without pence where there are none', () => {
  const bank = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), (pence) => {
      const said = figureInWords({ kind: 'amount', values: [{ from: '2020-01-01', value: pence / 100 }] }, '2026-11-21');
      expect(said).toBe(bank.format(pence / 100).replace(/\.00$/u, ''));
    }),
  );
});
