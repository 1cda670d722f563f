import { isId, phoneOf } from './textIn';

test.each([
  ['+447700900123', '+447700900123'],
  ['447700900123', '+447700900123'],
  ['07700900123', '+447700900123'],
  [' +447700900123 ', '+447700900123'],
  ['+33612345678', '+33612345678'],
  ['33612345678', '+33612345678'],
  ['+15005550006', '+15005550006'],
])('%j is the phone %s', (sender, phone) => {
  expect(phoneOf(sender)).toBe(phone);
});

test.each(['60777', '8838383', '+60777', '+266696687', 'GOVUK', 'a@b.uk', 'whatsapp:+447700900123', 'anonymous', '', '0', null, 5, {}])(
  '%j is no phone that can be answered',
  (sender) => {
    expect(phoneOf(sender)).toBeNull();
  },
);

test.each([
  ['SM00000000000000000000000000000001', true],
  ['00000000-0000-4000-8000-000000000001', true],
  ['', false],
  ['a b', false],
  ['../x', false],
  ['x'.repeat(65), false],
  [7, false],
])('%j is an id: %s', (id, is) => {
  expect(isId(id)).toBe(is);
});
