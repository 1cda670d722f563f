import { openKits } from '../host/kits.node';
import { saysOver } from './afterCrisis';
import { turn } from './turn';
import type { CrisisCategory, Memory } from './types';

const { kit } = openKits('build/kits').for('devon');
const now = Date.parse('2026-11-23T10:00:00Z');
const after = (crisis: CrisisCategory, text: string, more: Memory = {}) =>
  turn(kit, { council: 'devon', crisis, ...more }, { text, channel: 'web' }, now);

test.each(['shes safe', 'ok they found her shes safe', 'im safe now', 'ambulance here hes ok', 'police got him im alright', 'false alarm'])(
  '"%s" says that it is over',
  (said) => expect(saysOver(said.split(' '))).toBe(true),
);

test.each([
  'im not ok', 'im ok but hes outside', 'hes ok i think', 'they said shes fine', 'he has got her', 'get police here', 'im fine if i die', 'im safe until he comes', 'is she safe',
  'im ok '.repeat(20).trim(),
])('"%s" does not', (said) => expect(saysOver(said.split(' '))).toBe(false)); // prettier-ignore

test('once it is over the help ends, with the number said once more', () => {
  const { reply, memory } = after('missing', 'they found her shes safe');
  expect([reply.kind, reply.why.rule, memory.crisis]).toEqual(['act', 'crisis over', undefined]);
  expect(reply.parts.map((p) => p.text).join(' ')).toMatch(/glad.*Missing People|glad.*116 000/u);
});

test('a rule that fires stands against any word that it is over', () => {
  expect(after('missing', 'shes safe but i want to kill myself').reply.crisis).toBe('suicide-self-harm');
});

test('thanks are answered as thanks, with the number, and the help goes on', () => {
  const { reply, memory } = after('abuse', 'ok thank you');
  expect([reply.act, memory.crisis]).toEqual(['thanks', 'abuse']);
  expect(reply.parts.some(({ text }) => text.startsWith('If things are still hard'))).toBe(true);
});

const thanked: Memory = { eased: true };

test('once they have thanked, what is plainly about something else is answered, with the number once more', () => {
  for (const said of ['im behind with my rent', 'i need a new passport', 'my pa never rings me']) {
    expect(after('suicide-self-harm', said).reply.kind).toBe('help-now');
    const { reply, memory } = after('suicide-self-harm', said, thanked);
    expect([said, reply.kind, memory.crisis, memory.eased]).toEqual([said, 'answer', undefined, undefined]);
    expect(reply.parts.map((p) => p.text).join(' ')).toContain('116 123');
  }
  expect(after('suicide-self-harm', 'ok thanks').memory.eased).toBe(true);
  expect(after('suicide-self-harm', 'can i talk to a real person', thanked).memory.eased).toBe(true);
});

test.each(['ok', 'its happening again', 'hes back', 'i cant do this', 'im so tired of it all', 'she did nothing', 'what do i do'])(
  'though they have thanked, "%s" leaves the help where it is',
  (said) => expect(after('abuse', said, thanked).reply.kind).toBe('help-now'),
);

test('two questions after thanks are both answered', () => {
  const { reply } = after('abuse', 'can i get help with driving lessons and whats a setting up home grant', thanked);
  expect([reply.kind, reply.topics]).toEqual(['answer', expect.arrayContaining(['transport', 'setting-up-home-allowance'])]);
});

test('what was only guessed to be a crisis gives way to plain words on a subject, what a rule saw does not', () => {
  const next = (memory: Memory) => turn(kit, memory, { text: 'i smoke weed every day and wanna stop', channel: 'web' }, now).reply.kind;
  const guesses = ['college wanna kick me out', 'they say no place until september', 'its every night now', 'i not know where to go'];
  const guessed = guesses.map((text) => turn(kit, { council: 'devon' }, { text, channel: 'web' }, now)).find(({ memory }) => memory.eased);
  expect([guessed?.reply.kind, guessed && next(guessed.memory)]).toEqual(['help-now', 'answer']);
  const seen = turn(kit, { council: 'devon' }, { text: 'i want to kill myself', channel: 'web' }, now);
  expect([seen.memory.eased, next(seen.memory)]).toEqual([undefined, 'help-now']);
  // A guess while a crisis that a rule saw goes on changes nothing.
  const still = turn(kit, seen.memory, { text: guesses[2]!, channel: 'web' }, now);
  expect([still.reply.kind, still.memory.eased]).toEqual(['help-now', undefined]);
});

test('a new crisis is not thanked for', () => {
  const { reply, memory } = after('missing', 'i want to kill myself', thanked);
  expect([reply.crisis, memory.eased]).toEqual(['suicide-self-harm', undefined]);
});

test.each(['ok', 'k', 'idk', 'why me', 'im so tired', 'what do i do'])('"%s" leaves the help where it is', (said) => {
  expect(after('abuse', said).reply.kind).toBe('help-now');
});

test('a goodbye ends a talk, but never from somebody who thinks of suicide', () => {
  expect(after('missing', 'ok bye').reply.act).toBe('goodbye');
  expect(after('suicide-self-harm', 'ok bye').reply.kind).toBe('help-now');
});

test('a call for a person is answered, with the number', () => {
  const { reply, memory } = after('suicide-self-harm', 'can i talk to a real person');
  expect([reply.act, memory.crisis]).toEqual(['human', 'suicide-self-harm']);
  expect(reply.parts.map((p) => p.text).join(' ')).toContain('116 123');
});

test('a plain question is answered, with the number once', () => {
  const { reply, memory } = after('abuse', 'do i pay council tax');
  expect([reply.kind, reply.topics[0], memory.crisis]).toEqual(['answer', 'council-tax', undefined]);
  expect(reply.parts.some(({ text }) => text.startsWith('If things are still hard'))).toBe(true);
});
