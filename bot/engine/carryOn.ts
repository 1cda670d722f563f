import { adviserMessage } from './adviser';
import { bare } from './bare';
import { begin } from './dialog';
import { focus, focusOn } from './focus';
import { aspectOf, type Aspect } from './followUp';
import type { Stage } from './stage';
import { chanceOfStaying } from './stays';
import { act, dialogPrefix, forReader, mostOffered, onTopic, which, withRivals, type Step } from './step';
import { chance, plain, sureAct } from './sure';
import { isAct, type Act, type Memory, type Ranked, type Tidied, type Turn, type Understood } from './types';
import { findYesNo } from './yesNo';

/** From this score of "out of scope" a message is plainly about other things. */
const plainlyOutside = 0.2;

/**
 * From these scores a message in the middle of a subject is an act: questions are easily taken for a call for help or a
 * greeting, and a short one for a goodbye.
 */
const actsFrom: Readonly<Partial<Record<Act, number>>> = { help: 0.3, greeting: 0.3, human: -0.15, language: sureAct };
const otherActsFrom = 0;

/** Share of words that are known, below which a message says nothing at all. */
const mostlyKnown = 0.5;

/** The chance, from 0 to 1, that a message is about what was just said ("whens it start") and not about a subject of its own. */
export function staying({ tokens }: Tidied, topics: readonly Ranked[], { ranked, known }: Understood, { topic }: Memory): number {
  if (topic === undefined || !topics[0] || known < mostlyKnown) return 0;
  const outside = ranked.find((r) => r.id === 'out-of-scope')?.score ?? -1;
  if (outside >= plainlyOutside || isActing(ranked[0]!)) return 0;
  return chanceOfStaying(tokens, topics, topic);
}

function isActing({ id, score }: Ranked): boolean {
  return isAct(id) && id !== 'out-of-scope' && score >= (actsFrom[id] ?? otherActsFrom);
}

/** From this chance on what else a follow-up may mean is offered beside it. */
const rivalsFrom = 0.55;

/** The last subject again; what else the message may mean is offered beside it. */
export function sameSubject(step: Step, topic: string, topics: readonly Ranked[], meant: Understood, tidied: Tidied): Turn {
  const { reply, memory } = onTopic(step, forReader(topic, step.memory), 'follow-up', meant.ranked);
  const odds = chance({ ...meant, ranked: topics }, tidied);
  // Another council's answer is new, and a plain question on the subject asks for all of it: both are told whole.
  const whole = meant.council !== null || (topics[0]!.id === topic && odds >= plain);
  const words = whole ? reply : focusOn(reply, tidied.tokens, step.kit);
  const answered = { reply: { ...words, why: reply.why }, memory };
  const isLikely = odds >= rivalsFrom;
  return isLikely && topics[0]!.id !== topic ? withRivals(answered, step, topics.slice(0, mostOffered - 1)) : answered;
}

/** "Yes please" answers an offer; a longer message says something of its own. */
const longestYesNo = 3;

// "thanks but thats not what i asked"
const notAsked =
  /^(?:no |thanks |thank you |ok |but |sorry |yeah |lol )*(?:(?:thats|that is|its|it is|this is) )?not (?:what i (?:asked|meant|mean|said|wanted|was asking)(?: for| about)?|the answer|my question|an answer)$/u;

/** The turn for what leans wholly on the reply before: yes, no, an age, or who, how much, how long, how and whether it is the law. */
export function following(step: Step, meant: Understood, before: Memory): Turn | null {
  const [first] = before.offered ?? [];
  const yesNo =
    step.raw.length <= longestYesNo && !/\b(?:thanks?|thank|thx|ta|cheers|ok|okay|k|cool)\b/u.test(step.tokens.join(' '))
      ? findYesNo(step.raw)
      : null;
  const several = topicsOffered(step, before);
  // A yes to several takes none of them.
  if (yesNo === 'yes' && several.length > 1) return which(step, several, meant.ranked);
  if (yesNo === 'yes' && first) return opened(step, first, 'yes');
  if (yesNo === 'yes' && before.topic !== undefined)
    return step.memory.council ? act(step, 'help', 'yes', undefined, 'nothing-offered') : act(step, 'council', 'yes');
  if (yesNo === 'no' && (first || before.topic)) return notThat(step, before, meant.ranked);
  if (before.topic !== undefined && meant.onlyAge) return onTopic(step, forReader(before.topic, step.memory), 'age told');
  if ((before.topic !== undefined || first) && notAsked.test(step.tokens.join(' '))) return notThat(step, before, meant.ranked);
  const aspect = before.topic === undefined ? null : aspectOf(step.tokens);
  return aspect && focused(onTopic(step, forReader(before.topic!, step.memory), `follow-up: ${aspect}`), aspect, step);
}

function focused({ reply, memory }: Turn, aspect: Aspect, { kit }: Step): Turn {
  return { reply: { ...focus(reply, aspect, kit), why: reply.why }, memory };
}

/** What was offered is taken: a topic, or a dialog. */
export function opened(step: Step, id: string, rule: string): Turn {
  const dialog = id.startsWith(dialogPrefix) ? step.kit.dialogs[id.slice(dialogPrefix.length)] : undefined;
  if (!dialog) return onTopic(step, id, rule);
  return begin(dialog, stageOf(step));
}

/** A step as a dialog needs it. */
export function stageOf({ kit, memory, now, tokens, raw, calendar }: Step): Stage {
  return { kit, memory, now, tidied: { tokens, raw }, calendar };
}

// "No" to an answer with rivals asks for one of them; a plain "no" asks what else there is.
function notThat(step: Step, before: Memory, ranked: readonly Ranked[]): Turn {
  const others = topicsOffered(step, before);
  const { offered: _, ...memory } = step.memory;
  if (others.length === 0) return { ...act(step, 'help', 'no', undefined, 'nothing-offered'), memory };
  return which(step, others, ranked, 'which-instead');
}

// The topics among what the last reply offered, to be offered again.
function topicsOffered({ kit }: Step, { offered = [] }: Memory): Ranked[] {
  return offered.filter((id) => kit.entries[id]).map((id) => ({ id, score: 0, because: [] }));
}

/** The last answer as a message to send; with none yet, how to get one. */
export function toAdviser(step: Step, { topic }: Memory): Turn {
  const { kit, memory, now } = step;
  const entry = topic === undefined ? undefined : kit.entries[topic];
  if (!entry) return act(step, 'help', 'ask my adviser', undefined, 'adviser-what');
  const parts = adviserMessage(entry, kit, now);
  const words = bare('answer', parts, memory);
  return {
    reply: {
      ...words,
      brief: parts.filter(({ href }) => !href),
      topics: [entry.id],
      title: kit.says['adviser-title']!,
      why: { rule: 'ask my adviser' },
    },
    memory: { ...memory, misses: 0 },
  };
}
