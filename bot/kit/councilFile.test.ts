import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isOpen, onDuty } from '../engine/duty';
import { safety } from '../engine/turn';
import { readCouncils } from './councilFile';
import type { Problem } from './problem';

const folder = mkdtempSync(join(tmpdir(), 'councils-'));
afterAll(() => rmSync(folder, { recursive: true }));

const team = (name: string, phone: string) => ({ name, phone, status: 'unconfirmed', sources: [{ id: 'a', at: 'b' }] });
const weekdays = [{ byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }];
const kent = {
  id: 'kent',
  name: 'Kent County Council',
  short_name: 'Kent',
  also_called: ['kcc'],
  towns: ['dover'],
  leaving_care: team('18+ Team', '03000 41 10 00'),
  front_door: team('Front Door', '03000 41 11 11'),
  out_of_hours: team('Night Team', '03000 41 91 91'),
  contacts: {},
  offer_url: 'unknown',
  as_of: 'unknown',
  checked: '2026-11-21',
  review_by: '2027-01-31',
  unknown: [],
};

function read(changes: object = {}, name = 'kent') {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'council.yaml'), stringify({ ...kent, ...changes }, { aliasDuplicateObjects: false }));
  const problems: Problem[] = [];
  const [council] = readCouncils(folder, problems);
  return { council, problems };
}

const unknown = team('A Team', 'unknown');

test.each([
  ['its own number', {}, 'the 18+ Team on 03000 41 10 00'],
  [
    'the front door, and at night another, when the team has none',
    { leaving_care: unknown },
    'the A Team through 03000 41 11 11 (no answer? 03000 41 91 91)',
  ],
  [
    'the front door alone when that number is sure',
    { leaving_care: unknown, front_door: { ...kent.front_door, status: 'confirmed' } },
    'the A Team through 03000 41 11 11',
  ],
  ['the front door alone when there is no other', { leaving_care: unknown, out_of_hours: unknown }, 'the A Team through 03000 41 11 11'],
  ['no number when none is known', { leaving_care: unknown, front_door: unknown }, 'the A Team'],
])('the leaving care team is reached through %s', (_, changes, person) => {
  expect(read(changes).council?.person).toBe(person);
});

test('a council is known by its other names and its towns', () => {
  expect(read().council?.names).toEqual({ id: 'kent', name: 'Kent County Council', shortName: 'Kent', aliases: ['kcc', 'dover'] });
});

test('a council with unknown hours is never said to be open or shut', () => {
  const { duty } = read().council!;
  for (let hour = 0; hour < 24 * 7; hour++) {
    const now = Date.parse('2026-11-16T00:00:00Z') + hour * 3_600_000;
    expect(duty.day.map((line) => isOpen(line.hours, now, safety))).toEqual([null, null]);
    expect(onDuty(duty, now, safety)?.state).toBe('unknown');
  }
});

test('known hours are kept, and a team without a number is not on duty', () => {
  const { duty } = read({ leaving_care: unknown, front_door: { ...kent.front_door, schedules: weekdays }, out_of_hours: unknown }).council!;
  expect(duty.day).toEqual([{ name: 'Front Door', phone: '03000 41 11 11', hours: [{ days: [1, 2, 3, 4, 5], opens: 540, closes: 1020 }] }]);
  expect(duty.outOfHours).toBeNull();
});

test.each([
  ['the phone of a team', { front_door: team('Front Door', '03000 41 11 1') }, 'front_door.phone'],
  ['the address of the offer', { offer_url: 'kent.gov.uk' }, 'offer_url'],
  ['the date of checking', { checked: 'last week' }, 'checked'],
  ['the date of review', { review_by: '2027-02-30' }, 'review_by'],
  ['the date of the evidence', { as_of: 'before' }, 'as_of'],
  ['the e-mail of a contact', { contacts: { tax: { ...team('Tax', '999'), email: 'kent' } } }, 'contacts.tax.email'],
  ['the hours of the night team', { out_of_hours: { ...kent.out_of_hours, schedules: weekdays } }, 'out_of_hours.schedules'],
  ['the sources of a team', { front_door: { ...kent.front_door, sources: [] } }, 'front_door.sources'],
])('%s is refused when it cannot be used', (_, changes, field) => {
  const { council, problems } = read(changes);
  expect(council).toBeUndefined();
  expect(problems.map((p) => p.field)).toEqual([field]);
});

test.each(['national', 'elsewhere'])('no council can be called %s, which means something else', (id) => {
  expect(read({ id }, id).problems.map((p) => p.field)).toEqual(['id']);
});

test("a council's id is the name of its folder", () => {
  const { problems } = read({}, 'surrey');
  expect(problems).toMatchObject([{ field: 'id', found: 'kent', line: 1 }]);
});

test('no folder of councils means no councils', () => {
  expect(readCouncils(join(folder, 'none'), [])).toEqual([]);
});

test('every council that is in can be rung at any hour', () => {
  const problems: Problem[] = [];
  const councils = readCouncils('knowledge/councils', problems);
  expect(problems).toEqual([]);
  for (const { duty } of councils) expect(onDuty(duty, Date.parse('2026-11-21T02:00:00Z'), safety)?.call.phone).toMatch(/^0/u);
});
