import lunr from 'lunr';
import { sentencesOf } from './sentences';
import { little } from './stays';
import { plainWords } from './tidy';
import type { Part } from './types';

/** Sentences picked at most: a follow-up asks one thing. */
const mostPicked = 3;
/** A condition that more than this share of the sentences holds is what the whole answer is about. */
const common = 0.4;

const told: readonly Part['role'][] = ['what', 'law', 'council'];

/** What changes an answer for somebody: how people say it, and how an entry does. */
export const conditions: readonly RegExp[] = [
  /\b(?:uni|university|college|sixth form|student|students|course|studying|study|education)\b/u,
  /\b(?:work|works|working|job|jobs|wage|wages|earn|earning|employed|apprentice|apprenticeship|low income)\b/u,
  /\b(?:partner|boyfriend|girlfriend|bf|gf|mate|mates|housemates|married|alone|by myself|on my own|share|sharing)\b/u,
  /\b(?:baby|pregnant|child|children|kid|kids|son|daughter|parent|mum|dad)\b/u,
  /\b(?:disabled|disability|wheelchair|learning difficulties|learning disability|pip|ehcp)\b/u,
  /\b(?:move|moved|moving|outside|another area|other area|away|different council|out of area)\b/u,
  /\b(?:uc|universal credit|benefits|jobcentre)\b/u,
  /\b(?:asylum|refugee|visa|leave to remain|home office|came to the uk|came alone)\b/u,
  /\b(?:prison|jail|custody|remand|probation)\b/u,
  /\b(?:agency|independent fostering)\b/u,
  /\b(?:tax|taxed|taxable|hmrc|tax free)\b/u,
  /\b(?:rent|lodger|lodgers|housing benefit)\b/u,
  /\b(?:insurance|insure|insured|insurer|insurers|cover|covered)\b/u,
  /\b(?:agreement|sign|signs|signed|house rules|in writing|contract|licence)\b/u,
  /\b(?:dbs|police check)\b/u,
  /\b(?:appeal|court|judge|hearing|bailiff|bailiffs)\b/u,
  /\b(?:deposit|guarantor)\b/u,
  /\b(?:bus|train|railcard|travel|driving)\b/u,
  /\b(?:bed|furniture|cooker|washing machine|fridge|carpet|carpets)\b/u,
  /\b(?:phone|laptop|internet|wifi)\b/u,
  /\b(?:christmas|xmas|eid|festival|festivals)\b/u,
  /\b(?:refuse|refuses|refused|say no|says no|said no|turned down)\b/u,
];

interface Sentence {
  readonly part: Part;
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * The sentences of an answer about the same condition as a follow-up sets ("and if im at uni"), each under the heading it came
 * from; none where nothing is said of it.
 */
export function touching(parts: readonly Part[], tokens: readonly string[]): Part[] {
  const sentences = sentencesIn(parts);
  const said = tokens.join(' ');
  const holding = conditions
    .filter((condition) => condition.test(said))
    .map((condition) => sentences.filter(({ words }) => condition.test(words.join(' '))))
    .filter((some) => some.length <= common * sentences.length);
  return picked(parts, sentences, holding, mostPicked);
}

/** Letters of a word that are read for its stem. */
const longestWord = 20;
/** Words that point at no sentence: they carry no subject, or stand in every answer. */
const saysLittle = new Set(
  [
    ...little,
    ...'thats going once only own since thing things anything something someone person people want need know tell told ask answer say said says help give given council care leave leaver leavers worker team still even though tho now much many more most time always never every back make makes think keep put come came take took long gonna already bit lot after before year years old day days week weeks month months live lived living new plan start right good yes into look find use young stop pay paid law money free support service next let ring because cos'.split(' '),
  ].map(stem),
); // prettier-ignore
/** A word that more sentences than this have points at none of them; and so many are told. */
const mostPointed = 2;

/** The sentences of an answer with a word of a follow-up that few of them have ("will bits be blacked out"), likewise. */
export function pointedAt(parts: readonly Part[], tokens: readonly string[]): Part[] {
  const sentences = sentencesIn(parts);
  const telling = new Set(tokens.filter((word) => word.length > 2 && !/\d/u.test(word)).map(stem));
  const stems = sentences.map(({ words }) => new Set(words.map(stem)));
  const pointing = [...telling]
    .filter((word) => !saysLittle.has(word))
    .map((word) => sentences.filter((_, at) => stems[at]!.has(word)))
    .filter((some) => some.length <= mostPointed);
  return picked(parts, sentences, pointing, mostPointed);
}

// "blacked", "rings" and "picking" are what "black", "ring" and "pick" are.
function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word.slice(0, longestWord), {})).toString();
}

function sentencesIn(parts: readonly Part[]): readonly Sentence[] {
  return parts
    .filter(({ role }) => told.includes(role))
    .flatMap((part) => sentencesOf(part.text).map((text): Sentence => ({ part, text, words: plainWords(text) })));
}

// The first so many of the sentences in any of the groups, each under the heading it came from.
function picked(parts: readonly Part[], sentences: readonly Sentence[], groups: readonly (readonly Sentence[])[], most: number): Part[] {
  const chosen = sentences.filter((one) => groups.some((some) => some.includes(one))).slice(0, most);
  return parts.flatMap((part): Part[] => {
    const of = chosen.filter((one) => one.part === part).map(({ text }) => text);
    return of.length ? [{ ...part, text: of.join(' ') }] : [];
  });
}
