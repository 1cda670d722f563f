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
    NOTIFY_BASE_URL: 'https://api.notifications.service.gov.uk',
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
  ['DIRECTLINE_ORIGINS', 'https://a.gov.uk http://localhost:8080', 'https://a.gov.uk http://localhost:8080'],
])('%s may be %s', (name, value, read) => {
  expect(readSettings({ [name]: value })).toHaveProperty(name, read);
});

test.each([
  ['PORT', '70000', 'a port between 0 and 65535'],
  ['PORT', '-1', ''],
  ['PORT', '80.5', ''],
  ['PORT', 'http', ''],
  ['DIRECTLINE_ORIGINS', '*', 'origins with spaces between, such as https://www.example.gov.uk'],
  ['DIRECTLINE_ORIGINS', 'https://a.gov.uk/', ''],
  ['DIRECTLINE_ORIGINS', 'https://a.gov.uk, https://b.gov.uk', ''],
  ['DIRECTLINE_ORIGINS', 'a.gov.uk', ''],
  ['DIRECTLINE_ORIGINS', 'null', ''],
  ['DIRECTLINE_ORIGINS', ' ', ''],
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

const notify = {
  NOTIFY_API_KEY: 'live_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  NOTIFY_CALLBACK_TOKEN: 'a-bearer-token-of-our-own',
  NOTIFY_TEMPLATE_ID: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
};

test('both ways to answer texts may be on at once', () => {
  const given = { ...notify, TWILIO_AUTH_TOKEN: '12345678901234567890123456789012', PUBLIC_URL: 'https://ask.example.gov.uk' };
  expect(readSettings(given)).toMatchObject(given);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['PUBLIC_URL', { TWILIO_AUTH_TOKEN: '12345678901234567890123456789012' }, 'TWILIO_AUTH_TOKEN'],
  ['NOTIFY_API_KEY', { ...notify, NOTIFY_API_KEY: '' }, 'NOTIFY_CALLBACK_TOKEN'],
  ['NOTIFY_CALLBACK_TOKEN', { ...notify, NOTIFY_CALLBACK_TOKEN: '' }, 'NOTIFY_API_KEY'],
  ['NOTIFY_TEMPLATE_ID', { ...notify, NOTIFY_TEMPLATE_ID: '' }, 'NOTIFY_API_KEY'],
])('without %s a channel would be half set: one line says so', (missing, given, because) => {
  expect(() => readSettings(given)).toThrow(
    new RegExp(`^Setting ${missing} is not set; it should be .{20,}, because ${because} is set\\.$`, 'u'),
  );
});

test.each([
  ['TWILIO_AUTH_TOKEN', 'two words', false],
  ['NOTIFY_API_KEY', 'only-the-secret-3d844edf-8d35-48ac-975b-e847b4f122b0', false],
  ['NOTIFY_CALLBACK_TOKEN', 'two words', false],
  ['NOTIFY_TEMPLATE_ID', 'Answer to a text', true],
  ['NOTIFY_BASE_URL', 'api.notifications', true],
])('%s that is wrong is told, and a secret is never printed', (name, value, printed) => {
  const given = { ...notify, [name]: value };
  expect(() => readSettings(given)).toThrow(
    new RegExp(`^Setting ${name} is ${printed ? JSON.stringify(value) : 'wrong'}; it should be `, 'u'),
  );
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
