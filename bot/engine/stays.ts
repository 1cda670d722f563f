import type { Ranked } from './types';

// A message after an answer is about the same thing or about another. Each sign below counts for or against the same thing by
// its weight, fitted by logistic regression on conversations written for it (tests/questions/tuning-conversations.yaml). In the
// later ones people change the subject more often than in the first: the weights lie between a fit on the first and one on all,
// a quarter of the way.

interface Said {
  readonly tokens: readonly string[];
  readonly text: string;
  /** Scores of the topic before, and of the best other one. */
  readonly before: number;
  readonly other: number;
}

/** Words that carry no subject. */
export const little = new Set(
  'i im am is are was be been a an the to of in on at for with by from up do does did have has had can could will would should may might must if when and or but so not no it its that this they them he she his her my me we us you your our what who how where why which there get got go any some all just ok really like then than also too as about out off one'.split(' '),
); // prettier-ignore
const fewSubjects = 2;
const shortest = 7;
const ageShort = 8;

const has = (pattern: RegExp) => (said: Said) => (pattern.test(said.text) ? 1 : 0);

const signs: readonly (readonly [weight: number, sign: (said: Said) => number])[] = [
  [3.59, () => 1],
  [1.65, ({ before }) => before],
  [-2.15, ({ other }) => other],
  [-1.33, ({ tokens }) => Math.log(1 + tokens.length)],
  [1.01, ({ tokens }) => (tokens.length <= shortest ? 1 : 0)],
  [0.75, ({ tokens }) => (tokens.filter((word) => !little.has(word) && !/^\d+$/u.test(word)).length <= fewSubjects ? 1 : 0)],
  // Points back to what was said ("is it the same for them"), or sets a condition to it ("what if im at uni").
  [0.66, has(/\b(?:it|its|that|thats|this|them|those|these|one|mine|then|same|either|still|instead|too|as well|they|their|theyre)\b/u)],
  [0.41, has(/\b(?:if|when|even|after|until|till|once|before)\b/u)],
  // Says that something else comes.
  [-0.65, has(/\b(?:another thing|different (?:thing|question|one)|something else|separately|one more|also|going back|back to|other thing|last one|last thing|next|unrelated)\b/u)], // prettier-ignore
  // Thanks for the answer, or takes it for done.
  [-1.21, has(/^(?:ok|okay|right|cool|great|thanks|thank you|cheers|ta|ty|alright|fine)\b/u)],
  // Only names a thing ("what about driving lessons", "and a dentist").
  [-0.98, ({ tokens }) => (namesAThing(tokens) ? 1 : 0)],
  // Tells something of the person, or asks yes or no: a new subject more often begins with what, who or how.
  [0.9, has(/^(?:but |and |so |ok |well |yeah |no |oh )*(?:im|i am|ive|i have|i dont|i never|i was|i already|he|she|hes|shes|they|we|its|that|thats|my)\b/u)], // prettier-ignore
  [0.72, has(/^(?:and |so |but |ok |then )*(?:do|does|is|are|can|could|will|would|should|did|has|have|am|must|might)\b/u)],
  [0.39, has(/\b(?:i|im|my|me|we|our|ive)\b/u)],
  [0.56, (said) => (said.tokens.length <= ageShort ? has(/\b(?:1[5-9]|2\d)\b/u)(said) : 0)],
];

const leads = new Set('ok okay and but so what how about wot thanks right also then a an some'.split(' '));

function namesAThing(tokens: readonly string[]): boolean {
  const named = tokens.slice(tokens.findIndex((word) => !leads.has(word)));
  return (
    named.length > 0 && named.length <= fewSubjects && named.every((word) => word.length > 2 && !little.has(word) && !/\d/u.test(word))
  );
}

// "and my sister", "for my mate": the same question for somebody else.
const otherPerson =
  /^(?:and |but |what about |how about |ok |is it the same )*(?:for )?(?:my|our|his|her|the) (?:little |big |older |younger |foster )?(?:brother|sister|mate|friend|girlfriend|boyfriend|partner|kid|kids|son|daughter|lad|girl|baby|child|cousin|young person)s?(?: (?:too|as well|then))?$/u;

/** The chance, from 0 to 1, that a message is still about the topic before it; `topics` are ranked best first. */
export function chanceOfStaying(tokens: readonly string[], topics: readonly Ranked[], topic: string): number {
  const text = tokens.join(' ');
  if (otherPerson.test(text)) return 1;
  const before = topics.find(({ id }) => id === topic)?.score ?? -1;
  const other = topics.find(({ id }) => id !== topic)?.score ?? -1;
  const said: Said = { tokens, text, before, other };
  return 1 / (1 + Math.exp(-signs.reduce((sum, [weight, sign]) => sum + weight * sign(said), 0)));
}
