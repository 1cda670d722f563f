import { openKits } from '../../bot/host/kits.node';
import { turnWith } from '../../bot/engine/turn';
import type { Memory, Reply } from '../../bot/engine/types';
import type { ChannelUnderTest, Shown } from './channels/channel';
import { differences } from './channels/differences';
import { directLine } from './channels/directline';
import { notify } from './channels/notify';
import { teams } from './channels/teams';
import { terminal } from './channels/terminal';
import { twilio } from './channels/twilio';
import { webJson, webPage } from './channels/web';

const aText = 'A text message is paid for by its length: whole parts are left out from the end.';

// One row a channel: its file in ./channels, and nothing else to change here.
const channels: readonly ChannelUnderTest[] = [
  terminal('web'),
  terminal('sms', { saysLess: aText }),
  terminal('teams'),
  webPage,
  webJson,
  directLine,
  { ...twilio, saysLess: aText },
  { ...notify, saysLess: aText },
  teams,
];

interface Case {
  readonly name: string;
  readonly council?: string;
  readonly says: readonly string[];
}

const now = Date.parse('2026-11-23T10:00:00Z');
const kits = openKits('build/kits');

// A question so vague that it is asked back. Which ones are, changes with the knowledge, so one is looked for.
function vague(): string {
  const words = ['school', 'support', 'work', 'worker', 'letter', 'course', 'number', 'money', 'change', 'visit', 'family', 'plan'];
  const pairs = words.flatMap((one) => words.map((other) => `${one} ${other}`));
  const odd = ['k she said yh she does wanna know', 'wrote to my birth mum and got nothing back, its ok i half expected it'];
  return [...pairs, ...odd].find((text) => engineSays({ name: text, says: [text] }).kind === 'which') ?? 'money';
}

const cases: readonly Case[] = [
  { name: 'council tax in Leicestershire', council: 'leicestershire', says: ['do i av 2 pay cncl tax'] },
  { name: 'council tax in Devon', council: 'devon', says: ['do i pay council tax'] },
  { name: 'money for a first home', council: 'central-bedfordshire', says: ['how much is the setting up home allowance'] },
  { name: 'staying with carers', council: 'bedford-borough', says: ['can i stay with my foster carers when im 18'] },
  { name: 'university money', council: 'leicestershire', says: ['what money do i get if i go to uni'] },
  { name: 'no council: it asks which', says: ['do i pay council tax'] },
  { name: 'a council named later', says: ['do i pay council tax', 'im from devon'] },
  { name: 'a choice picked by its label', says: ['do i pay council tax', 'Devon'] },
  { name: 'a question it has no answer to', council: 'devon', says: ['who won the cup in 1987'] },
  { name: 'a greeting', says: ['hello'] },
  { name: 'a person asked for', council: 'devon', says: ['can i talk to a person'] },
  { name: 'thinking of suicide', council: 'devon', says: ['im thinking of killing myself'] },
  { name: 'hit at home', council: 'leicestershire', says: ['my carers boyfriend keeps hitting me'] },
  { name: 'nowhere tonight', council: 'central-bedfordshire', says: ['i have nowhere to sleep tonight'] },
  { name: 'danger, no council', says: ['someone is breaking in'] },
  { name: 'a crisis, then a question', council: 'devon', says: ['im thinking of killing myself', 'do i pay council tax'] },
  { name: 'two questions at once', council: 'leicestershire', says: ['do i pay council tax? and can i get help with uni money?'] },
  { name: 'a vague question', says: [vague()] },
  { name: 'nothing typed', council: 'devon', says: [' '] },
];

// What the engine itself says: every channel is held to it.
function engineSays({ council, says }: Case): Reply {
  let memory: Memory = { ...(council && { council }) };
  let reply: Reply | undefined;
  for (const text of says) ({ reply, memory } = turnWith((id) => kits.for(id).kit, memory, { text, channel: 'web' }, now));
  return reply!;
}

describe.each(channels.map((channel) => [channel.name, channel] as const))('%s', (_, channel) => {
  let opened: Awaited<ReturnType<ChannelUnderTest['open']>>;
  const shown = new Map<string, Shown>();

  beforeAll(async () => {
    opened = await channel.open(() => now);
    for (const each of cases) {
      const ask = await opened.begin(each.council);
      for (const text of each.says) shown.set(each.name, await ask(text));
    }
  });
  afterAll(() => opened.close());

  test.each(cases.map((each) => [each.name, each] as const))('%s: the same topic, figures and choices as everywhere', (name, each) => {
    const found = differences(channel, engineSays(each), shown.get(name)!);
    const reason = channel.differs?.[name];
    expect(reason === undefined ? found : found.length > 0).toEqual(reason === undefined ? [] : true);
  });
});

test('the cases are of every kind that a reply has, so that none goes untried', () => {
  const kinds = new Set(cases.map((each) => engineSays(each).kind));
  expect([...kinds].sort()).toEqual(['act', 'answer', 'help-now', 'person', 'unknown', 'which']);
});
