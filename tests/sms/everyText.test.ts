import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { turnWith } from '../../bot/engine/turn';
import type { Memory } from '../../bot/engine/types';
import { everyReply } from '../../bot/editor/everyReply';
import { readKnowledge } from '../../bot/kit/knowledge';
import { segmentsOf } from '../../bot/render/segments';
import { smsPages } from '../../bot/render/sms';
import { kits } from './start';

const now = Date.parse('2026-11-21T14:00:00Z');
const knowledge = readKnowledge('knowledge', 'locales/en/replies.json', []);
const replies = everyReply(knowledge, now, []).map(({ council, topic, reader, reply }) => {
  const whole = { ...reply, why: { rule: 'test' } };
  return { name: `${topic} in ${council} for ${reader}`, whole, pages: smsPages(whole) };
});

test('every text of every answer, first or after MORE, is at most two GSM-7 segments', () => {
  const costs = replies.flatMap(({ name, pages }) => pages.map((page, i) => ({ name, page: i + 1, ...segmentsOf(page) })));
  expect(costs.length).toBeGreaterThan(replies.length);
  expect(costs.filter((c) => c.segments > 2 || c.encoding !== 'GSM-7')).toEqual([]);
});

test('every text but the last of an answer ends with Reply MORE, and none is lost', () => {
  const untold = replies.filter(({ pages }) => pages.some((page, i) => page.endsWith('Reply MORE') !== i < pages.length - 1));
  expect(untold.map(({ name }) => name)).toEqual([]);
  const letters = (text: string) => text.replace(/[’‘]/g, "'").replace(/ Reply MORE$/, '').replace(/\s/g, ''); // prettier-ignore
  const lost = replies.filter(({ whole, pages }) => whole.brief.some((part) => !letters(pages.map(letters).join('')).includes(letters(part.text)))); // prettier-ignore
  expect(lost.map(({ name }) => name)).toEqual([]);
});

test('a phone can ring every number in every text: the number stands in one text, written as its country writes it', () => {
  const texts = [...new Set(replies.flatMap(({ pages }) => pages))];
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(/\b0\d{2,4}[\d ]{5,}\d\b/g)].map((m) => ({ text, number: m[0].replace(/ /g, '') })),
  );
  expect(numbers.length).toBeGreaterThan(200);
  const uncallable = numbers.filter(({ text, number }) =>
    findPhoneNumbersInText(text, 'GB').every((found) => found.number.number.replace('+44', '0') !== number),
  );
  expect(uncallable).toEqual([]);
});

const council = (id: string | undefined) => ({ ...(id && { council: id }) });

test.each([undefined, ...kits.councils])(
  'in %s what is said beside answers is at most two segments, and names 999 where it hands over',
  (id) => {
    const said = [
      'hello',
      'thanks',
      'help',
      'who can i speak to',
      'bye',
      'habla espanol',
      'im from scotland',
      'money',
      'qwx',
      'zxv',
      'jkq',
      'vbw',
    ];
    let memory: Memory = council(id);
    const texts = said.map((text) => {
      const { reply, memory: after } = turnWith((c) => kits.for(c).kit, memory, { text, channel: 'sms' }, now);
      memory = after;
      return { kind: reply.kind, pages: smsPages(reply) };
    });
    expect(texts.flatMap(({ pages }) => pages).filter((page) => segmentsOf(page).segments > 2)).toEqual([]);
    const handed = texts.filter(({ kind }) => kind === 'person' || kind === 'unknown');
    expect(handed.map(({ pages }) => pages[0]!.includes('999'))).toEqual(handed.map(() => true));
    expect(handed.length).toBeGreaterThan(2);
  },
);
