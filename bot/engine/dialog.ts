import { findAge } from './age';
import { bare } from './bare';
import { ending } from './ending';
import { findChoice } from './choice';
import { elsewhere, findCouncil } from './entities';
import { fill } from './fill';
import { madeOnce } from './madeOnce';
import { holds, type Stage } from './stage';
import type { Ask, Dialog, InDialog, Kit, Memory, Reply, Turn } from './types';
import { findYesNo } from './yesNo';

/** Turns after which a dialog hands over, and answers in a row that it could not use. */
const mostTurns = 12;
const mostMissed = 3;
/** More councils than these are not listed: the person types a name. */
const mostListed = 8;

/** Begins a dialog: its first question that is not answered by what is known of the person. */
export function begin(dialog: Dialog, stage: Stage): Turn {
  return goOn(dialog, { id: dialog.id, asking: '', picked: known(stage.memory), turns: 0, missed: 0 }, stage);
}

/** The dialog that a whole message begins by its title or one of its phrases, or null. */
export function dialogNamed(words: readonly string[], kit: Kit): Dialog | null {
  return dialogsByName(kit.dialogs).get(words.join(' ')) ?? null;
}

// Of two dialogs with one name the first has it.
const dialogsByName = madeOnce((dialogs: Kit['dialogs']): ReadonlyMap<string, Dialog> => {
  const named = Object.values(dialogs).flatMap((dialog) => [dialog.title, ...dialog.says].map((name) => [plain(name), dialog] as const));
  return new Map(named.toReversed());
});

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
}

/** The answer that a message gives to the open question: the id of what was picked, or null when it gives none. */
export function readAnswer(ask: Ask, { tidied, kit, memory, now }: Stage): string | null {
  const { tokens, raw } = tidied;
  if (ask.answer === 'words') return raw.length > 0 ? 'said' : null;
  if (ask.answer === 'yes-no') {
    const told = findYesNo(raw) ?? findYesNo(tokens);
    const picked = told ? null : findChoice(raw, yesNoLabels(kit));
    return told ?? (picked === null ? null : yesNoAnswers[picked]!);
  }
  if (ask.answer === 'age') {
    const told = findAge(raw, true, now, memory.reader ?? null);
    // A carer who is asked the young person's age may well answer "im 17".
    const age = told ?? findAge(raw, true, now);
    return typeof age === 'object' && age ? age.band : null;
  }
  if (ask.answer === 'council') {
    const named = findCouncil(tokens, kit.councils, kit.elsewhere);
    if (named) return named.id;
    const picked = findChoice(raw, councilLabels(kit));
    if (picked !== null) return kit.councils[picked]?.id ?? elsewhere;
    return findYesNo(tokens) === 'not-sure' ? elsewhere : null;
  }
  const labels = ask.choices.map((c) => c.label);
  const picked = findChoice(raw, labels) ?? findChoice(tokens, labels);
  if (picked !== null) return ask.choices[picked]!.id;
  const meant = meantBy(ask, raw) ?? meantBy(ask, tokens);
  if (meant) return meant;
  const unsure = ask.choices.find((c) => c.id === 'not-sure');
  return unsure && findYesNo(tokens) === 'not-sure' ? unsure.id : null;
}

// The choice whose other words stand in the answer, the longest first; null when two choices share it.
function meantBy({ choices }: Ask, words: readonly string[]): string | null {
  const said = ` ${words.join(' ')} `;
  const found = choices.flatMap(({ id, also = [] }) => also.filter((phrase) => said.includes(` ${phrase} `)).map((phrase) => ({ id, long: phrase.length }))); // prettier-ignore
  const longest = Math.max(0, ...found.map(({ long }) => long));
  const best = new Set(found.filter(({ long }) => long === longest).map(({ id }) => id));
  return best.size === 1 ? [...best][0]! : null;
}

/** One answer taken: the next question, or the end. */
export function take(dialog: Dialog, at: InDialog, ask: Ask, answer: string, stage: Stage): Turn {
  const picked = { ...at.picked, [ask.key]: answer };
  const memory = { ...stage.memory, ...remembered(ask, answer) };
  return goOn(dialog, { ...at, picked, turns: at.turns + 1, missed: 0 }, { ...stage, memory });
}

