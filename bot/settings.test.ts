import fc from 'fast-check';
import { contrastWithWhite, readSettings } from './settings';

test('with nothing set the assistant still starts', () => {
  expect(readSettings({})).toEqual({
    PORT: 3978,
    HOST: '0.0.0.0',
    FRAME_ANCESTORS: "'self'",
    BRAND_NAME: 'Care leaver assistant',
    BRAND_COLOUR: '#1d4f5c',
    KITS: 'build/kits',
  });
});

test('an empty setting is one that was not set', () => {
  expect(readSettings({ PORT: '', HOST: '', BRAND_LOGO: '', PUBLIC_URL: '' })).toEqual(readSettings({}));
});

test('settings that are not ours are left alone', () => {
  expect(readSettings({ PATH: '/bin', HOME: '/root' })).toEqual(readSettings({}));
});

test.each([
  ['PORT', '8080', 8080],
  ['PORT', '0', 0],
  ['PUBLIC_URL', 'https://ask.example.gov.uk', 'https://ask.example.gov.uk'],
  ['FRAME_ANCESTORS', 'https://a.gov.uk https://b.gov.uk', 'https://a.gov.uk https://b.gov.uk'],
  ['BRAND_COLOUR', '#1D5B4F', '#1D5B4F'],
  ['BRAND_LOGO', 'brand/logo.svg', 'brand/logo.svg'],
  ['BRAND_LOGO', 'my..logo.svg', 'my..logo.svg'],
  ['KITS', '/srv/kits', '/srv/kits'],
])('%s may be %s', (name, value, read) => {
  expect(readSettings({ [name]: value })).toHaveProperty(name, read);
});

test.each([
  ['PORT', '70000', 'a port between 0 and 65535'],
  ['PORT', '-1', ''],
  ['PORT', '80.5', ''],
  ['PORT', 'http', ''],
  ['PUBLIC_URL', 'ask.example.gov.uk', 'a web address'],
  ['FRAME_ANCESTORS', "'self'; script-src *", 'origins'],
  ['FRAME_ANCESTORS', 'https://a.gov.uk\nhttps://b.gov.uk', 'origins'],
  ['BRAND_NAME', 'x'.repeat(61), ''],
  ['BRAND_COLOUR', 'green', 'a colour such as'],
  ['BRAND_COLOUR', '#fff', 'a colour such as'],
  ['BRAND_COLOUR', '#1d4f5c;}', 'a colour such as'],
  ['BRAND_COLOUR', '#ffdd00', 'dark enough'],
  ['BRAND_LOGO', 'logo.png', '.svg'],
  ['BRAND_LOGO', '../logo.svg', 'inside this folder'],
  ['BRAND_LOGO', '/etc/logo.svg', 'inside this folder'],
])('%s cannot be %j, and one line says so', (name, value, expected) => {
  let message = '';
  try {
    readSettings({ [name]: value });
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toMatch(new RegExp(`^Setting ${name} is `, 'u'));
  expect(message).toContain(JSON.stringify(value));
  expect(message).toContain(expected);
  expect(message.split('\n')).toHaveLength(1);
});

test('every wrong setting is told at once', () => {
  expect(() => readSettings({ PORT: 'x', BRAND_COLOUR: 'y' })).toThrow(/PORT.*\n.*BRAND_COLOUR/u);
});

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#ff0000', 4],
  ['#0000ff', 8.59],
])('%s stands out from white %d times', (colour, times) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(times, 2);
});

test('a darker grey always stands out more', () => {
  const grey = (level: number) => `#${level.toString(16).padStart(2, '0').repeat(3)}`;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 255 }), (level) => {
      expect(contrastWithWhite(grey(level - 1))).toBeGreaterThan(contrastWithWhite(grey(level)));
    }),
  );
});
