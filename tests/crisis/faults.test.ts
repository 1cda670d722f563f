import { createTalk, type Room } from '../../bot/channels/talk';
import type { Reply, Said } from '../../bot/engine/types';
import { openKits, type Held, type Kits } from '../../bot/host/kits.node';
import { inProcessMemory } from '../../bot/host/memory.node';
import { asFields } from '../../bot/render/json';

// Every step broken in turn. Whatever fails, a person in a crisis reads 999 and a number to call, at once.

const night = Date.parse('2026-11-21T02:00:00Z');
const kits = openKits('build/kits');
const broken = () => {
  throw new Error('broken on purpose');
};
const rejects = () => Promise.reject(new Error('broken on purpose'));
const kitsOf = (held: (council: string | undefined) => Held): Kits => ({ councils: kits.councils, for: held, sound: () => false });
const spoilt = (field: string, value: unknown): Kits =>
  kitsOf((council) => ({ kit: { ...kits.for(council).kit!, [field]: value }, sound: true }));

const sound = (): Room => ({ kits, memory: inProcessMemory(), clock: () => night, count: () => undefined });
const faults: readonly (readonly [string, (room: Room) => Room])[] = [
  ['nothing', (room) => room],
  ['the kits cannot be looked for', (room) => ({ ...room, kits: kitsOf(broken) })],
  ['there is no kit', (room) => ({ ...room, kits: kitsOf(() => ({ kit: null, sound: false })) })],
  ['the kit is empty', (room) => ({ ...room, kits: kitsOf(() => ({ kit: {} as never, sound: true })) })],
  ...['entries', 'ranker', 'says', 'councils', 'services', 'glossary', 'sources', 'events', 'elsewhere'].flatMap((field) => [
    [`the kit has no ${field}`, (room: Room) => ({ ...room, kits: spoilt(field, undefined) })] as const,
    [`the kit's ${field} are of another shape`, (room: Room) => ({ ...room, kits: spoilt(field, 7) })] as const,
  ]),
  ['the memory cannot be read', (room) => ({ ...room, memory: { ...room.memory, get: rejects } })],
  ['the memory cannot be written', (room) => ({ ...room, memory: { ...room.memory, put: rejects } })],
  ['the memory throws', (room) => ({ ...room, memory: { get: broken, put: broken } })],
  ['the memory holds nonsense', (room) => ({ ...room, memory: { ...room.memory, get: () => Promise.resolve({ council: 7, offered: 'x', misses: 'y' } as never) } })],
  ['the counters throw', (room) => ({ ...room, count: broken })],
  ['the clock is wrong', (room) => ({ ...room, clock: () => Number.NaN })],
  ['the clock throws', (room) => ({ ...room, clock: broken })],
]; // prettier-ignore

const said = (text: string): Said => ({ text, channel: 'web' });
// A number that a person answers, beside 999.
const person = /\b(116 \d{3}|0\d{3} \d{3,4}( \d{3,4})?|08 08 16 89 111|08000 121 700|ring 111)\b/u;
const safe = (reply: Reply) => {
  for (const channel of ['web', 'sms', 'teams'] as const) {
    const { text } = asFields(reply, channel, null, 'en');
    expect(text).toContain('999');
    expect(text).toMatch(person);
  }
};
const timed = async (room: Room, message: Said): Promise<[Reply, number]> => {
  const talk = createTalk(room);
  const from = performance.now();
  const reply = await talk('someone', message);
  return [reply, performance.now() - from];
};

const long = `help ${'i cant do this and he keeps hitting me '.repeat(300)}`.slice(0, 10_000);
const crises: readonly (readonly [string, Said])[] = [
  ['in danger', said('there is a man with a knife outside my door')],
  ['thinking of suicide', { ...said('i want to die'), council: 'devon' }],
  ['by text message', { text: 'nowhere 2 sleep 2nite', channel: 'sms', council: 'leicestershire' }],
  ['in a language that is not known', { ...said('i want to kill myself'), lang: 'xx' }],
  ['from a council that is not known', { ...said('my carer hits me'), council: 'atlantis' }],
  ['with STOP before it', said('STOP he is hitting me')],
  ['in ten thousand characters', said(long)],
];

describe.each(faults)('when %s', (_, fault) => {
  test.each(crises)('a person %s is told 999 and whom to ring, in under 50 ms', async (__, message) => {
    const room = fault(sound());
    let quickest = Infinity;
    // The quickest of three to ten: what is measured is this program, not what else the machine is doing.
    for (let go = 0; go < 3 || (go < 10 && quickest >= 50); go++) {
      const [reply, took] = await timed(room, message);
      safe(reply);
      quickest = Math.min(quickest, took);
    }
    expect(quickest).toBeLessThan(50);
  });

  test('two messages at once are both answered', async () => {
    const talk = createTalk(fault(sound()));
    const replies = await Promise.all([talk('one', said('i want to die')), talk('one', said('she took all her tablets'))]);
    replies.forEach(safe);
    expect(replies).toHaveLength(2);
  });
});

test.each(faults.slice(1, 8))('when %s, an ordinary question still gets somewhere to go', async (_, fault) => {
  const [reply] = await timed(fault(sound()), said('do i pay council tax'));
  safe(reply);
  expect(reply.kind).toBe('person');
});

describe('in each room of the engine', () => {
  const rooms = ['tidy', 'crisis', 'suspect', 'seeCrisis', 'understand', 'decide', 'alsoAsked', 'panel'] as const;
  test.each(rooms)('a fault in %s leaves 999 and whom to ring', (room) => {
    jest.isolateModules(() => {
      const real = jest.requireActual<Record<string, unknown>>(`../../bot/engine/${room}`);
      const faulty = Object.fromEntries(Object.entries(real).map(([name, one]) => [name, typeof one === 'function' ? broken : one]));
      jest.doMock(`../../bot/engine/${room}`, () => faulty);
      const { turnWith } = jest.requireActual<typeof import('../../bot/engine/turn')>('../../bot/engine/turn');
      expect(crises.length).toBeGreaterThan(0);
      for (const [, message] of crises) safe(turnWith((council) => kits.for(council).kit, {}, message, night).reply);
      jest.dontMock(`../../bot/engine/${room}`);
    });
  });

  test('with rules that see nothing, only the safe reply is given', () => {
    jest.isolateModules(() => {
      const data = jest.requireActual<object>('../../bot/engine/safety.data.json');
      jest.doMock('../../bot/engine/safety.data.json', () => ({ ...data, rules: [] }));
      const { blindTo, turnWith } = jest.requireActual<typeof import('../../bot/engine/turn')>('../../bot/engine/turn');
      expect(blindTo.length).toBeGreaterThan(20);
      const { reply } = turnWith((council) => kits.for(council).kit, {}, said('do i pay council tax'), night);
      expect(reply.kind).toBe('person');
      safe(reply);
      jest.dontMock('../../bot/engine/safety.data.json');
    });
  });
});
