import fc from 'fast-check';
import type { Kind, Part, Reply } from '../engine/types';
import { segmentsOf } from './segments';
import { asSms, smsPages } from './sms';

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
  expect(asSms(reply('answer', ['First.', 'b'.repeat(250), 'c'.repeat(80)]))).toBe(`First. ${'b'.repeat(250)} Reply MORE`);
});

test('a crisis may take one part more', () => {
  const parts = ['Call 999 now.', 'd'.repeat(200), 'e'.repeat(200)];
  expect(asSms(reply('help-now', parts))).toBe(parts.join(' '));
  expect(asSms(reply('answer', parts))).toBe(`${parts.slice(0, 2).join(' ')} Reply MORE`);
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

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', 'ş', '.'), minLength: 1, maxLength: 150 }), {
  minLength: 1,
  maxLength: 6,
});
const whole = (text: string) => segmentsOf(text).segments <= 2;

test('a crisis is one message: the first parts, as many as fit in three', () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const fit = parts.map((_, i) => parts.slice(0, i + 1).join(' ')).filter((text, i) => i === 0 || segmentsOf(text).segments <= 3);
      expect(smsPages(reply('help-now', parts))).toEqual([fit.at(-1)]);
    }),
  );
});

test('what does not fit waits for MORE: nothing is lost, said twice or out of order, and no message costs over two', () => {
  fc.assert(
    fc.property(fc.constantFrom<Kind>('answer', 'act'), texts, (kind, parts) => {
      const pages = smsPages(reply(kind, parts));
      const said = pages.map((page, i) => (i < pages.length - 1 ? page.replace(/ Reply MORE$/u, '') : page)).join(' ');
      const letters = (text: string) => text.replace(/\s/gu, '');
      expect(letters(said)).toBe(letters(parts.join(' ')));
      expect(parts.every(whole) && !pages.every(whole)).toBe(false);
    }),
  );
});

test('a message that leaves something for the next ends with Reply MORE, and the last does not', () => {
  const pages = smsPages(reply('answer', ['What it is.', 'Do this.', 'a'.repeat(290), 'b'.repeat(295), 'Who to ask.']));
  expect(pages).toEqual([
    'What it is. Do this. Reply MORE',
    `${'a'.repeat(290)} Reply MORE`,
    `${'b'.repeat(295)} Reply MORE`,
    'Who to ask.',
  ]);
});

test('MORE gives the next message, and after the last says that there is no more', () => {
  const told = reply('answer', ['What it is.', 'Do this.', 'a'.repeat(290)]);
  expect([1, 2].map((page) => asSms({ ...told, page }))).toEqual(['a'.repeat(290), expect.stringContaining('That is all')]);
});

test('the next step is never given up for the words Reply MORE', () => {
  const parts = ['a'.repeat(150), 'b'.repeat(150), 'Who to ask.'];
  expect(smsPages(reply('answer', parts))).toEqual([parts.slice(0, 2).join(' '), 'Who to ask.']);
});

test('one part too long for a message is parted between sentences', () => {
  const pages = smsPages(reply('person', [`${'a'.repeat(200)}. ${'b'.repeat(90)}. Ring 116 123.`]));
  expect(pages).toEqual([`${'a'.repeat(200)}. ${'b'.repeat(90)}. Reply MORE`, 'Ring 116 123.']);
});

test('a crisis never says Reply MORE', () => {
  expect(asSms(reply('help-now', ['Call 999.', 'a'.repeat(300), 'b'.repeat(300)]))).not.toContain('MORE');
});

test('letters that are not Latin may take four segments', () => {
  const tigrinya = (letters: number) => 'ሰ'.repeat(letters);
  expect(smsPages(reply('answer', ['ሰ', tigrinya(240), tigrinya(30)]))).toEqual([`ሰ ${tigrinya(240)} Reply MORE`, tigrinya(30)]);
});

test('so may letters that take the room of two', () => {
  const rohingya = (letters: number) => '𐴀'.repeat(letters);
  expect(smsPages(reply('answer', [rohingya(1), rohingya(110), rohingya(30)]))).toEqual([
    `${rohingya(1)} ${rohingya(110)} Reply MORE`,
    rohingya(30),
  ]);
});

describe('the way to the page', () => {
  const link = 'https://ask.example.gov.uk';
  const long = (letters: number) => reply('answer', ['a'.repeat(letters), 'b', 'c'.repeat(300)]);

  test('stands beside Reply MORE when it fits', () => {
    expect(asSms(long(100), link)).toBe(`${'a'.repeat(100)} b Online: ${link} Reply MORE`);
  });

  test('is left out when it would cost a segment more', () => {
    expect(asSms(long(280), link)).toBe(`${'a'.repeat(280)} b Reply MORE`);
  });

  test('is left out when everything was said, and when there is none', () => {
    expect(asSms(reply('answer', ['All.']), link)).toBe('All.');
    expect(asSms(long(100))).not.toContain('http');
  });
});