/** The question before the open one, or the open one again where there is none before. */
export function back(dialog: Dialog, at: InDialog, stage: Stage): Turn {
  const passed = dialog.asks.slice(0, placeOf(dialog, at.asking)).filter((ask) => holds(ask.when, at.picked) && ask.key in at.picked);
  const before = passed.at(-1);
  if (!before) return again(dialog, at, stage, null);
  const picked = Object.fromEntries(Object.entries(at.picked).filter(([key]) => placeOf(dialog, key) < placeOf(dialog, before.key)));
  return open(dialog, { ...at, picked, turns: at.turns + 1, missed: 0 }, before, stage, null);
}

/** The open question once more, with a word before it; after too many it hands over to a person. */
export function again(dialog: Dialog, at: InDialog, stage: Stage, lead: string | null, missed = at.missed): Turn {
  if (missed >= mostMissed) return handOver(dialog, stage);
  return open(dialog, { ...at, turns: at.turns + 1, missed }, openAsk(dialog, at), stage, lead);
}

/** The question that is open. */
export function openAsk(dialog: Dialog, at: InDialog): Ask {
  return dialog.asks[placeOf(dialog, at.asking)]!;
}

// The first question that is still to be asked, or the end.
function goOn(dialog: Dialog, at: InDialog, stage: Stage): Turn {
  const next = dialog.asks.find((ask) => holds(ask.when, at.picked) && !(ask.key in at.picked));
  if (next) return open(dialog, at, next, stage, null);
  const { dialog: _, offered: __, ...memory } = stage.memory;
  return { reply: ending(dialog, at.picked, { ...stage, memory }), memory: { ...memory, topic: dialog.about, misses: 0 } };
}

function open(dialog: Dialog, at: InDialog, ask: Ask, stage: Stage, lead: string | null): Turn {
  if (at.turns >= mostTurns) return handOver(dialog, stage);
  const { offered: _, ...memory } = stage.memory;
  const parts = [...(lead ? [{ role: 'notice' as const, text: lead }] : []), { role: 'what' as const, text: ask.say }];
  return {
    reply: {
      ...bare('dialog', parts, stage.memory),
      title: dialog.title,
      choices: labelsOf(ask, stage),
      why: { rule: `${dialog.id}: ${ask.key}` },
    },
    memory: { ...memory, misses: 0, dialog: { ...at, asking: ask.key } },
  };
}

function labelsOf(ask: Ask, { kit }: Stage): readonly string[] {
  if (ask.answer === 'council') return councilLabels(kit);
  if (ask.answer === 'yes-no') return yesNoLabels(kit);
  return ask.choices.map((c) => c.label);
}

const yesNoAnswers = ['yes', 'no', 'not-sure'] as const;

function yesNoLabels({ says }: Kit): string[] {
  return yesNoAnswers.map((answer) => says[answer]!);
}

function councilLabels(kit: Kit): string[] {
  return kit.councils.length > mostListed ? [] : [...kit.councils.map((c) => c.shortName), kit.says['another-council']!];
}

function handOver(dialog: Dialog, stage: Stage): Turn {
  const { dialog: _, offered: __, ...memory } = stage.memory;
  const parts = [{ role: 'what' as const, text: fill(stage.kit.says['hand-over']!, (name) => ({ person: stage.kit.person })[name]) }];
  const reply: Reply = { ...bare('person', parts, stage.memory), why: { rule: `${dialog.id}: handed over` } };
  return { reply, memory: { ...memory, misses: 0 } };
}

function placeOf(dialog: Dialog, key: string): number {
  return dialog.asks.findIndex((ask) => ask.key === key);
}

// What is known of the person need not be asked again.
function known({ council, reader, age }: Memory): Record<string, string> {
  return { ...(council && { council }), ...(reader && { reader }), ...(age && { age }) };
}

// A few picks are facts of the person, which other answers use too.
function remembered({ key }: Ask, answer: string): Partial<Memory> {
  if (key === 'council') return { council: answer };
  if (key === 'age') return { age: answer as NonNullable<Memory['age']> };
  if (key === 'reader') return { reader: answer as NonNullable<Memory['reader']> };
  return {};
}
