import fc from 'fast-check';
import { readSaid, Refused } from './said';

const councils = ['devon', 'kent'];

test('words alone are a message from the web', () => {
  expect(readSaid({ text: 'do i pay council tax' }, councils)).toEqual({ text: 'do i pay council tax', channel: 'web' });
});

test('everything that was chosen is kept', () => {
  const asked = { text: 'hi', channel: 'sms', council: 'devon', reader: 'foster-carer', lang: 'en' };
  expect(readSaid(asked, councils)).toEqual(asked);
});

test.each([undefined, null, ''])('a field that is %j was not chosen', (nothing) => {
  expect(readSaid({ text: '', council: nothing, reader: nothing, lang: nothing, channel: nothing }, councils)).toEqual({
    text: '',
    channel: 'web',
  });
});

test('fields that it does not know are left behind', () => {
  expect(readSaid({ text: 'hi', conversation: 'c', admin: true }, councils)).toEqual({ text: 'hi', channel: 'web' });
});

test.each([
  ['text', {}, 'text is missing'],
  ['text', { text: 5 }, 'text is 5'],
  ['text', { text: ['hi'] }, 'text is ["hi"]'],
  ['council', { text: 'hi', council: 'atlantis' }, 'council is "atlantis"; it should be one of: devon, kent.'],
  ['council', { text: 'hi', council: 'Devon' }, 'council is "Devon"'],
  ['council', { text: 'hi', council: ['devon'] }, 'council is ["devon"]'],
  ['council', { text: 'hi', council: 0 }, 'council is 0'],
  ['reader', { text: 'hi', reader: 'teacher' }, 'care-leaver, foster-carer'],
  ['channel', { text: 'hi', channel: 'fax' }, 'web, sms, teams'],
  ['lang', { text: 'hi', lang: 'xx' }, 'lang is "xx"'],
])('a wrong %s is refused, with what was found: %j', (_, asked, words) => {
  expect(() => readSaid(asked, councils)).toThrow(Refused);
  expect(() => readSaid(asked, councils)).toThrow(words);
});

test('a long wrong value is cut in the message', () => {
  expect(() => readSaid({ text: 'hi', council: 'x'.repeat(5000) }, councils)).toThrow(/^council is .{57}\.\.\.; it should/u);
});

test('whatever comes in, it is a message or is refused', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('text', 'council', 'reader', 'lang', 'channel', '__proto__'), fc.jsonValue()), (asked) => {
      let said: unknown;
      try {
        said = readSaid(asked, councils);
      } catch (error) {
        said = error;
      }
      expect(said instanceof Refused || typeof (said as { text: unknown }).text === 'string').toBe(true);
    }),
  );
});
