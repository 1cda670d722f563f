import { createSms, type SmsRoom } from './sms';
import { createTalk, type Talk } from './talk';
import { openKits } from '../host/kits.node';
import { inProcessMemory } from '../host/memory.node';
import { segmentsOf } from '../render/segments';
import { readSettings } from '../settings';

const clock = () => Date.parse('2026-11-21T02:00:00Z');
const talk = createTalk({ kits: openKits('build/kits'), memory: inProcessMemory(), clock, count: () => undefined });
const sms = (room: Partial<SmsRoom> = {}) => createSms({ talk, clock, settings: readSettings({}), ...room });
const text = (words: string, from: string | null = '+447700900123') => ({ id: 'a', from, text: words, pictures: false, answered: false });

test('the talk hears a person by a name that is not their number, the same for each of their texts', async () => {
  const heard: string[] = [];
  const listening: Talk = (who, said) => (heard.push(who), talk(who, said));
  const answer = sms({ talk: listening });
  for (const from of ['+447700900123', '+447700900123', '+447700900124']) await answer(text('hello', from));
  expect([heard[0] === heard[1], heard[1] === heard[2], heard.some((who) => who.includes('7700'))]).toEqual([true, false, false]);
});

test('another process gives the same person another name', async () => {
  const heard: string[] = [];
  const listening: Talk = (who, said) => (heard.push(who), talk(who, said));
  for (const answer of [sms({ talk: listening }), sms({ talk: listening })]) await answer(text('hello'));
  expect(heard[0]).not.toBe(heard[1]);
});

test.each<[string, Partial<SmsRoom>]>([
  ['the talk fails', { talk: () => Promise.reject(new Error('broken')) }],
  ['the talk throws', { talk: () => { throw new Error('broken'); } }], // prettier-ignore
  ['the talk gives a reply with nothing in it', { talk: () => Promise.resolve({} as never) }],
])('when %s, the text is the safe one', async (_, broken) => {
  const [safe, ...more] = await sms(broken)(text('do i pay council tax'));
  expect(more).toEqual([]);
  for (const words of ['999', '116 123']) expect(safe).toContain(words);
  expect(segmentsOf(safe!).segments).toBeLessThanOrEqual(3);
});

test('the introduction takes its name from the settings, and is a text of its own where both cost over two segments', async () => {
  const answer = sms({ settings: readSettings({ BRAND_NAME: 'Ask Devon' }) });
  const [introduction, more] = await answer(text('do i pay council tax'));
  expect([introduction!.startsWith('Ask Devon. '), segmentsOf(introduction!).segments, more === undefined]).toEqual([true, 1, false]);
  const [both, none] = await answer(text('thanks', '+447700900125'));
  expect([both!.startsWith('Ask Devon. '), both!.includes('You are welcome'), none]).toEqual([true, true, undefined]);
});

test('the way to the page is given only where its address is set', async () => {
  const settings = readSettings({ PUBLIC_URL: 'https://a.uk' });
  const longer = 'is there a bursary for apprentices';
  expect((await sms()(text(longer))).join(' ')).not.toContain('http');
  expect((await sms({ settings })(text('what can a care leaver get from the local offer'))).join(' ')).toContain('https://a.uk');
});
