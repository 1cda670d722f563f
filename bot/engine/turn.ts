import { alsoAsked } from './alsoAsked';
import { afterCrisis, saysOver } from './afterCrisis';
import { commandOf } from './commands';
import { readAnswer } from './dialog';
import { saysOnlyAge } from './entities';
import { councilPicked, decide, plainTopic } from './decide';
import { asksOf, namedServices } from './find';
import { aspectOf, meantInstead } from './followUp';
import { helpNow, safeReply } from './helpNow';
import { inDialog } from './inDialog';
import safetyData from './safety.data.json';
import { keepForMore, nextPage } from './more';
import { unseen } from './panel';
import { isAsking, questionsIn } from './questions';
import { seeCrisis } from './seeCrisis';
import { dialogOf, dialogPrefix } from './step';
import { tidy } from './tidy';
import type { Calendar, Channel, CrisisFound, Entry, Kit, Memory, Part, Safety, Said, Tidied, Turn } from './types';
import { understand } from './understand';

/** Crisis rules, fixed replies and duty numbers: part of the program, so that no missing file can take them away. */
export const safety = safetyData as unknown as Safety;

const crisisWords = new Set(safety.crisisWords);
const isCrisisWord = (word: string): boolean => crisisWords.has(word);

/** Plain crisis messages that the rules of this build do not see. With even one, every reply is the safe one. */
export const blindTo: readonly string[] = unseenOf(safety);

