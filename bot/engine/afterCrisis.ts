import { bare } from './bare';
import { beforeSources } from './answer';
import { helpNow, reminder } from './helpNow';
import type { Act, CrisisCategory, Kit, Memory, Part, Reply, Safety, Tidied, Turn } from './types';

/** The room of a turn after a crisis; `plain` tells whether the message plainly asks about one topic. */
export interface AfterCrisis {
  readonly kit: Kit;
  readonly now: number;
  readonly safety: Safety;
  readonly tidied: Tidied;
  readonly plain: () => boolean;
}

// Said out loud, these are answered for what they are, with the number once more. "Goodbye" is not one of them for somebody
// who thinks of suicide.
const courtesies: readonly Act[] = ['thanks', 'human', 'language'];

/**
 * The turn of somebody who was in a crisis a moment ago. The thread stays in help mode until they ask something else, or say
 * that it is over; then the number is said once more.
 */
export function afterCrisis(turned: Turn, before: Memory, room: AfterCrisis): Turn {
  const category = before.crisis!;
  const { kind, act } = turned.reply;
  if (hasMovedOn(turned.reply, room)) return reminded(turned, category, room);
  if (saysOver(room.tidied.tokens)) return reminded(relieved(turned, room), category, room);
  const courtesy = (kind === 'act' || kind === 'person') && act !== null && courtesies.includes(act);
  if (courtesy || (act === 'goodbye' && category !== 'suicide-self-harm')) {
    const { reply, memory } = reminded(turned, category, room);
    return { reply, memory: { ...memory, crisis: category } };
  }
  const memory = { ...before, ...(turned.memory.council && { council: turned.memory.council }) };
  return { reply: { ...helpNow({ category, rule: '' }, memory, room.now, room.safety), why: { rule: `still ${category}` } }, memory };
}

const asking = new Set('how can what where when who which do does is are will am should could would why hows whats wheres whens whos'.split(' '));
const longEnough = 5;

// A guess at what a frightened person might mean is no change of subject, unless they ask something.
function hasMovedOn({ kind, topics, why }: Reply, { tidied: { tokens }, plain }: AfterCrisis): boolean {
  const leans = /^(?:follow-up(?!: (?:how-much|how-long|law))|age told)/u.test(why.rule);
  const asks = tokens.some((word) => asking.has(word));
  if (kind === 'answer' && topics.length === 1 && !leans) return true;
  return (kind === 'answer' || kind === 'which') && asks && (tokens.length > longEnough || plain());
}

const longestOver = 14;
const someone = '(?:he|she|they|everyone|everybody|we|i|it|my \\S+|the \\S+)';
const over = new RegExp(
  `\\b(?:${[
    `(?:im|i am|hes|shes|theyre|were|${someone} (?:is|are|am|r|feel|feels)) (?:all |now |both |at home |home |with them |feeling )*(?:ok|okay|safe|fine|alright|home|back|better|good|calm|out of danger)`,
    '(?:all|is|its|thats) (?:ok|okay|fine|sorted|over|good|calm) now',
    '(?:found|got) (?:him|her|them|my \\S+)|(?:hes|shes|theyre|just|has) (?:just )?(?:walked in|come back|come home|turned up|rang|texted)|(?:he|she|they) (?:came|come) (?:back|home)',
    '(?:police|feds|cops|ambulance|paramedics?|crisis team|999|edt|duty team|social worker)(?: \\S+){0,2} (?:here|coming|comin|him|her|them|it|with (?:me|us|him|her))',
    'false alarm|sorted now|safe now|was (?:only )?(?:joking|a joke|messing)|only joking|just joking|i was joking|wasnt serious|not serious',
  ].join('|')})\\b`,
  'u',
);
const notOver = /\b(?:not|never|dont|doesnt|isnt|arent|cant|wont|but|if|no|want|wish|kill|hurt|die|still|again|until|till|pretend)\b/u;

/** True when a short message says that a crisis is over or in good hands ("they found her shes safe"). */
export function saysOver(tokens: readonly string[]): boolean {
  const said = tokens.join(' ');
  return tokens.length <= longestOver && over.test(said) && !notOver.test(said);
}

function relieved({ memory }: Turn, { kit, tidied }: AfterCrisis): Turn {
  const words = bare('act', [{ role: 'what', text: kit.says['over']! }], memory);
  return { reply: { ...words, why: { rule: 'crisis over', tokens: tidied.tokens } }, memory };
}

function reminded({ reply, memory: { crisis: _, ...memory } }: Turn, category: CrisisCategory, { now, safety }: AfterCrisis): Turn {
  const once: Part = { role: 'notice', text: reminder(category, memory, now, safety) };
  const [first, ...rest] = reply.brief;
  return { reply: { ...reply, parts: beforeSources(reply.parts, once), brief: [...(first ? [first] : []), once, ...rest] }, memory };
}
