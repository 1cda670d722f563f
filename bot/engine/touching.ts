import { sentencesOf } from './sentences';
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

/**
 * The sentences of an answer about the same condition as a follow-up sets ("and if im at uni"), each under the heading it came
 * from; none where nothing is said of it.
 */
export function touching(parts: readonly Part[], tokens: readonly string[]): Part[] {
  const sentences = parts
    .filter(({ role }) => told.includes(role))
    .flatMap((part) => sentencesOf(part.text).map((text) => ({ part, text, plain: plainWords(text).join(' ') })));
  const said = tokens.join(' ');
  const holding = conditions
    .filter((condition) => condition.test(said))
    .map((condition) => sentences.filter(({ plain }) => condition.test(plain)))
    .filter((some) => some.length <= common * sentences.length);
  const picked = sentences.filter((one) => holding.some((some) => some.includes(one))).slice(0, mostPicked);
  return parts.flatMap((part): Part[] => {
    const of = picked.filter((one) => one.part === part).map(({ text }) => text);
    return of.length ? [{ ...part, text: of.join(' ') }] : [];
  });
}
