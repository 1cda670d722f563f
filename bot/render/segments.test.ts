import fc from 'fast-check';
import { plainForSms, segmentsOf } from './segments';

test.each([
  ['a', 1, 'GSM-7'],
  ['a'.repeat(160), 1, 'GSM-7'],
  ['a'.repeat(161), 2, 'GSM-7'],
  ['a'.repeat(306), 2, 'GSM-7'],
  ['a'.repeat(307), 3, 'GSM-7'],
  ['£'.repeat(160), 1, 'GSM-7'],
  ['€'.repeat(80), 1, 'GSM-7'],
  ['€'.repeat(81), 2, 'GSM-7'],
  ['é'.repeat(160), 1, 'GSM-7'],
  ['’'.repeat(70), 1, 'UCS-2'],
  ['’'.repeat(71), 2, 'UCS-2'],
  ['ł'.repeat(134), 2, 'UCS-2'],
  ['ł'.repeat(135), 3, 'UCS-2'],
  ['😀'.repeat(35), 1, 'UCS-2'],
  ['😀'.repeat(36), 2, 'UCS-2'],
])('%# a text message is counted as it is charged', (text, segments, encoding) => {
  expect(segmentsOf(text)).toEqual({ segments, encoding });
});

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'.split(
    '',
  );
const double = '^{}\\[~]|€'.split('');

function slowly(text: string): { segments: number; encoding: string } {
  const gsm = Array.from(text).every((c) => basic.includes(c) || double.includes(c));
  const [alone, joined] = gsm ? [160, 153] : [70, 67];
  const sizes = Array.from(text).map((c) => (gsm ? (double.includes(c) ? 2 : 1) : c.length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const encoding = gsm ? 'GSM-7' : 'UCS-2';
  if (total <= alone) return { segments: 1, encoding };
  let segments = 1;
  let room = joined;
  for (const size of sizes) {
    if (size > room) [segments, room] = [segments + 1, joined];
    room -= size;
  }
  return { segments, encoding };
}

test('counting one letter after another gives the same', () => {
  const letters = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...basic) },
    fc.constantFrom(...double),
    fc.constantFrom('’', 'ş', '😀'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(...basic, ...double), minLength: 1, maxLength: 500 }),
        fc.string({ unit: letters, minLength: 1, maxLength: 300 }),
        fc.string({ unit: fc.constantFrom(...'aZ 09_£@$%&"()*+,./:;<=>?!#\n-\''.split('')), minLength: 1, maxLength: 500 }),
      ),
      (text) => {
        expect(segmentsOf(text)).toEqual(slowly(text));
      },
    ),
  );
});

test('curly quotes, dashes and dots become plain ones', () => {
  expect(plainForSms('‘It’s’ “free” – or — not… • yes\u00a0now')).toBe(`'It's' "free" - or - not... - yes now`);
});

test('hyphens that do not break, minus signs, thin spaces, marks of no width and stray accents become plain too', () => {
  expect(plainForSms('0345\u20116000\u2009388 \u2212 a\u200bb `c´')).toBe("0345-6000 388 - ab 'c'");
});

test('making a text plain twice changes nothing more, and never makes it dearer', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '’', '“', '–', '•', '\u00a0', '£', '😀') }), (text) => {
      const plain = plainForSms(text);
      expect(plainForSms(plain)).toBe(plain);
      expect(segmentsOf(plain).segments).toBeLessThanOrEqual(segmentsOf(text).segments);
    }),
  );
});
