import { answer } from './answer';
import { eventInWords, findEvents } from './events';
import { fill } from './fill';
import { asksOf, findServices, namedServices, serviceInWords } from './find';
import { plainWords } from './tidy';
import {
  acts,
  type Act,
  type Kit,
  type Memory,
  type Part,
  type Ranked,
  type Reply,
  type Term,
  type Tidied,
  type Turn,
  type Understood,
} from './types';

// Chosen on questions kept aside from the asks; `npm run figures` prints what they cost and gain.
const sureEnough = 0;
const worthOffering = -0.75;
const closeBehind = 0.25;
const unknownWeighs = 0.8;
const mostOffered = 3;
const fallbackTopics = ['local-offer', 'setting-up-home-allowance', 'leaving-care-team'];

/** Chooses what to do with a message that is not a crisis: act, answer, ask which, own up, or hand to a person. */
export function decide(meant: Understood, tidied: Tidied, kit: Kit, before: Memory, now: number): Turn {
  const memory: Memory = { ...before, ...(meant.council && { council: meant.council }), ...(meant.reader && { reader: meant.reader }) };
  const step: Step = { kit, memory, now, tokens: tidied.tokens, raw: tidied.raw };
  const referred = findRef(tidied.raw, kit);
  if (referred) return onTopic(step, referred, 'reference code');
  if (meant.onlyCouncil) return before.topic ? onTopic(step, before.topic, 'council named') : act(step, 'council', 'council named');
  if (meant.choice !== null && before.offered?.[meant.choice]) return onTopic(step, before.offered[meant.choice]!, 'choice');
  if (namedServices(tidied.raw, kit).length > 0 && asksOf(tidied.raw)) return onTopic(step, 'directory', 'service named', meant.ranked);
  if (tidied.tokens.length === 0) return unsure(step, meant.ranked, 'no words');

  const sure = surenessOf(meant);
  const best = meant.ranked[0]!;
  const topics = meant.ranked.filter((r) => kit.entries[r.id]);
  if (isAct(best.id))
    return sure >= sureEnough && best.id !== 'out-of-scope'
      ? act(step, best.id, best.id, meant.ranked)
      : unsure(step, meant.ranked, best.id);
  if (sure < worthOffering) return unsure(step, meant.ranked, 'not sure enough');
  const rivals = topics.filter((r) => best.score - r.score <= closeBehind);
  if (sure >= sureEnough || rivals.length === 1) return onTopic(step, forReader(best.id, memory), 'ranked first', meant.ranked);
  return which(step, topics.slice(0, mostOffered), meant.ranked);
}

/** How sure the ranking is: the best score, less for words never seen. */
export function surenessOf(meant: Pick<Understood, 'ranked' | 'known'>): number {
  return (meant.ranked[0]?.score ?? -Infinity) - unknownWeighs * (1 - meant.known);
}

interface Step {
  readonly kit: Kit;
  readonly memory: Memory;
  readonly now: number;
  readonly tokens: readonly string[];
  readonly raw: readonly string[];
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
  const notice = memory.council === 'elsewhere' ? kit.says['elsewhere'] : undefined;
  const words = answer(entry, kit, memory.reader ?? null, now, { rule, ...(notice && { notice }) });
  const looked = lookedUp(step, topic);
  const reply = looked
    ? { ...words, title: looked.title, parts: instead(looked, words.parts), brief: instead(looked, words.brief) }
    : words;
  const { offered: _, ...kept } = memory;
  return {
    reply: { ...reply, why: { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens } },
    memory: { ...kept, topic, misses: 0 },
  };
}

interface LookedUp {
  readonly title: string;
  readonly parts: readonly Part[];
}

// Three topics are lists to look in: what a word means, what is on, and where help is.
function lookedUp({ tokens, raw, kit, now }: Step, topic: string): LookedUp | null {
  if (topic === 'glossary') {
    const term = findTerm(raw, kit.glossary) ?? findTerm(tokens, kit.glossary);
    return term && { title: term.term, parts: [{ role: 'what', text: term.means }] };
  }
  if (topic === 'events') {
    const events = findEvents(tokens, kit.events, now);
    return events[0] ? { title: events.length === 1 ? events[0].name : "What's on", parts: events.map(eventInWords) } : null;
  }
  if (topic !== 'directory') return null;
  const services = findServices(raw, kit);
  return services[0] ? { title: services.length === 1 ? services[0].name : 'Who can help', parts: services.map(serviceInWords) } : null;
}

function instead(looked: LookedUp, parts: readonly Part[]): Part[] {
  return [...looked.parts, ...parts.filter((p) => p.role === 'who' || p.role === 'source')];
}

/** The glossary's word that a message names; the longest name wins. */
export function findTerm(words: readonly string[], glossary: readonly Term[]): Term | null {
  const text = ` ${words.join(' ')} `;
  const named = glossary.flatMap((term) => [term.term, ...term.also].map((name) => ({ term, name: plainWords(name).join(' ') })));
  const found = named.filter(({ name }) => text.includes(` ${name} `)).sort((a, b) => b.name.length - a.name.length)[0];
  return found?.term ?? null;
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
  const kind = id === 'human' ? 'person' : 'act';
  const wantsCouncil = id === 'council' && !kit.council;
  const text = phrase(step, id === 'council' && !wantsCouncil ? 'council-set' : id);
  const words = say(step, kind, [{ role: 'what', text }]);
  return {
    reply: {
      ...words,
      act: id,
      choices: wantsCouncil ? kit.councils.map((c) => c.shortName) : [],
      why: { rule, ...(ranked && { ranked: ranked.slice(0, 3) }), tokens: step.tokens },
    },
    memory: { ...memory, misses: 0 },
  };
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
