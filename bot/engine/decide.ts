import { adviserMessage } from './adviser';
import { answer, beforeSources } from './answer';
import { begin, dialogNamed } from './dialog';
import { abroad, elsewhere } from './entities';
import { fill } from './fill';
import { asksOf, namedServices } from './find';
import { focus } from './focus';
import { aspectOf, newSubjectFrom, type Aspect } from './followUp';
import { instead, lookUp } from './lookUp';
import { isPast } from './offers';
import { commandOf } from './commands';
import { findYesNo } from './yesNo';
import { belonging, belongs, certain, chance, likely, plain, sureAct, sureness } from './sure';
import {
  acts,
  type Act,
  type Calendar,
  type Dialog,
  type Entry,
  type Kit,
  type Memory,
  type Part,
  type Ranked,
  type Reply,
  type Tidied,
  type Turn,
  type Understood,
} from './types';

const mostOffered = 3;
const fallbackTopics = ['local-offer', 'setting-up-home-allowance', 'leaving-care-team'];

/** Goes before a dialog's id where topics and dialogs are offered together. */
export const dialogPrefix = 'dialog:';

/** The rule of a turn in which a council was picked from those offered. */
export const councilPicked = 'council picked';

/**
 * Chooses what to do with a message that is not a crisis: act, answer, ask which, own up, or hand to a person. `asked` names
 * the topics of a message that asked about several.
 */
export function decide(
  meant: Understood,
  tidied: Tidied,
  kit: Kit,
  before: Memory,
  now: number,
  asked: readonly string[] = [],
  calendar: Calendar = { bankHolidays: [] },
): Turn {
  const place = meant.council === abroad ? null : meant.council;
  const memory: Memory = {
    ...before,
    ...(place && { council: place }),
    ...(meant.reader && { reader: meant.reader }),
    ...(meant.age && { age: meant.age }),
  };
  const step: Step = { kit, memory, now, tokens: tidied.tokens, raw: tidied.raw, abroad: meant.council === abroad, calendar };
  const simple = toldPlainly(step, meant, before);
  if (simple) return simple;
  const followed = following(step, meant, before);
  if (followed) return followed;
  const { ranked } = meant;
  if (asked.length > 1) return withRest(onTopic(step, forReader(asked[0]!, memory), 'several questions', ranked), step, asked.slice(1));
  const best = ranked[0]!;
  const topics = ranked.filter((r) => kit.entries[r.id]);
  if (staysOn(tidied, topics, ranked, before)) return sameSubject(step, before.topic!, topics, meant, tidied);
  if (isAct(best.id) && best.id !== 'out-of-scope' && sureness(meant) >= sureAct) return act(step, best.id, best.id, ranked);
  if (best.id === 'out-of-scope' || belonging(meant, tidied) < belongs) return unsure(step, ranked, 'not ours');
  const first = topics[0];
  if (!first) throw new Error('the kit has no entry of any topic');
  const odds = chance({ ...meant, ranked: topics }, tidied);
  if (odds < likely) return which(step, topics.slice(0, mostOffered), ranked);
  const answered = onTopic(step, forReader(first.id, memory), 'ranked first', ranked);
  return odds < certain ? withRivals(answered, step, topics.slice(1, mostOffered)) : answered;
}

// What needs no ranking: a code, a council's name, a choice, a service's name, or no words at all.
function toldPlainly(step: Step, meant: Understood, before: Memory): Turn | null {
  const { kit, raw, memory, now } = step;
  const command = commandOf(raw);
  if (command === 'forget') return { ...act(step, 'stop', 'forget me', undefined, 'forgotten'), memory: {} };
  if (command === 'adviser') return toAdviser(step, before);
  const named = command === 'steps' ? dialogOf(before.topic, kit) : dialogNamed(raw, kit);
  if (named) return begin(named, { kit, memory, now, tidied: { tokens: step.tokens, raw }, calendar: step.calendar });
  const referred = findRef(raw, kit);
  if (referred) return onTopic(step, referred, 'reference code');
  if (meant.onlyCouncil && step.abroad) return act(step, 'council', 'another nation');
  if (meant.onlyCouncil) return before.topic ? onTopic(step, before.topic, 'council named') : act(step, 'council', 'council named');
  if (meant.choice !== null && before.offered) return opened(step, before.offered[meant.choice]!, 'choice');
  const offeredLast = meant.choice !== null && meant.choice >= kit.councils.length ? dialogOf(before.topic, kit) : undefined;
  if (offeredLast) return begin(offeredLast, { kit, memory, now, tidied: { tokens: step.tokens, raw }, calendar: step.calendar });
  if (meant.choice !== null)
    return onTopic({ ...step, memory: { ...step.memory, council: kit.councils[meant.choice]!.id } }, before.topic!, councilPicked);
  if (namedServices(raw, kit).length > 0 && asksOf(raw)) return onTopic(step, 'directory', 'service named', meant.ranked);
  return raw.length === 0 ? unsure(step, meant.ranked, 'no words') : null;
}

