import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { quickest } from '../../tests/engine/quickest';
import { readDays } from './dates.node';

const saturday = '2026-11-21';

test.each([
  ['anything in 3 days', '2026-11-24', '2026-11-24'],
  ['whats on in two weeks', '2026-12-05', '2026-12-05'],
  ['is there anything on 3/12', '2026-12-03', '2026-12-03'],
  ['anything on 05/12/2026', '2026-12-05', '2026-12-05'],
  ['2026-12-05', '2026-12-05', '2026-12-05'],
  ['next friday', '2026-11-27', '2026-11-27'],
  ['on friday', '2026-11-27', '2026-11-27'],
  ['end of the month', '2026-11-21', '2026-11-30'],
  ['between 4 and 6 december', '2026-12-04', '2026-12-06'],
  ['in the next 10 days', '2026-11-22', '2026-12-02'],
])('typed on Saturday 21 November 2026, "%s" is %s to %s: day first, and the one to come', (text, from, to) => {
  expect(readDays(text, saturday)).toEqual({ from, to });
});

test.each([
  '3 days ago',
  'last friday',
  '29/2/2007',
  'easter',
  'half term',
  'how much is it',
  'for 3 weeks',
  'i am 19',
  'every friday',
  '',
  '1 1 1 1 1 1',
])('"%s" is no day to come', (text) => {
  expect(readDays(text, saturday)).toBeNull();
});

test('a text made to keep it busy is over in half a second, and a long one is not begun', () => {
  for (const text of [
    '1 '.repeat(49),
    '1/1/1 '.repeat(16),
    'day '.repeat(25),
    'on 1 in 1 '.repeat(10),
    '1 1 1 '.repeat(400),
    'next friday '.repeat(9),
  ]) {
    const limit = text.length > 100 ? 5 : 500;
    const { took } = quickest(limit, () => readDays(text, saturday));
    expect(took).toBeLessThan(limit);
  }
  expect(readDays(`${'x'.repeat(90)} next friday`, saturday)).toBeNull();
});

const piece = fc.constantFrom(
  ...'1 3/12 29/2 friday next last in days weeks month between and 2027 to the 4th december am 6pm day week half until'.split(' '),
);

test('whatever is typed, the days are real ones, in order and still to come', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 8 }).map((w) => w.join(' ')),
      ),
      (text) => {
        const { from, to } = readDays(text, saturday) ?? { from: saturday, to: saturday };
        const real = [from, to].every((d) => new Date(d).toISOString().slice(0, 10) === d);
        expect([real, from >= saturday, to >= from]).toEqual([true, true, true]);
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London'])('a machine in %s reads the same days', (TZ) => {
  const script = `
    const { buildSync } = require('esbuild');
    const { outputFiles } = buildSync({ entryPoints: ['bot/host/dates.node.ts'], bundle: true, packages: 'external', platform: 'node', write: false });
    const module = { exports: {} };
    new Function('module', 'require', outputFiles[0].text)(module, require);
    const { readDays } = module.exports;
    console.log(JSON.stringify([readDays('in 3 days', '2026-11-21').from, readDays('on 28/3', '2026-03-27').from, new Date(2026, 0, 1).toISOString()]));`;
  const [three, march, midnight] = JSON.parse(
    execFileSync('node', ['-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }),
  ) as string[];
  expect([three, march]).toEqual(['2026-11-24', '2026-03-28']);
  expect(midnight === '2026-01-01T00:00:00.000Z').toBe(TZ === 'Europe/London');
});
