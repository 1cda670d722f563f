import { alsoAsked } from './alsoAsked';
import { beforeSources } from './answer';
import { councilPicked, decide, plainTopic } from './decide';
import { asksOf, namedServices } from './find';
import { helpNow, reminder, safeReply } from './helpNow';
import safetyData from './safety.data.json';
import { unseen } from './panel';
import { questionsIn } from './questions';
import { seeCrisis } from './seeCrisis';
import { tidy } from './tidy';
import type { CrisisFound, Entry, Kit, Memory, Part, Reply, Safety, Said, Tidied, Turn } from './types';
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
 * could be read. Never throws: whatever fails after the crisis step, the reply is the safe one.
 */
export function turn(kit: Kit | null, before: Memory, said: Said, now: number): Turn {
  const memory: Memory = { ...before, ...(said.council && { council: said.council }), ...(said.reader && { reader: said.reader }) };
  if (blindTo.length > 0) return broken(memory, now, 'the start-up test failed');
  try {
    const tidied = tidy(said.text, safety.spelling);
    const crisis = seeCrisis(tidied, safety);
    if (crisis && !(crisis.unsure && kit && asksForService(tidied, kit))) return inDanger(crisis, tidied, kit, memory, now);
    if (!kit) return broken(memory, now, 'no kit');
    const meant = understand(tidied, kit, memory, labels(kit, memory), isCrisisWord);
    const turned = decide(meant, tidied, kit, memory, now, askedIn(said.text, kit, memory));
    return memory.crisis ? inCrisis(turned, memory, now) : turned;
  } catch (error) {
    return broken(memory, now, error instanceof Error ? error.message : String(error));
  }
}

// "what's the number for rape crisis": the number asked for is the help.
function asksForService({ raw }: Tidied, kit: Kit): boolean {
  return asksOf(raw) && namedServices(raw, kit).length > 0;
}

function inDanger(crisis: CrisisFound, tidied: Tidied, kit: Kit | null, memory: Memory, now: number): Turn {
  const words = helpNow(crisis, memory, now, safety);
  const why = { rule: crisis.rule, tokens: tidied.tokens };
  const { offered: _, ...kept } = memory;
  const helped: Turn = { reply: { ...words, why }, memory: { ...kept, crisis: crisis.category, misses: 0 } };
  try {
    return kit ? offerNext(helped, alsoAsked(tidied, kit, memory, isCrisisWord)) : helped;
  } catch {
    // What else was asked can wait; help cannot.
    return helped;
  }
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
function askedIn(text: string, kit: Kit, memory: Memory): string[] {
  const questions = questionsIn(text);
  if (questions.length < 2) return [];
  const topics = questions.map((question) => {
    const tidied = tidy(question, safety.spelling);
    return plainTopic(understand(tidied, kit, memory, [], isCrisisWord), tidied, kit);
  });
  return [...new Set(topics.filter((topic) => topic !== null))];
}

// What the last reply offered to choose from: topics, or the councils where an answer asked which.
function labels(kit: Kit, { offered, topic, council }: Memory): string[] {
  if (offered) return offered.map((id) => kit.entries[id]?.title ?? id);
  return topic && !council ? kit.councils.map((c) => c.shortName) : [];
}

// The thread stays in help mode until the person asks something else; then the number is said once more.
function inCrisis(turned: Turn, before: Memory, now: number): Turn {
  const category = before.crisis!;
  const movedOn = turned.reply.kind === 'answer' || turned.reply.kind === 'which';
  if (!movedOn) {
    const memory = { ...before, ...(turned.memory.council && { council: turned.memory.council }) };
    return { reply: { ...helpNow({ category, rule: '' }, memory, now, safety), why: { rule: `still ${category}` } }, memory };
  }
  const once = { role: 'notice' as const, text: reminder(category, turned.memory, now, safety) };
  const { crisis: _, ...memory } = turned.memory;
  const [first, ...rest] = turned.reply.brief;
  const reply: Reply = {
    ...turned.reply,
    parts: beforeSources(turned.reply.parts, once),
    brief: [...(first ? [first] : []), once, ...rest],
  };
  return { reply, memory };
}

function broken(memory: Memory, now: number, rule: string): Turn {
  return { reply: { ...safeReply(memory, now, safety), why: { rule } }, memory };
}

/** One turn with the right kit: when the message itself names another council, that council's kit answers it. */
export function turnWith(kitFor: (council: string | undefined) => Kit | null, memory: Memory, said: Said, now: number): Turn {
  const council = said.council ?? memory.council;
  const kit = kitFor(council);
  const turned = turn(kit, memory, said, now);
  const named = turned.memory.council;
  if (named === council || named === undefined || turned.reply.kind === 'help-now') return turned;
  // "1" where councils were offered means that council's name.
  const text = turned.reply.why.rule === councilPicked ? (kit?.councils.find((c) => c.id === named)?.shortName ?? said.text) : said.text;
  return turn(kitFor(named), { ...memory, council: named }, { ...said, text, council: named }, now);
}
