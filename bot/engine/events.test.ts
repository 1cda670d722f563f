import { openKits } from '../host/kits.node';
import { readDays } from '../host/dates.node';
import { findEvents } from './events';
import { tidy } from './tidy';
import { safety, turn } from './turn';
import type { Calendar, Kit, LocalEvent } from './types';

const now = Date.parse('2026-11-21T14:00:00Z');
const event = (name: string, date: string): LocalEvent => ({
  name,
  description: 'For care leavers.',
  date,
  starts: '18:00',
  place: 'the hall',
});
const events = [
  event('Old meeting', '2026-11-01'),
  event('Football', '2026-11-24'),
  event('Pizza night', '2026-11-27'),
  event('Quiz', '2026-12-05'),
  event('Carols', '2026-12-25'),
];
const found = openKits('build/kits').for('devon').kit!;
const kit: Kit = { ...found, events, says: { ...found.says, 'days-not-known': 'I do not know those dates.' } };
const { bankHolidays } = safety;

const ask = (text: string, second?: Calendar['readDays']) => turn(kit, { council: 'devon' }, { text, channel: 'web' }, now, second).reply;
const names = (text: string, second?: Calendar['readDays']) =>
  events.map((e) => e.name).filter((name) => ask(text, second).parts.some((part) => part.text.startsWith(`${name}.`)));

test.each([
  ['what events are on next friday', ['Pizza night']],
  ['what events are on in november', ['Football', 'Pizza night']],
  ['what events are on 4th to 6th december', ['Quiz']],
  ['any events on the bank holiday', ['Carols']],
  ['when is the football event', ['Football']],
])('"%s" is answered with %j', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('days that only the second reader knows are read with it, and without it all that comes is shown', () => {
  expect(names('what events are on in 3 days', readDays)).toEqual(['Football']);
  expect(names('what events are on 5/12', readDays)).toEqual(['Quiz']);
  expect(names('what events are on in 3 days')).toEqual(['Football', 'Pizza night', 'Quiz']);
});

test('half term is owned up to, with what comes next', () => {
  const reply = ask('what events are on in half term', readDays);
  expect(reply.parts[0]).toEqual({ role: 'notice', text: 'I do not know those dates.' });
  expect(names('what events are on in half term', readDays)).toEqual(['Football', 'Pizza night', 'Quiz']);
});

test('the second reader is asked only about events, and only what our own could not read', () => {
  const asked: string[] = [];
  const second = (text: string) => {
    asked.push(text);
    return null;
  };
  for (const text of [
    'do i pay council tax',
    'what events are on friday',
    'what events are on in half term',
    'what events are on in 3 days',
  ])
    ask(text, second);
  expect(asked).toEqual(['what events are on in 3 days']);
});

test('a second reader that fails costs no more than the dates: the reply is still a safe one', () => {
  const reply = ask('what events are on in 3 days', () => {
    throw new Error('broken');
  });
  expect(reply.parts.some((part) => part.text.includes('999'))).toBe(true);
});

test('no event is shown twice or out of order, and never one that is past', () => {
  const words = tidy('whats on', safety.spelling);
  const { events: shown } = findEvents(words, events.toReversed(), now, { bankHolidays });
  expect(shown.map((e) => e.name)).toEqual(['Football', 'Pizza night', 'Quiz']);
});
