import { findCrisis } from './crisis';
import type { CrisisCategory, Safety } from './types';
import { tidy } from './tidy';

/** Plain messages, some for each kind of crisis, that must be seen whatever else is changed. */
export const panel: Readonly<Record<CrisisCategory, readonly string[]>> = {
  'danger-now': ['someone is trying to kill me', 'there is a man with a knife outside my door', 'someone is breaking into my flat'],
  'suicide-self-harm': [
    'I want to kill myself',
    'I want to die',
    'im suicidal',
    'I am going to end my life tonight',
    'ive been cutting myself',
  ],
  abuse: ['I was raped', 'my carer hits me', 'my uncle touches me and I hate it', 'I am being abused'],
  exploitation: [
    'they are making me sell drugs',
    'he makes me have sex with his friends for money',
    'they took my passport and make me work',
  ],
  'domestic-abuse': ['my boyfriend beats me up', 'my family are forcing me to marry', 'my ex is stalking me'],
  'homeless-tonight': ['I have nowhere to sleep tonight', 'ive been kicked out and im on the street', 'im sleeping rough'],
  missing: ['I have run away', 'our foster daughter has not come home and it is midnight', 'my brother is missing'],
  medical: ['she has stopped breathing', 'I have taken an overdose', 'he is unconscious and wont wake up'],
};

/** The phrases of the panel that no rule fires on: none, or the service must not answer questions. */
export function unseen(safety: Safety): string[] {
  return Object.values(panel)
    .flat()
    .filter((phrase) => findCrisis(tidy(phrase, safety.spelling), safety) === null);
}