function unseenOf(held: Safety): readonly string[] {
  try {
    return unseen(held);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * The path of one message: tidy, crisis, understand, decide. `now` is in milliseconds since 1970; `kit` is null when none
 * could be read. `readDays` reads days that the engine does not, where a machine has room for it. Never throws: whatever fails after the crisis step, the reply is the safe one.
 */
export function turn(kit: Kit | null, before: Memory, said: Said, now: number, readDays?: Calendar['readDays']): Turn {
  const memory: Memory = { ...before, ...(said.council && { council: said.council }), ...(said.reader && { reader: said.reader }) };
  if (blindTo.length > 0) return broken(memory, now, 'the start-up test failed');
  try {
    const tidied = tidy(said.text, safety.spelling);
    const crisis = sameCrisis(seeCrisis(tidied, safety), memory);
    if (crisis && !(crisis.unsure && kit && (asksForService(tidied, kit) || plainlyOther(tidied, kit, memory, now))))
      return inDanger(crisis, tidied, kit, memory, now);
    if (!kit) return broken(memory, now, 'no kit');
    const more = memory.dialog ? null : nextPage(tidied, memory, said.channel);
    if (more) return more;
    const turned = answerTo(corrected(tidied, memory), said, kit, memory, now, readDays);
    const plain = (): boolean =>
      plainTopic(understand(tidied, kit, memory, [], isCrisisWord, now), tidied, kit) !== null ||
      askedIn(said.text, kit, memory, now).length > 0;
    return keepForMore(memory.crisis ? afterCrisis(turned, memory, { kit, now, safety, tidied, plain }) : turned, said.channel);
  } catch (error) {
    return broken(memory, now, error instanceof Error ? error.message : String(error));
  }
}

// What only the second detector hears says little of its kind: somebody in help mode is still in the same trouble.
function sameCrisis(found: CrisisFound | null, { crisis }: Memory): CrisisFound | null {
  return found?.unsure && crisis ? { ...found, category: crisis } : found;
}

// "no i meant my brother" is read as "my brother".
function corrected(tidied: Tidied, { topic, dialog }: Memory): Tidied {
  const meant = topic !== undefined && !dialog ? meantInstead(tidied.tokens) : null;
  return meant ? { tokens: meant, raw: meant } : tidied;
}

function answerTo(tidied: Tidied, { text, channel }: Said, kit: Kit, memory: Memory, now: number, readDays?: Calendar['readDays']): Turn {
  const meant = understand(tidied, kit, memory, labels(kit, memory, channel), isCrisisWord, now);
  const { dialog, ...rest } = memory;
  const calendar = { bankHolidays: safety.bankHolidays, text, ...(readDays && { readDays }) };
  const decided = (): Turn => decide(meant, tidied, kit, rest, now, askedIn(text, kit, memory, now), calendar);
  return dialog ? inDialog(dialog, meant, { kit, memory: rest, now, tidied, calendar }, decided) : decided();
}

// "what's the number for rape crisis": the number asked for is the help.
function asksForService({ raw }: Tidied, kit: Kit): boolean {
  return asksOf(raw) && namedServices(raw, kit).length > 0;
}

// A guess of the second detector does not stand against an order, a plain follow-up or a plain answer to the question that was
// just asked; a rule does.
function plainlyOther(tidied: Tidied, kit: Kit, memory: Memory, now: number): boolean {
  const { raw, tokens } = tidied;
  if (commandOf(raw) !== null || (memory.crisis && saysOver(tokens))) return true;
  if (memory.topic !== undefined && (aspectOf(tokens) !== null || saysOnlyAge(raw))) return true;
  return answersOpen(tidied, kit, memory, now);
}

function answersOpen(tidied: Tidied, kit: Kit, memory: Memory, now: number): boolean {
  const { dialog: at } = memory;
  const dialog = at && kit.dialogs[at.id];
  const ask = dialog?.asks.find(({ key }) => key === at?.asking);
  return ask !== undefined && ask.answer !== 'words' && readAnswer(ask, { tidied, kit, memory, now, calendar: safety }) !== null;
}

function inDanger(crisis: CrisisFound, tidied: Tidied, kit: Kit | null, memory: Memory, now: number): Turn {
  const words = helpNow(crisis, { ...memory, ...speaksFor(crisis, tidied) }, now, safety);
  const why = { rule: crisis.rule, tokens: tidied.tokens };
  // Whatever questions were being gone through, and whatever was left to tell, can wait. What a rule sees is not eased by thanks for
  // the help before.
  const { offered: _, dialog: __, told: ___, eased, ...kept } = memory;
  const guessed = crisis.unsure && (!memory.crisis || eased);
  const helped: Turn = {
    reply: { ...words, why },
    memory: { ...kept, crisis: crisis.category, ...(guessed && { eased: true }), misses: 0 },
  };
  try {
    return kit ? offerNext(helped, alsoAsked(tidied, kit, memory, isCrisisWord, now)) : helped;
  } catch {
    // What else was asked can wait; help cannot.
    return helped;
  }
}

const self = /\b(?:i|im|ive|me|my|myself)\b/u;
const other =
  /\b(?:he|she|hes|shes|they|theyre|him|her|them|his|their|herself|himself|themselves|friend|mate|brother|sister|son|daughter|lad|girl|boy|child|kid|young person|yp|cousin|girlfriend|boyfriend|partner|foster)\b/u;
const friend = /\b(?:my|a) (?:best |foster )?(?:friend|mate|brother|sister|cousin|girlfriend|boyfriend|partner|bf|gf)\b/u;
const theirs = /\b(?:he|she|hes|shes|they|herself|himself|themselves)\b/u;

// Help is worded for the one in trouble: a carer can be that one, and a young person can ask for a friend.
function speaksFor({ category }: CrisisFound, { tokens }: Tidied): Pick<Memory, 'reader'> {
  const said = tokens.join(' ');
  if (self.test(said) && !other.test(said)) return { reader: 'care-leaver' };
  const of = friend.exec(said);
  return category === 'suicide-self-harm' && of && theirs.test(said.slice(of.index + of[0].length)) ? { reader: 'foster-carer' } : {};
}

function offerNext(helped: Turn, entry: Entry | null): Turn {
  if (!entry) return helped;
  const offer: Part = { role: 'notice', text: safety.alsoAsked };
  return {
    reply: { ...helped.reply, parts: [...helped.reply.parts, offer], choices: [entry.title] },
    memory: { ...helped.memory, offered: [entry.id] },
  };
}

// The topics that a message of several questions plainly asks about, in the order they were asked.
function askedIn(text: string, kit: Kit, memory: Memory, now: number): string[] {
  const questions = questionsIn(text);
  if (questions.length < 2) return [];
  const all = questions.map((question) => tidy(question, safety.spelling));
  const asks = all.filter(({ tokens }) => isAsking(tokens));
  const topics = (asks.length > 0 ? asks : all).map((tidied) => {
    return plainTopic(understand(tidied, kit, memory, [], isCrisisWord, now), tidied, kit);
  });
  return [...new Set(topics.filter((topic) => topic !== null))];
}

// What the last reply offered to choose from: topics, or the councils where an answer asked which.
function labels(kit: Kit, { offered, topic, council }: Memory, channel: Channel): string[] {
  if (offered)
    return offered.map((id) => kit.entries[id]?.title ?? kit.dialogs[id.slice(dialogPrefix.length)]?.title ?? kit.says[id] ?? id);
  // A text message has no room to list the councils: a number there picks nothing that was shown.
  if (topic === undefined || council || channel === 'sms') return [];
  const dialog = dialogOf(topic, kit);
  return [...kit.councils.map((c) => c.shortName), ...(dialog ? [dialog.title] : [])];
}

function broken(memory: Memory, now: number, rule: string): Turn {
  return { reply: { ...safeReply(memory, now, safety), why: { rule } }, memory };
}

/** One turn with the right kit: when the message itself names another council, that council's kit answers it. */
export function turnWith(
  kitFor: (council: string | undefined) => Kit | null,
  memory: Memory,
  said: Said,
  now: number,
  readDays?: Calendar['readDays'],
): Turn {
  const council = said.council ?? memory.council;
  const kit = kitFor(council);
  const turned = turn(kit, memory, said, now, readDays);
  const named = turned.memory.council;
  if (named === council || named === undefined || turned.reply.kind === 'help-now') return turned;
  // "1" where councils were offered means that council's name.
  const text = turned.reply.why.rule === councilPicked ? (kit?.councils.find((c) => c.id === named)?.shortName ?? said.text) : said.text;
  return turn(kitFor(named), { ...memory, council: named }, { ...said, text, council: named }, now, readDays);
}