/** From this score a message is plainly about other things, or plainly an act. */
const plainly = { outside: 0, acts: 0.2 };

/** Words that a message about the last subject has at most, where its words alone speak for that subject too. */
const shortEnough = 10;
/** Acts that a short question is easily taken for. */
const sayLittle = new Set<string>(['help', 'greeting', 'thanks']);

// "Whens it start" names no subject of its own: it is about what was just said.
function staysOn({ tokens }: Tidied, topics: readonly Ranked[], ranked: readonly Ranked[], { topic }: Memory): boolean {
  if (topic === undefined || !topics[0]) return false;
  const outside = ranked.find((r) => r.id === 'out-of-scope')?.score ?? -1;
  const [best] = ranked;
  const acted = isAct(best!.id) && best!.id !== 'out-of-scope' ? best!.score : -1;
  if (outside >= plainly.outside || acted >= (sayLittle.has(best!.id) ? plainly.acts : sureAct)) return false;
  return topics[0].id === topic ? tokens.length <= shortEnough : topics[0].score < newSubjectFrom(tokens);
}

// What else it may mean is offered beside the answer.
function sameSubject(step: Step, topic: string, topics: readonly Ranked[], meant: Understood, tidied: Tidied): Turn {
  const answered = onTopic(step, forReader(topic, step.memory), 'follow-up', meant.ranked);
  const isLikely = chance({ ...meant, ranked: topics }, tidied) >= likely;
  return isLikely && topics[0]!.id !== topic ? withRivals(answered, step, topics.slice(0, mostOffered - 1)) : answered;
}

/** "Yes please" answers an offer; a longer message says something of its own. */
const longestYesNo = 3;

// What leans wholly on the reply before: yes, no, or who, how much, how long, how and whether it is the law.
function following(step: Step, meant: Understood, before: Memory): Turn | null {
  const [first] = before.offered ?? [];
  const yesNo =
    step.raw.length <= longestYesNo && !/\b(?:thanks?|thank|thx|ta|cheers|ok|okay|k|cool)\b/u.test(step.tokens.join(' '))
      ? findYesNo(step.raw)
      : null;
  if (yesNo === 'yes' && first) return opened(step, first, 'yes');
  if (yesNo === 'yes' && before.topic !== undefined)
    return step.memory.council ? act(step, 'help', 'yes', undefined, 'nothing-offered') : act(step, 'council', 'yes');
  if (yesNo === 'no' && (first || before.topic)) return notThat(step, before, meant.ranked);
  if (before.topic !== undefined && meant.onlyAge) return onTopic(step, forReader(before.topic, step.memory), 'age told');
  const aspect = before.topic === undefined ? null : aspectOf(step.tokens);
  return aspect && focused(onTopic(step, forReader(before.topic!, step.memory), `follow-up: ${aspect}`), aspect, step);
}

function focused({ reply, memory }: Turn, aspect: Aspect, { kit }: Step): Turn {
  return { reply: { ...focus(reply, aspect, kit), why: reply.why }, memory };
}

// A topic, or a dialog that was offered beside an answer.
function opened(step: Step, id: string, rule: string): Turn {
  const dialog = id.startsWith(dialogPrefix) ? step.kit.dialogs[id.slice(dialogPrefix.length)] : undefined;
  if (!dialog) return onTopic(step, id, rule);
  return begin(dialog, {
    kit: step.kit,
    memory: step.memory,
    now: step.now,
    tidied: { tokens: step.tokens, raw: step.raw },
    calendar: step.calendar,
  });
}

/** The dialog that the answer on a topic offers. */
export function dialogOf(topic: string | undefined, kit: Kit): Dialog | undefined {
  return Object.values(kit.dialogs).find(({ startsOn }) => topic !== undefined && startsOn.includes(topic));
}

// "No" to an answer with rivals asks for one of them; a plain "no" asks what else there is.
function notThat(step: Step, before: Memory, ranked: readonly Ranked[]): Turn {
  const others = (before.offered ?? []).filter((id) => step.kit.entries[id]);
  const { offered: _, ...memory } = step.memory;
  if (others.length === 0) return { ...act(step, 'help', 'no', undefined, 'nothing-offered'), memory };
  return which(step, others.map((id) => ({ id, score: 0, because: [] })), ranked, 'which-instead'); // prettier-ignore
}

// The last answer as a message to send; with none yet, how to get one.
function toAdviser(step: Step, { topic }: Memory): Turn {
  const { kit, memory, now } = step;
  const entry = topic === undefined ? undefined : kit.entries[topic];
  if (!entry) return act(step, 'help', 'ask my adviser', undefined, 'adviser-what');
  const parts = adviserMessage(entry, kit, now);
  const words = say(step, 'answer', parts);
  return {
    reply: { ...words, topics: [entry.id], title: kit.says['adviser-title']!, why: { rule: 'ask my adviser' } },
    memory: { ...memory, misses: 0 },
  };
}

