import type { Reader } from './types';

export { findAge, type Age, type AgeProblem } from './age';
export { findChoice } from './choice';
export { abroad, elsewhere, findCouncil, isIn, isOwn, onlyNames, type CouncilFound } from './place';
export { findYesNo, type YesNo } from './yesNo';

// Words that may stand round an age without making the message a question ("and what about when im 22").
const ageFiller = new Set('i im am ive and what about when at if but so is was turned turn turning nearly almost just only on my hes shes he she theyre next this in year years old yo y o now btw though'.split(' ')); // prettier-ignore

/** True when a message holds a number of an age's size and nothing that asks for anything else. */
export function saysOnlyAge(words: readonly string[]): boolean {
  return (
    words.some((w) => /^[1-9]\d(?:yo|st|nd|rd|th)?$/u.test(w)) &&
    words.every((w) => /^[1-9]\d(?:yo|st|nd|rd|th)?$/u.test(w) || ageFiller.has(w))
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
