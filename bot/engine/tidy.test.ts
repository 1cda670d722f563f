import fc from 'fast-check';
import { plainWords, tidy } from './tidy';
import { safety } from './turn';

const spelling = { '2moro': 'tomorrow', '2': 'to', '4': 'for', u: 'you', gonna: 'going to', ucas: 'ucas' };
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from(' aAß²İ´’م\u200dеs')) }),
);

test.each([
  ['capitals', 'I NEED Help', 'i need help'],
  ['accents', 'Soţul meu, muốn chết', 'sotul meu muon chet'],
  ['a straight apostrophe', "don't", 'dont'],
  ['a curly apostrophe', 'don’t', 'dont'],
  ['an apostrophe from a foreign keyboard', 'don´t', 'dont'],
  ['a full-width apostrophe', 'don＇t', 'dont'],
  ['stretched words', 'pleeeease helppp', 'pleease helpp'],
  ['letters that only look English', 'һelp мe рlease'.replace('һ', 'h'), 'help me please'],
  ['hidden characters inside a word', 'k\u200bi\u00adll', 'kill'],
  ['full-width letters', 'ｈｅｌｐ', 'help'],
  ['emoji, each a word', 'help🔪💊now', 'help 🔪 💊 now'],
  ['a sum of money', '£900', 'pound 900'],
  ['Arabic letters with more than one form', 'أريد أن أموت', 'اريد ان اموت'],
  ['Persian letters for Arabic ones', 'خودکشی', 'خودكشي'],
  ['punctuation', 'wait... what?! (ok)', 'wait what ok'],
])('%s make no difference to what is read', (_, typed, read) => {
  expect(plainWords(typed).join(' ')).toBe(read);
});

test.each([
  ['2moro', 'tomorrow'],
  ['r u gonna help', 'r you going to help'],
  ['i want 2 go', 'i want to go'],
  ['wait 4 me', 'wait for me'],
  ['2 weeks', '2 weeks'],
  ['4 kids and 2 rooms', '4 kids and 2 rooms'],
  ['2', '2'],
  ['2 4', '2 for'],
  ['i am 24', 'i am 24'],
])('"%s" is read as "%s"', (typed, read) => {
  expect(tidy(typed, spelling).tokens.join(' ')).toBe(read);
});

test('the words as typed are kept beside the words as meant', () => {
  expect(tidy('C u 2moro', spelling)).toEqual({ raw: ['c', 'u', '2moro'], tokens: ['c', 'you', 'tomorrow'] });
});

test.each(['constructor', '__proto__', 'toString'])('the word "%s" is only a word', (word) => {
  expect(tidy(word, {}).tokens).toEqual(tidy(word, {}).raw);
});

test('no text can stop it, and no word comes out empty or with a capital or a space', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of tidy(text, safety.spelling).tokens) {
        expect(word).not.toBe('');
        expect(word).toBe(word.toLowerCase());
        expect(word).not.toMatch(/\s/u);
      }
    }),
  );
});

test('plain words are already plain', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = plainWords(text);
      expect(plainWords(once.join(' '))).toEqual(once);
    }),
    { numRuns: 2000 },
  );
});

test('without text-speak to expand, the words are those typed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { tokens, raw } = tidy(text, {});
      expect(tokens).toEqual(raw);
    }),
  );
});

test('of a very long message the first 1,500 words are read', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `word${i}`);
  expect(plainWords(words.join(' '))).toEqual(words.slice(0, 1500));
});

test('what text-speak stands for is written in plain words', () => {
  expect(Object.values(safety.spelling).filter((meant) => plainWords(meant).join(' ') !== meant)).toEqual([]);
});
