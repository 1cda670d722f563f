import fc from 'fast-check';
import type { Kind, Part, Reply } from '../engine/types';
import { segmentsOf } from './segments';
import { asSms } from './sms';

const part = (text: string): Part => ({ role: 'what', text });

function reply(kind: Kind, brief: readonly string[], choices: readonly string[] = []): Reply {
  return {
    kind,
    topics: [],
    crisis: null,
    act: null,
    title: 'Title',
    parts: [part('the long form, which is never sent')],
    brief: brief.map(part),
    choices,
    ref: 'CT',
    council: null,
    why: { rule: 'test' },
  };
}

test('a short reply is sent whole, in its order', () => {
  expect(asSms(reply('answer', ['No charge.', 'Tell them.', 'Ask the team.']))).toBe('No charge. Tell them. Ask the team.');
});

test('a long reply loses whole parts from its end and never half a sentence', () => {
  expect(asSms(reply('answer', ['First.', 'b'.repeat(250), 'c'.repeat(80)]))).toBe(`First. ${'b'.repeat(250)}`);
});

test('a crisis may take one part more', () => {
  const parts = ['Call 999 now.', 'd'.repeat(200), 'e'.repeat(200)];
  expect(asSms(reply('help-now', parts))).toBe(parts.join(' '));
  expect(asSms(reply('answer', parts))).toBe(parts.slice(0, 2).join(' '));
});

test('the first part is always sent, however long', () => {
  expect(asSms(reply('help-now', ['f'.repeat(2000), 'g']))).toBe('f'.repeat(2000));
});

test('when it asks which, the choices are numbered', () => {
  expect(asSms(reply('which', ['Which of these?'], ['Council tax', 'Money']))).toBe(
    'Which of these? Reply with a number: 1 Council tax, 2 Money',
  );
});

test('other replies do not list their choices', () => {
  expect(asSms(reply('unknown', ['Sorry.'], ['Council tax']))).toBe('Sorry.');
});

test('curly quotes are made plain, so that no message costs double', () => {
  expect(segmentsOf(asSms(reply('answer', ['You’re “in” – yes…'])))).toEqual({ segments: 1, encoding: 'GSM-7' });
});

test('what is sent is always the first parts, as many as fit', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'ş', '.'), minLength: 1, maxLength: 150 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.constantFrom<Kind>('answer', 'help-now', 'act'), texts, (kind, parts) => {
      const limit = kind === 'help-now' ? 3 : 2;
      const fits = parts.map((_, i) => parts.slice(0, i + 1).join(' ')).filter((text, i) => i === 0 || segmentsOf(text).segments <= limit);
      expect(asSms(reply(kind, parts))).toBe(fits.at(-1));
    }),
  );
});
