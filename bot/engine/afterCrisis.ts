import { bare } from './bare';
import { beforeSources } from './answer';
import { commandOf } from './commands';
import { meantInstead } from './followUp';
import { helpNow, reminder } from './helpNow';
import { isAsking } from './questions';
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
const thanks = /\b(?:thanks?|thankyou|thanku|thx|ty|ta|cheers|merci|bless)\b/u;

/**
 * The turn of somebody who was in a crisis a moment ago. The thread stays in help mode until they ask something else, or say
 * that it is over; then the number is said once more.
 */
export function afterCrisis(turned: Turn, before: Memory, room: AfterCrisis): Turn {
  const category = before.crisis!;
  const { kind, act } = turned.reply;
  if (hasMovedOn(turned.reply, before, room)) return reminded(turned, category, room);
  if (saysOver(room.tidied.tokens)) return reminded(relieved(turned, room), category, room);
  const said = room.tidied.tokens.join(' ');
  const courtesy = (kind === 'act' || kind === 'person') && act !== null && courtesies.includes(act);
  // "ok" by itself is no thanks: the help stays.
  if ((courtesy && (act !== 'thanks' || thanks.test(said))) || (act === 'goodbye' && category !== 'suicide-self-harm')) {
    const { reply, memory } = reminded(turned, category, room);
    const eased = before.eased || act === 'thanks';
    return { reply, memory: { ...memory, crisis: category, ...(eased && { eased }) } };
  }
  const memory = { ...before, ...(turned.memory.council && { council: turned.memory.council }) };
  return { reply: { ...helpNow({ category, rule: '' }, memory, room.now, room.safety), why: { rule: `still ${category}` } }, memory };
}

// Somebody frightened tells more ("i told my social worker and she did nothing"): only a plain question is a change of subject,
// and once they have thanked for the help, or where there may have been no crisis, whatever is plainly about one ("im behind with
// my rent").
function hasMovedOn({ kind }: Reply, { eased }: Memory, { tidied: { tokens, raw }, plain }: AfterCrisis): boolean {
  if (commandOf(raw) !== null) return true;
  if (kind !== 'answer' && kind !== 'which') return false;
  return meantInstead(tokens) !== null || ((eased || isAsking(tokens)) && plain());
}

const longestOver = 14;
const over =
  /\b(?:(?:im|hes|shes|theyre|were|everyones|babys|(?:i|he|she|they|we|everyone|baby|(?:my|the|our) \S+) (?:is|are|am|r|feel|feels)) (?:all |now |both |here |home |at home |with (?:me|us|them) |back |going to be |gonna be |feeling )*(?:ok|okay|safe|fine|alright|stable|better)|(?:police|feds|cops) (?:have |has )?(?:got|arrested|took|taken) (?:him|her|them)|false alarm|only joking|just joking|was joking|was a joke)\b/u;
// Anything that takes it back, or tells of more, keeps the help where it is.
const notOver =
  /\b(?:not|never|dont|doesnt|isnt|arent|cant|wont|but|if|no|want|wish|kill|hurt|hit|die|dead|still|again|until|till|pretend|think|hope|maybe|says|said|scared|blood|alone|without|outside|or)\b/u;

// "lol no its just a joke", "you got it wrong": the whole message.
const mistaken =
  /^(?:no |nah |lol |haha |sorry |omg |but |honestly )*(?:(?:(?:thats|its|this is|that is) )?wrong|not like that|not that|i (?:dont|didnt|did not|do not) mean (?:that|it|it like that)|(?:that is |thats |its )?not what i (?:meant|mean|said|asked)|you (?:got|have got|ve got) (?:it|me|that) (?:all )?wrong|(?:its|it is|it was|was|that was) (?:just |only )?a (?:joke|saying|figure of speech)|(?:its |im )?(?:just |only )?(?:joking|kidding|messing)|jk|im (?:ok|okay|fine|good|alright)(?: now)?|im not in (?:danger|trouble|a crisis)|nothing like that)(?: lol| haha| honestly| i promise| promise| tho| though| dont worry| dw| thanks)*$/u;

/** True when a short message says that a crisis is over or in good hands ("they found her shes safe"), or that there was none. */
export function saysOver(tokens: readonly string[]): boolean {
  const said = tokens.join(' ');
  return tokens.length <= longestOver && (mistaken.test(said) || (over.test(said) && !notOver.test(said)));
}

function relieved({ memory }: Turn, { kit, tidied }: AfterCrisis): Turn {
  const words = bare('act', [{ role: 'what', text: kit.says['over']! }], memory);
  return { reply: { ...words, why: { rule: 'crisis over', tokens: tidied.tokens } }, memory };
}

function reminded(
  { reply, memory: { crisis: _, eased: __, ...memory } }: Turn,
  category: CrisisCategory,
  { now, safety }: AfterCrisis,
): Turn {
  const once: Part = { role: 'notice', text: reminder(category, memory, now, safety) };
  const [first, ...rest] = reply.brief;
  return { reply: { ...reply, parts: beforeSources(reply.parts, once), brief: [...(first ? [first] : []), once, ...rest] }, memory };
}
