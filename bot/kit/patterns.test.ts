import fc from 'fast-check';
import { spans } from '../engine/pattern';
import { plainWords } from '../engine/tidy';
import { pattern } from './patterns';

const lists = { hurts: ['hit', 'hits', 'beat up', 'punch*'], who: ['me', 'my (brother|sister)'] };
const found = (line: string, said: string) => spans(pattern(line, lists), plainWords(said)).length > 0;

test.each([
  ['hit me', 'he hit me', true],
  ['hit me', 'he hit only me', false],
  ['(hit|beat) me', 'they beat me', true],
  ['<hurts> me', 'they beat up me', true],
  ['<hurts> me', 'he punches me', true],
  ['<hurts> <who>', 'she hits my sister', true],
  ['<hurts> <who>', 'she hits my dog', false],
  ['hit ... me', 'hit and hurt me', true],
  ['hit ... me', 'hit a b c d me', false],
  ['hit ...5 me', 'hit a b c d me', true],
  ['hit ...0 me', 'hit me', true],
  ['hit ...0 me', 'hit a me', false],
  ['(my)? mum hit', 'mum hit', true],
  ['<who>? scared', 'scared', true],
  ['help? overdose', 'overdose', true],
  ['^ overdose $', 'overdose', true],
  ['^ overdose $', 'about overdose', false],
  ['(cant|can not) (go|get) (home|in)', 'i can not get home', true],
  ['overdos*', 'overdosing', true],
  ['m-am sinucis', 'm-am sinucis', true],
  ['سئمت الحياه', 'سئمت الحياة', true],
  ['💊 🔪', 'i have 💊🔪', true],
  ['((my|the) mum|dad) left', 'then the mum left', true],
  ['((my|the) mum|dad) left', 'dad left', true],
  ['gone (now|$)', 'she is gone', true],
  ['gone (now|$)', 'gone fishing', false],
  ['(^|and) help', 'help', true],
  ['(^|and) help', 'no help', false],
])('the pattern "%s" is met by "%s": %s', (line, said, expected) => {
  expect(found(line, said)).toBe(expected);
});

test.each([
  ['', 'would match anything'],
  ['...', 'would match anything'],
  ['^ $', 'would match anything'],
  ['(hit)?', 'would match anything'],
  ['<hurts>?', 'would match anything'],
  ['(hit|) me', 'no words'],
  ['() me', 'no words'],
  ['<nobody> me', 'no list <nobody>'],
  ['(hit me', 'cannot read'],
  ['hit) me', 'cannot read'],
  ['(hit ...2 me|beat)', 'inside brackets'],
  ['<hurts me', 'cannot read'],
  ['h* me', 'after two letters'],
  ['over*dose', 'at the end'],
  ['* me', 'at the end'],
  ['Hit me', 'lower case'],
  ["don't", 'apostrophes'],
  ['hit | me', 'lower case'],
  ['→ me', 'tidy leaves nothing'],
  ['hit ...me', 'spaces round'],
  ['hit...me', 'spaces round'],
  ['^help', 'spaces round'],
  ['help$', 'spaces round'],
  ['hit (a ... b)', 'inside brackets'],
])('the line "%s" is refused: %s', (line, why) => {
  expect(() => pattern(line, lists)).toThrow(why);
});

test('a member of a list that can never be met is refused too', () => {
  for (const member of ['(my mum', '<hurts>', 'Mum', '']) expect(() => pattern('<a> hit', { a: [member] })).toThrow(Error);
});

test('a list named like a part of JavaScript is only a list that is not there', () => {
  expect(() => pattern('<constructor> me', lists)).toThrow('no list <constructor>');
});

test('a line of plain words is met where those words stand side by side, and nowhere else', () => {
  const words = fc.array(fc.constantFrom('he', 'hit', 'me', 'my', 'mum'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(words, fc.array(fc.constantFrom('he', 'hit', 'me', 'my', 'mum'), { maxLength: 8 }), (line, said) => {
      expect(found(line.join(' '), said.join(' '))).toBe(` ${said.join(' ')} `.includes(` ${line.join(' ')} `));
    }),
  );
});

function outcome(line: string): string {
  try {
    return pattern(line, lists).some((step) => 'words' in step && step.words.every((phrase) => phrase.length > 0)) ? 'made' : 'empty';
  } catch (error) {
    return (error as Error).message;
  }
}

test('any line either makes a pattern or is refused with a reason', () => {
  const odd = fc.string({
    unit: fc.constantFrom('a', 'bcd', ' ', '(', ')', '|', '<', '>', '?', '.', '...', '*', '^', '$', '7', 'é', '"', '💊'),
  });
  fc.assert(
    fc.property(fc.oneof(odd, fc.string(), fc.string({ unit: 'binary' })), (line) => {
      expect(outcome(line)).toMatch(
        /^(made|.*(match anything|cannot read|no list|star|lower case|no words|leaves nothing|spaces round|inside brackets).*)$/su,
      );
    }),
    { numRuns: 1000 },
  );
});
