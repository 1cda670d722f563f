import { answer, beforeSources } from './answer';
import { bare } from './bare';
import { elsewhere } from './entities';
import { fill } from './fill';
import { instead, lookUp } from './lookUp';
import { isPast } from './offers';
import type { Act, Calendar, Dialog, Entry, Kit, Memory, Part, Ranked, Reply, Turn } from './types';

/** Topics offered at once. */
export const mostOffered = 3;
const fallbackTopics = ['local-offer', 'setting-up-home-allowance', 'leaving-care-team'];

/** Goes before a dialog's id where topics and dialogs are offered together. */
export const dialogPrefix = 'dialog:';

/** What each way to answer needs: the kit, the person, the moment and the message. */
export interface Step {
  readonly kit: Kit;
  readonly memory: Memory;
  readonly now: number;
  readonly tokens: readonly string[];
  readonly raw: readonly string[];
  /** True when the message names a nation other than England. */
  readonly abroad: boolean;
  readonly calendar: Calendar;
}

/** The dialog that the answer on a topic offers. */
export function dialogOf(topic: string | undefined, kit: Kit): Dialog | undefined {
  return Object.values(kit.dialogs).find(({ startsOn }) => topic !== undefined && startsOn.includes(topic));
}

/** A carer and a young person ask the same words about Staying Put and need different answers. */
export function forReader(topic: string, memory: Memory): string {
  return topic === 'staying-put' && memory.reader === 'foster-carer' ? 'staying-put-carers' : topic;
}

/** The answer on one topic, as far as the person is known. */
export function onTopic(step: Step, topic: string, rule: string, ranked?: readonly Ranked[]): Turn {
  const { kit, memory, now } = step;
  const entry = kit.entries[topic];
  if (!entry) return unsure(step, ranked ?? [], `no entry for ${topic}`);
  const notice = step.abroad ? phrase(step, 'abroad') : memory.council === elsewhere ? phrase(step, 'elsewhere') : null;
  const words = agedFor(step, entry, answer(entry, kit, memory.reader ?? null, now, notice));
  const looked = lookUp(topic, step, kit, now, step.calendar);
  const reply = looked
    ? { ...words, title: looked.title, parts: instead(looked, words.parts), brief: instead(looked, words.brief) }
    : words;
  const { offered: _, ...kept } = memory;
  const dialog = dialogOf(topic, kit);
  const asksCouncil = reply.choices.length > 0;
  return {
    reply: {
      ...reply,
      choices: dialog ? [...reply.choices, dialog.title] : reply.choices,
      why: { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens },
    },
    memory: { ...kept, topic, misses: 0, ...(dialog && !asksCouncil && { offered: [dialogPrefix + dialog.id] }) },
  };
}

// Somebody who has told their age is told where it is past it.
function agedFor(step: Step, entry: Entry, words: Omit<Reply, 'why'>): Omit<Reply, 'why'> {
  const { age, reader } = step.memory;
  if (!age || reader === 'foster-carer' || !isPast(entry, age)) return words;
  const notice: Part = { role: 'notice', text: phrase(step, 'past-age') };
  return { ...words, parts: [notice, ...words.parts], brief: [...words.brief.slice(0, 1), notice, ...words.brief.slice(1)] };
}

/** The likeliest is answered at once, and what else may have been meant is a tap away: a text message saved. */
export function withRivals({ reply, memory }: Turn, step: Step, rivals: readonly Ranked[]): Turn {
  return offering({ reply, memory }, step, rivals.map((r) => r.id), 'not-that'); // prettier-ignore
}

/** The first question is answered, and the others are a tap away. */
export function withRest(turned: Turn, step: Step, others: readonly string[]): Turn {
  return offering(turned, step, others.slice(0, mostOffered), 'also-asked');
}

function offering({ reply, memory }: Turn, step: Step, topics: readonly string[], lead: 'not-that' | 'also-asked'): Turn {
  const ids = [...new Set(topics.map((id) => forReader(id, step.memory)))].filter((id) => id !== reply.topics[0]);
  if (ids.length === 0) return { reply, memory };
  const notice: Part = { role: 'notice', text: phrase(step, lead) };
  return {
    reply: {
      ...reply,
      topics: [...reply.topics, ...ids],
      parts: beforeSources(reply.parts, notice),
      choices: ids.map((id) => step.kit.entries[id]!.title),
      why: { ...reply.why, rule: `${reply.why.rule}, ${lead}` },
    },
    memory: { ...memory, offered: ids },
  };
}

/** Asks which of a few topics is meant. */
export function which(step: Step, topics: readonly Ranked[], ranked: readonly Ranked[], lead = 'which'): Turn {
  const ids = [...new Set(topics.map((r) => forReader(r.id, step.memory)))];
  const words = bare('which', [{ role: 'what', text: phrase(step, lead) }], step.memory);
  const reply: Reply = {
    ...words,
    topics: ids,
    choices: ids.map((id) => step.kit.entries[id]!.title),
    why: { rule: 'close rivals', ranked: ranked.slice(0, 3), tokens: step.tokens },
  };
  return { reply, memory: { ...step.memory, offered: ids, misses: 0 } };
}

/** Answers an act, in its own words or in others. */
export function act(step: Step, id: Act, rule: string, ranked?: readonly Ranked[], says?: string): Turn {
  const { kit, memory } = step;
  const asksCouncil = id === 'council' && !memory.council && !step.abroad;
  const key =
    says ?? (id !== 'council' || asksCouncil ? id : step.abroad ? 'abroad' : memory.council === elsewhere ? 'elsewhere' : 'council-set');
  const words = bare(id === 'human' ? 'person' : 'act', [{ role: 'what', text: phrase(step, key) }], step.memory);
  const why = { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens };
  const choices = asksCouncil ? kit.councils.map((c) => c.shortName) : [];
  return { reply: { ...words, act: id, choices, why }, memory: { ...memory, misses: 0 } };
}

/** Owns up; after two misses in a row it hands the person to a person. */
export function unsure(step: Step, ranked: readonly Ranked[], rule: string): Turn {
  const { kit, memory } = step;
  const misses = (memory.misses ?? 0) + 1;
  const handOver = misses > 2;
  const parts: Part[] = handOver
    ? [{ role: 'what', text: phrase(step, 'hand-over') }]
    : [
        { role: 'what', text: phrase(step, 'unknown') },
        { role: 'who', text: phrase(step, 'unknown-who') },
      ];
  const words = bare(handOver ? 'person' : 'unknown', parts, step.memory);
  const offered = fallbackTopics.filter((id) => kit.entries[id]);
  const outOfScope = ranked[0]?.id === 'out-of-scope';
  const reply: Reply = {
    ...words,
    act: outOfScope && !handOver ? 'out-of-scope' : null,
    choices: offered.map((id) => kit.entries[id]!.title),
    why: { rule, ranked: ranked.slice(0, 3), tokens: step.tokens },
  };
  return { reply, memory: { ...memory, offered, misses } };
}

/** One of the fixed phrases, with the names in it filled. */
export function phrase({ kit }: Step, key: string): string {
  const values: Readonly<Record<string, string>> = { person: kit.person, council: kit.name };
  return fill(kit.says[key] ?? '', (name) => values[name]);
}