interface Step {
  readonly kit: Kit;
  readonly memory: Memory;
  readonly now: number;
  readonly tokens: readonly string[];
  readonly raw: readonly string[];
  /** True when the message names a nation other than England. */
  readonly abroad: boolean;
  readonly calendar: Calendar;
}

/** The topic that a question is plainly about, or null. */
export function plainTopic(meant: Understood, tidied: Tidied, kit: Kit): string | null {
  const topics = meant.ranked.filter((r) => kit.entries[r.id]);
  const isPlain = chance({ ...meant, ranked: topics }, tidied) >= plain && belonging(meant, tidied) >= belongs;
  return isPlain ? (topics[0]?.id ?? null) : null;
}

/** The topic whose code the message is ("CT-LEI" or "ref ct"); null when it is anything more than a code. */
export function findRef(raw: readonly string[], kit: Kit): string | null {
  const [code, council, ...more] = raw.filter((w) => w !== 'ref' && w !== 'code');
  if (code === undefined || more.length || (council && !kit.councils.some((c) => c.id.startsWith(council)))) return null;
  return Object.values(kit.entries).find((e) => e.ref.toLowerCase() === code)?.id ?? null;
}

function isAct(id: string): id is Act {
  return (acts as readonly string[]).includes(id);
}

// A carer and a young person ask the same words about Staying Put and need different answers.
function forReader(topic: string, memory: Memory): string {
  return topic === 'staying-put' && memory.reader === 'foster-carer' ? 'staying-put-carers' : topic;
}

function onTopic(step: Step, topic: string, rule: string, ranked?: readonly Ranked[]): Turn {
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

// The likeliest is answered at once, and what else may have been meant is a tap away: a text message saved.
function withRivals({ reply, memory }: Turn, step: Step, rivals: readonly Ranked[]): Turn {
  return offering({ reply, memory }, step, rivals.map((r) => r.id), 'not-that'); // prettier-ignore
}

// The first question is answered, and the others are a tap away.
function withRest(turned: Turn, step: Step, others: readonly string[]): Turn {
  return offering(turned, step, others.slice(0, mostOffered), 'also-asked');
}

function offering({ reply, memory }: Turn, step: Step, topics: readonly string[], lead: 'not-that' | 'also-asked'): Turn {
  const ids = [...new Set(topics.map((id) => forReader(id, step.memory)))].filter((id) => id !== reply.topics[0]);
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

function which(step: Step, topics: readonly Ranked[], ranked: readonly Ranked[], lead = 'which'): Turn {
  const ids = [...new Set(topics.map((r) => forReader(r.id, step.memory)))];
  const words = say(step, 'which', [{ role: 'what', text: phrase(step, lead) }]);
  const reply: Reply = {
    ...words,
    topics: ids,
    choices: ids.map((id) => step.kit.entries[id]!.title),
    why: { rule: 'close rivals', ranked: ranked.slice(0, 3), tokens: step.tokens },
  };
  return { reply, memory: { ...step.memory, offered: ids, misses: 0 } };
}

function act(step: Step, id: Act, rule: string, ranked?: readonly Ranked[], says?: string): Turn {
  const { kit, memory } = step;
  const asksCouncil = id === 'council' && !memory.council && !step.abroad;
  const key =
    says ?? (id !== 'council' || asksCouncil ? id : step.abroad ? 'abroad' : memory.council === elsewhere ? 'elsewhere' : 'council-set');
  const words = say(step, id === 'human' ? 'person' : 'act', [{ role: 'what', text: phrase(step, key) }]);
  const why = { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens };
  const choices = asksCouncil ? kit.councils.map((c) => c.shortName) : [];
  return { reply: { ...words, act: id, choices, why }, memory: { ...memory, misses: 0 } };
}

/** Owns up; after two misses in a row it hands the person to a person. */
function unsure(step: Step, ranked: readonly Ranked[], rule: string): Turn {
  const { kit, memory } = step;
  const misses = (memory.misses ?? 0) + 1;
  const handOver = misses > 2;
  const parts: Part[] = handOver
    ? [{ role: 'what', text: phrase(step, 'hand-over') }]
    : [
        { role: 'what', text: phrase(step, 'unknown') },
        { role: 'who', text: phrase(step, 'unknown-who') },
      ];
  const words = say(step, handOver ? 'person' : 'unknown', parts);
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

function say(step: Step, kind: Reply['kind'], parts: readonly Part[]): Omit<Reply, 'why'> {
  return {
    kind,
    topics: [],
    crisis: null,
    act: null,
    title: '',
    parts,
    brief: parts,
    choices: [],
    ref: null,
    council: step.memory.council ?? null,
  };
}

function phrase({ kit }: Step, key: string): string {
  const values: Readonly<Record<string, string>> = { person: kit.person, council: kit.name };
  return fill(kit.says[key] ?? '', (name) => values[name]);
}
