import type { Step } from '../../bot/engine/types';

/** A step of phrases, one of which has to stand there. */
export const word = (...phrases: string[]): Step => ({ words: phrases.map((p) => p.split(' ')) });
/** The same, but it may be left out. */
export const maybe = (...phrases: string[]): Step => ({ words: phrases.map((p) => p.split(' ')), optional: true });
/** Up to so many words of any kind. */
export const gap = (most: number): Step => ({ gap: most });
export const start: Step = { edge: 'start' };
export const end: Step = { edge: 'end' };
