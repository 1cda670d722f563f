import fc from 'fast-check';
import { openKits } from '../host/kits.node';
import { findServices, hoursInWords, serviceInWords } from './find';
import { plainWords } from './tidy';
import type { Hours, Kit, Service } from './types';

const kit = openKits('build/kits').for('devon').kit!;
const services = Object.values(kit.services);
const named = services.flatMap((s) => [s.name, ...(s.also ?? [])].map((name) => [name, s] as const));
const service = (name: string, description: string, more: Partial<Service> = {}): Service => ({
  name,
  description,
  hours: 'unknown',
  eligibility: 'Anyone.',
  topics: [],
  ...more,
});
const small: Kit = {
  ...kit,
  entries: { bills: { ...kit.entries['council-tax']!, title: 'Brown envelopes' } },
  services: {
    bikes: service('Bike Shed', 'Mends bikes for free.', { also: ['bike menders'] }),
    food: service('Full Plate', 'Gives out food parcels. Phone the number first.'),
    law: service('Fair Say', 'Free law advice about bikes and homes.', { topics: ['bills'] }),
  },
};

test.each(named)('%s is found by its name', (name, found) => {
  expect(findServices(plainWords(`what is the number for ${name} please`), kit)).toContain(found);
});

test.each([
  ['what is the number for bike shed', ['Bike Shed']],
  ['ring the bike menders', ['Bike Shed']],
  ['who mends bikes', ['Bike Shed', 'Fair Say']],
  ['where can i get food', ['Full Plate']],
  ['help with a brown envelope', ['Fair Say']],
  ['what is the phone number', []],
  ['zzz', []],
  ['', []],
])('"%s" finds %j', (text, names) => {
  expect(findServices(plainWords(text), small).map((s) => s.name)).toEqual(names);
});

test('of many services that are named, the first three are told', () => {
  const many: Kit = { ...small, services: { ...small.services, tea: service('Tea Hut', 'Serves tea.') } };
  expect(findServices(plainWords('tea hut or fair say or full plate or bike shed'), many)).toHaveLength(3);
});

test('each council is searched in its own list', () => {
  const other: Kit = { ...small, services: { food: service('Night Kitchen', 'Food after dark.') } };
  expect(findServices(['food'], small).map((s) => s.name)).toEqual(['Full Plate']);
  expect(findServices(['food'], other).map((s) => s.name)).toEqual(['Night Kitchen']);
});

test('whatever is asked, at most three services are found, each of this council and none twice', () => {
  const odd = fc.constantFrom('food', 'debt', 'name:x', '+must', 'wild*', 'fuzzy~9', '^', 'constructor', '__proto__', 'a'.repeat(5000));
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 40 }), (words) => {
      const found = findServices(words, kit);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found).size).toBe(found.length);
      expect(found.filter((s) => !services.includes(s))).toEqual([]);
    }),
  );
});

test('a service is told with every way to reach it', () => {
  const told = serviceInWords(
    service('Bike Shed', 'Mends bikes.', {
      phone: '01632 960 001',
      textTo: '60001',
      email: 'hi@bikes.example',
      url: 'https://www.bikes.example/shed',
      hours: 'always',
      note: 'Bring a lock.',
    }),
  );
  expect(told).toEqual({
    role: 'what',
    text: 'Bike Shed. Mends bikes. Ring 01632 960 001. Text 60001. Email hi@bikes.example. See bikes.example/shed. Open day and night. Bring a lock.',
  });
});

test.each(named)('the words on %s give its number and say nothing of hours that are not known', (_, real) => {
  const { text } = serviceInWords(real);
  expect(text).toContain(real.phone ?? real.name);
  expect(text).not.toMatch(/undefined|unknown|NaN| {2}/u);
  expect(/\bOpen (?=Mon|Tue|Wed|Thu|Fri|Sat|Sun|day and)/u.test(text)).toBe(real.hours !== 'unknown');
});

test.each<[Hours, string]>([
  ['unknown', ''],
  ['always', 'Open day and night.'],
  [[{ days: [1, 2, 3, 4, 5], opens: 540, closes: 1020 }], 'Open Monday to Friday 9am to 5pm.'],
  [[{ days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 720 }], 'Open Monday to Sunday 12am to 12pm.'],
  [[{ days: [1, 4], opens: 570, closes: 750 }], 'Open Monday and Thursday 9.30am to 12.30pm.'],
  [[{ days: [6, 7], opens: 605, closes: 1439 }], 'Open Saturday and Sunday 10.05am to 11.59pm.'],
  [
    [
      { days: [1, 2, 3, 4], opens: 525, closes: 1040 },
      { days: [5], opens: 525, closes: 980 },
    ],
    'Open Monday to Thursday 8.45am to 5.20pm, Friday 8.45am to 4.20pm.',
  ],
])('the hours %j are said as "%s"', (hours, said) => {
  expect(hoursInWords(hours)).toBe(said);
});
