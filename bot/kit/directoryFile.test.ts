import { asTyped, listed, phone, readServices, serviceList, webAddress } from './directoryFile';
import type { Problem } from './problem';

test.each([
  '999',
  '111',
  '101',
  '116 123',
  '0800 1111',
  '0300 300 8000',
  '01234 718700',
  '0345 6000 388',
  '08000 121 700',
  '07911 123456',
  '+44 20 7946 0958',
])('the number %s can be rung', (number) => {
  expect(phone.safeParse(number).success).toBe(true);
});

test.each([
  '',
  '0300 300 800',
  '0300 300 80000',
  '1234 718700',
  '116 12',
  '9999',
  '118',
  '555 0100',
  '(0300) 300 8000',
  '0300 300 8000 ext 5',
  '+1 202 555 0100',
  'ring us',
  '0800 1111 x',
  '03OO 300 8000',
])('the number "%s" is refused', (number) => {
  expect(phone.safeParse(number).success).toBe(false);
});

test.each([3003008000, null, ['999']])('%j is no telephone number, for its noughts may be lost', (number) => {
  expect(phone.safeParse(number).success).toBe(false);
});

test.each([
  ['https://www.gov.uk/leaving-care', true],
  ['http://www.gov.uk', false],
  ['www.gov.uk', false],
  ['javascript:alert(1)', false],
  ['https://', false],
])('the address %s can be sent to a person: %s', (address, sound) => {
  expect(webAddress.safeParse(address).success).toBe(sound);
});

test.each([
  ['CT', 'CT'],
  [2, '2'],
  [true, 'true'],
])('%j, as YAML took it, is the words "%s"', (taken, words) => {
  expect(asTyped.parse(taken)).toBe(words);
});

test.each([null, undefined, {}, ['a'], { debt: 'owe' }])('%j is not words', (taken) => {
  expect(asTyped.safeParse(taken).success).toBe(false);
});

const shelter = {
  id: 'shelter',
  name: 'Shelter',
  description: 'Help with a home.',
  schedules: 'unknown',
  eligibility: 'Anyone',
  topics: ['homelessness'],
  status: 'confirmed',
  sources: [{ id: 'a', at: 'b' }],
};

test('a service comes out with what was given and nothing that was not', () => {
  const [bare, full] = listed(
    serviceList.parse([
      shelter,
      { ...shelter, also: ['the shelter'], phone: '0808 800 4444', text_to: '85258', email: 'a@b.uk', url: 'https://b.uk', note: 'n' },
    ]),
  );
  expect(bare).not.toHaveProperty('phone');
  expect(bare).toMatchObject({ id: 'shelter', hours: 'unknown', topics: ['homelessness'] });
  expect(full).toMatchObject({
    also: ['the shelter'],
    phone: '0808 800 4444',
    textTo: '85258',
    email: 'a@b.uk',
    url: 'https://b.uk',
    note: 'n',
  });
});

test.each(['id', 'name', 'description', 'schedules', 'eligibility', 'topics', 'status', 'sources'] as const)(
  'a service without its %s is refused',
  (field) => {
    const { [field]: _, ...rest } = shelter;
    expect(serviceList.safeParse([rest]).success).toBe(false);
  },
);

test.each([{ text_to: '123' }, { text_to: 85258 }, { email: 'a at b' }, { id: 'The Shelter' }, { sources: [] }, { opening: 'noon' }])(
  'a service with %j is refused',
  (odd) => {
    expect(serviceList.safeParse([{ ...shelter, ...odd }]).success).toBe(false);
  },
);

test('the directory as it stands can be read, each service once, and 999 and Samaritans never shut', () => {
  const problems: Problem[] = [];
  const services = readServices('knowledge/directory.yaml', problems);
  expect(problems).toEqual([]);
  expect(new Set(services.map((s) => s.id)).size).toBe(services.length);
  for (const id of ['emergency', 'samaritans']) expect(services.find((s) => s.id === id)?.hours).toBe('always');
});

test('a directory that is not there has no services, and that is told', () => {
  const problems: Problem[] = [];
  expect(readServices('knowledge/no-such-file.yaml', problems)).toEqual([]);
  expect(problems).toHaveLength(1);
});
