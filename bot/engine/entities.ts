import type { CouncilName, Elsewhere, Reader } from './types';
import { findNames, namesOf, type Names } from './names';

export { findAge, type Age, type AgeProblem } from './age';
export { findChoice } from './choice';
export { findYesNo, type YesNo } from './yesNo';

/** Stands for a council of England that is not in yet, and for the other nations. */
export const elsewhere = 'elsewhere';
export const abroad = 'abroad';

export interface CouncilFound {
  readonly id: string;
  /** Positions of the words that named it. */
  readonly from: number;
  readonly to: number;
}

/** The council that a message names, by name, nickname or town; the longest name wins. */
export function findCouncil(words: readonly string[], councils: readonly CouncilName[], others: Elsewhere): CouncilFound | null {
  const [longest] = findNames(words, councilNames(councils, others));
  return longest ? { id: longest.of, from: longest.from, to: longest.to } : null;
}

const namesBefore = new WeakMap<readonly CouncilName[], Names<string>>();

function councilNames(councils: readonly CouncilName[], others: Elsewhere): Names<string> {
  const before = namesBefore.get(councils);
  if (before) return before;
  const now = namesOf<string>([
    ...councils.map((c) => [c.id, [c.name, c.shortName, ...c.aliases]] as const),
    [elsewhere, others.england],
    [abroad, others.otherNations],
  ]);
  namesBefore.set(councils, now);
  return now;
}

// Words that may stand round a council's name without making the message a question.
const filler = new Set(
  'i im am in from at for the my our its is it was with under live lived living council county borough care team area of and so erm um ok yes yeah hi hello that one please near me be btw sorry mean meant actually no wait oh right now by we are looked after they thats just moved to used said way'.split(' '),
); // prettier-ignore

/** True when the message only names a council ("im from devon"), so there is no question in it. */
export function onlyNames(words: readonly string[], found: CouncilFound): boolean {
  return words.every((w, i) => (i >= found.from && i < found.to) || filler.has(w));
}

// Words that may stand round an age without making the message a question ("and what about when im 22").
const ageFiller = new Set('i im am ive and what about when at if but so is was turned turn turning nearly almost just only on my hes shes he she theyre next this in year years old yo y o now btw though'.split(' ')); // prettier-ignore

/** True when a message holds a number of an age's size and nothing that asks for anything else. */
export function saysOnlyAge(words: readonly string[]): boolean {
  return (
    words.some((w) => /^[1-9]\d?(?:yo|st|nd|rd|th)?$/u.test(w)) &&
    words.every((w) => /^[1-9]\d?(?:yo|st|nd|rd|th)?$/u.test(w) || ageFiller.has(w))
  );
}

const carerPhrases = [
  'we foster', 'i foster', 'im a foster carer', 'am a foster carer', 'foster carers for', 'as a foster carer', 'as foster carers', 'were foster carers', 'foster son', 'foster daughter', 'foster child', 'our young person',
  'my young person', 'our lad', 'young person we', 'living with us', 'lives with us', 'stays with us', 'stay with us', 'staying with us', 'as carers', 'as a carer', 'our foster', 'my foster lad', 'my foster girl',
]; // prettier-ignore

/** Whether the words show that a foster carer is asking; null when they do not say. */
export function findReader(words: readonly string[]): Reader | null {
  const text = ` ${words.join(' ')} `;
  return carerPhrases.some((phrase) => text.includes(` ${phrase} `)) ? 'foster-carer' : null;
}
