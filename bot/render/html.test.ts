import fc from 'fast-check';
import { Html, html } from './html';

test.each([
  ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['quotes', `"a" 'b'`, '&quot;a&quot; &#39;b&#39;'],
  ['an ampersand', 'A & B &amp;', 'A &amp; B &amp;amp;'],
  ['plain words', 'council tax £3,000', 'council tax £3,000'],
])('%s put in is printed and never run', (_, typed, printed) => {
  expect(html`<p>${typed}</p>`.text).toBe(`<p>${printed}</p>`);
});

test.each([
  [null, ''],
  [undefined, ''],
  [false as const, ''],
  [0, '0'],
  ['', ''],
  [html`<b>${'<'}</b>`, '<b>&lt;</b>'],
  [[html`<li>${1}</li>`, html`<li>${2}</li>`], '<li>1</li><li>2</li>'],
  [[], ''],
])('%j is printed as "%s"', (value, printed) => {
  expect(html`${value}`.text).toBe(printed);
});

test('what is already safe is not escaped twice', () => {
  expect(html`${html`${html`${'&'}`}`}`.text).toBe('&amp;');
});

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

test('no text can open a tag or leave an attribute, and none of it is lost', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('&', '<', '>', '"', "'", 'a', ';', 'lt') })),
      (text) => {
        const printed = html`${text}`;
        expect(printed).toBeInstanceOf(Html);
        expect(printed.text).not.toMatch(/[<>"']/u);
        expect(unescaped(printed.text)).toBe(text);
      },
    ),
  );
});
