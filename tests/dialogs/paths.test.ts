import { turnWith } from '../../bot/engine/turn';
import type { Ask, Channel, Dialog, Kit, Memory, Turn } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { asSms } from '../../bot/render/sms';
import { segmentsOf } from '../../bot/render/segments';
import { asTeams } from '../../bot/render/teams';
import { asText } from '../../bot/render/text';
import { page } from '../../bot/render/page';

// Every path through every dialog, as a person would type it: each answer of each question, one turn after another.
const kits = openKits('build/kits');
const national = kits.for(undefined).kit!;
const now = Date.parse('2026-11-23T10:00:00Z');
const mostTurns = 12;
const mostQuestions = 6;
const mostSegments = 2;

const ages = ['15', 'im 17', 'nearly 20', '22', '30'];
const words: Readonly<Record<string, readonly string[]>> = {
  what: ['football', 'zzzz', 'this weekend'],
  need: ['food bank', 'zzzz', 'someone to talk to'],
};

function answersTo(ask: Ask, kit: Kit): readonly string[] {
  if (ask.answer === 'age') return ages;
  if (ask.answer === 'yes-no') return ['yes', 'nah', 'not sure'];
  if (ask.answer === 'council') return [...kit.councils.map((c) => c.shortName), 'no idea'];
  if (ask.answer === 'words') return words[ask.key]!;
  return ask.choices.map((_, i) => String(i + 1));
}

const said = (memory: Memory, text: string, channel: Channel = 'web'): Turn =>
  turnWith((id) => kits.for(id).kit, memory, { text, channel }, now);

interface End {
  readonly path: readonly string[];
  readonly turn: Turn;
}

// A turn is pure, so what two paths share is walked once.
function* walk(turn: Turn, path: readonly string[]): Generator<End> {
  const { dialog } = turn.memory;
  if (!dialog || path.length > mostTurns) {
    yield { path, turn };
    return;
  }
  expect(turn.reply.kind).toBe('dialog');
  expect([turn.reply.parts[0]!.text, segmentsOf(asSms(turn.reply)).segments <= mostSegments]).toEqual([turn.reply.parts[0]!.text, true]);
  for (const choice of turn.reply.choices) expect(asSms(turn.reply)).toContain(choice);
  const kit = kits.for(turn.memory.council).kit!;
  const ask = kit.dialogs[dialog.id]!.asks.find(({ key }) => key === dialog.asking)!;
  for (const answer of answersTo(ask, kit)) yield* walk(said(turn.memory, answer), [...path, answer]);
}

const channels: Readonly<Record<Channel, (turn: Turn) => string>> = {
  web: ({ reply, memory }) =>
    page({
      brand: { name: 'x', logo: false },
      councils: [],
      conversation: 'a',
      council: memory.council ?? null,
      reader: null,
      turn: { asked: 'x', reply },
    }),
  sms: ({ reply }) => asSms(reply),
  teams: ({ reply }) => JSON.stringify(asTeams(reply, 'Here')),
  directline: ({ reply }) => asText(reply, 'Here'),
};

const dialogs = Object.values(national.dialogs);

test.each(dialogs.map((dialog): [string, Dialog] => [dialog.id, dialog]))('every path through %s ends and can be shown', (_, dialog) => {
  let paths = 0;
  // Paths that end in the same words are shown once.
  const ends = new Set<string>();
  for (const { path, turn } of walk(said({}, dialog.title), [])) {
    paths++;
    const { reply } = turn;
    const where = path.join(' > ');
    expect([where, reply.kind, path.length <= mostQuestions]).toEqual([where, 'answer', true]);
    expect([where, reply.parts.some(({ role }) => role === 'next'), reply.parts.some(({ role }) => role === 'who')]).toEqual([where, true, dialog.id !== 'find-something' || reply.parts.some(({ role }) => role === 'who')]); // prettier-ignore
    const end = JSON.stringify([reply.parts, reply.brief]);
    if (ends.has(end)) continue;
    ends.add(end);
    for (const [channel, render] of Object.entries(channels)) {
      const text = render(turn);
      expect([where, channel, text.length > 40, text.includes('{{'), /undefined|NaN|\[object/u.test(text)]).toEqual([where, channel, true, false, false]); // prettier-ignore
    }
    expect(segmentsOf(asSms(reply)).segments).toBeLessThanOrEqual(mostSegments);
  }
  console.log(`${dialog.id}: ${paths} paths, ${ends.size} ends`);
  expect(paths).toBeGreaterThan(4);
});

test.each(dialogs.map((dialog): [string, Dialog] => [dialog.id, dialog]))(
  'each question of %s can be left, gone back from, asked about, interrupted and never traps anybody',
  (_, dialog) => {
    let turn = said({}, dialog.title);
    while (turn.memory.dialog) {
      const at = turn.memory;
      const { asking } = at.dialog!;
      const open = () => kits.for(at.council).kit!.dialogs[dialog.id]!.asks.find(({ key }) => key === asking)!;
      expect(said(at, 'stop').memory.dialog).toBeUndefined();
      expect(said(at, 'why do you ask').reply.parts[0]!.text).toBe(open().why);
      expect(said(at, 'back').memory.dialog).toBeDefined();
      const crisis = said(at, 'i want to kill myself');
      expect([crisis.reply.kind, crisis.memory.dialog]).toEqual(['help-now', undefined]);
      const aside = said(at, 'do i pay council tax');
      const isLast = open().answer === 'words';
      // What is typed to the last question of a search is what is looked for.
      expect(isLast || [aside.reply.topics[0], aside.memory.dialog?.asking].join()).toEqual(isLast || `council-tax,${asking}`);
      expect(isLast || said(aside.memory, 'carry on').memory.dialog?.asking).toBe(isLast || asking);
      // Rubbish is asked about again, and then handed to a person.
      let lost = said(at, 'aaaa');
      for (let i = 0; i < mostTurns && lost.memory.dialog; i++) lost = said(lost.memory, 'aaaa');
      expect([isLast || lost.reply.kind, lost.memory.dialog]).toEqual([isLast || 'person', undefined]);
      turn = said(at, answersTo(open(), kits.for(at.council).kit!)[1]!);
    }
    expect(turn.reply.kind).toBe('answer');
  },
);
