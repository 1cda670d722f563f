import { beforeSources } from './answer';
import { bare } from './bare';
import { commandOf } from './commands';
import { plainTopic } from './decide';
import { again, back, begin, dialogNamed, openAsk, readAnswer, take } from './dialog';
import { fill } from './fill';
import type { Stage } from './stage';
import type { Act, InDialog, Part, Turn, Understood } from './types';
import { findYesNo } from './yesNo';

/** Offered beside an answer that came in the middle of a dialog. */
const carryOn = 'carry-on';

type Order = 'leave' | 'back' | 'carry-on' | 'restart' | 'why';

const orders: Readonly<Record<Order, readonly string[]>> = {
  leave: ['stop', 'cancel', 'quit', 'exit', 'leave', 'leave it', 'never mind', 'nevermind', 'nvm', 'end', 'no more', 'im done', 'stop this', 'stop asking', 'get me out', 'i dont want to', 'dont want to'], // prettier-ignore
  back: ['back', 'go back', 'previous', 'last question', 'undo', 'wrong', 'oops', 'i got that wrong', 'change that', 'go back one'],
  'carry-on': ['carry on', 'continue', 'go on', 'keep going', 'next', 'resume', 'back to it', 'yes carry on', 'ok carry on'],
  restart: ['start again', 'restart', 'begin again', 'from the start', 'from the beginning'],
  why: ['why', 'why do you ask', 'why do you need that', 'why do you need to know', 'why does that matter', 'what for', 'y', 'whats it to you', 'why you asking'], // prettier-ignore
};
const byWords = new Map(Object.entries(orders).flatMap(([order, said]) => said.map((words) => [words, order as Order] as const)));

const questionWords = /^(?:what|whats|how|can|do|does|is|are|will|when|where|who|why|am|should|could|would)\b/u;

/**
 * One message to somebody in a dialog: an order, an answer to the open question, a question of their own (answered, and the
 * dialog waits), or something that is none of these. `decided` is what the message would get outside of a dialog.
 */
export function inDialog(at: InDialog, meant: Understood, stage: Stage, decided: () => Turn): Turn {
  const { kit, tidied, memory } = stage;
  const dialog = kit.dialogs[at.id];
  if (!dialog || !dialog.asks.some(({ key }) => key === at.asking)) return decided();
  const said = tidied.raw.join(' ');
  const picked = meant.choice === null ? undefined : memory.offered?.[meant.choice];
  const order = picked === carryOn ? carryOn : byWords.get(said);
  if (order === 'leave') return left(stage);
  if (order === 'back') return back(dialog, at, stage);
  if (order === carryOn) return again(dialog, at, stage, null);
  if (order === 'restart') return begin(dialog, stage);
  const ask = openAsk(dialog, at);
  if (order === 'why') return again(dialog, at, stage, ask.why);
  if (dialogNamed(tidied.raw, kit) || picked !== undefined) return decided();

  const asks = questionWords.test(said) && plainTopic(meant, tidied, kit) !== null;
  const answer = asks && ask.answer !== 'words' ? null : readAnswer(ask, stage);
  if (answer !== null) return take(dialog, at, ask, answer, stage);
  // Somebody who does not know is helped to pick, and not taken to have had enough.
  if (findYesNo(tidied.raw) === 'not-sure')
    return again(dialog, at, stage, kit.says[ask.choices.length ? 'dialog-guess' : 'dialog-again-words']!, at.missed + 1);
  const other = decided();
  if (stands(other, asks || commandOf(tidied.raw) !== null, memory)) return interrupted(other, at, dialog.title, stage);
  const lead = ask.answer === 'age' ? 'dialog-age-odd' : ask.choices.length ? 'dialog-again' : 'dialog-again-words';
  return again(dialog, at, { ...stage, memory: placed(stage, other) }, kit.says[lead]!, at.missed + 1);
}

// Acts that a person may well do in the middle; a short answer is too easily taken for any other.
const said = new Set<Act>(['thanks', 'goodbye', 'human', 'language']);

// A question of their own is answered; a guess at what they might mean is not worth leaving the dialog for.
function stands({ reply }: Turn, asks: boolean, { topic }: Stage['memory']): boolean {
  // The subject before may be offered beside a firm answer too.
  const meant = reply.topics.filter((id) => id !== topic);
  const firm = reply.kind === 'answer' && meant.length <= 1 && !reply.why.rule.startsWith('follow-up');
  return asks || firm || reply.kind === 'person' || (reply.kind === 'act' && reply.act !== null && said.has(reply.act));
}

function interrupted({ reply, memory }: Turn, at: InDialog, title: string, { kit }: Stage): Turn {
  // They said goodbye, asked to be forgotten, or began another dialog.
  if (reply.act === 'goodbye' || reply.act === 'stop' || memory.dialog) return { reply, memory };
  const notice: Part = { role: 'notice', text: fill(kit.says['dialog-open']!, (name) => ({ title })[name]) };
  return {
    reply: { ...reply, parts: beforeSources(reply.parts, notice), brief: [...reply.brief, notice], choices: [kit.says[carryOn]!] },
    memory: { ...memory, offered: [carryOn], dialog: { ...at, turns: at.turns + 1 } },
  };
}

// A council named in passing is kept even where the message answers nothing.
function placed({ memory }: Stage, other: Turn): Stage['memory'] {
  return other.memory.council ? { ...memory, council: other.memory.council } : memory;
}

function left({ kit, memory }: Stage): Turn {
  const { offered: _, ...kept } = memory;
  const parts: Part[] = [{ role: 'what', text: kit.says['dialog-stopped']! }];
  return {
    reply: { ...bare('act', parts, memory), act: 'stop', why: { rule: 'left the dialog' } },
    memory: { ...kept, misses: 0 },
  };
}
