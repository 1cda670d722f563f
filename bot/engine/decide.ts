import { answer, beforeSources } from './answer';
import { abroad, elsewhere } from './entities';
import { fill } from './fill';
import { asksOf, namedServices } from './find';
import { instead, lookUp } from './lookUp';
import { belonging, belongs, certain, chance, likely, plain, sureAct, sureness } from './sure';
import {
  acts,
  type Act,
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

/** The rule of a turn in which a council was picked from those offered. */
export const councilPicked = 'council picked';

/**
 * Chooses what to do with a message that is not a crisis: act, answer, ask which, own up, or hand to a person. `asked` names
 * the topics of a message that asked about several.
 */
export function decide(meant: Understood, tidied: Tidied, kit: Kit, before: Memory, now: number, asked: readonly string[] = []): Turn {
  const place = meant.council === abroad ? null : meant.council;
  const memory: Memory = { ...before, ...(place && { council: place }), ...(meant.reader && { reader: meant.reader }) };
  const step: Step = { kit, memory, now, tokens: tidied.tokens, raw: tidied.raw, abroad: meant.council === abroad };
  const { ranked } = meant;
  const told = plainly(step, meant, before);
  if (told) return told;

  if (asked.length > 1) return withRest(onTopic(step, forReader(asked[0]!, memory), 'several questions', ranked), step, asked.slice(1));
  const best = ranked[0]!;
  const topics = ranked.filter((r) => kit.entries[r.id]);
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
function plainly(step: Step, meant: Understood, before: Memory): Turn | null {
  const { kit, raw } = step;
  const referred = findRef(raw, kit);
  if (referred) return onTopic(step, referred, 'reference code');
  if (meant.onlyCouncil && step.abroad) return act(step, 'council', 'another nation');
  if (meant.onlyCouncil) return before.topic ? onTopic(step, before.topic, 'council named') : act(step, 'council', 'council named');
  if (meant.choice !== null && before.offered) return onTopic(step, before.offered[meant.choice]!, 'choice');
  if (meant.choice !== null)
    return onTopic({ ...step, memory: { ...step.memory, council: kit.councils[meant.choice]!.id } }, before.topic!, councilPicked);
  if (namedServices(raw, kit).length > 0 && asksOf(raw)) return onTopic(step, 'directory', 'service named', meant.ranked);
  return raw.length === 0 ? unsure(step, meant.ranked, 'no words') : null;
}

interface Step {
  readonly kit: Kit;
  readonly memory: Memory;
  readonly now: number;
  readonly tokens: readonly string[];
  readonly raw: readonly string[];
  /** True when the message names a nation other than England. */
  readonly abroad: boolean;
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
  const words = answer(entry, kit, memory.reader ?? null, now, notice);
  const looked = lookUp(topic, step.tokens, step.raw, kit, now);
  const reply = looked
    ? { ...words, title: looked.title, parts: instead(looked, words.parts), brief: instead(looked, words.brief) }
    : words;
  const { offered: _, ...kept } = memory;
  return {
    reply: { ...reply, why: { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens } },
    memory: { ...kept, topic, misses: 0 },
  };
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

function which(step: Step, topics: readonly Ranked[], ranked: readonly Ranked[]): Turn {
  const ids = [...new Set(topics.map((r) => forReader(r.id, step.memory)))];
  const words = say(step, 'which', [{ role: 'what', text: phrase(step, 'which') }]);
  const reply: Reply = {
    ...words,
    topics: ids,
    choices: ids.map((id) => step.kit.entries[id]!.title),
    why: { rule: 'close rivals', ranked: ranked.slice(0, 3), tokens: step.tokens },
  };
  return { reply, memory: { ...step.memory, offered: ids, misses: 0 } };
}

function act(step: Step, id: Act, rule: string, ranked?: readonly Ranked[]): Turn {
  const { kit, memory } = step;
  const asksCouncil = id === 'council' && !memory.council && !step.abroad;
  const key = id !== 'council' || asksCouncil ? id : step.abroad ? 'abroad' : memory.council === elsewhere ? 'elsewhere' : 'council-set';
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
