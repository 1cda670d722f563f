import { eventInWords, findEvents } from './events';
import { findServices, serviceInWords } from './find';
import { madeOnce } from './madeOnce';
import { findNames, namesOf } from './names';
import type { Calendar, Kit, Part, Term, Tidied } from './types';

export interface LookedUp {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Looks in a list, for the three topics that have one: what a word means, what is on, and where help is. */
export function lookUp(topic: string, { tokens, raw }: Tidied, kit: Kit, now: number, calendar: Calendar): LookedUp | null {
  if (topic === 'glossary') {
    const term = findTerm(raw, kit.glossary) ?? findTerm(tokens, kit.glossary);
    return term && { title: term.term, parts: [{ role: 'what', text: term.means }] };
  }
  if (topic === 'events') {
    const { events, daysNotKnown } = findEvents({ tokens, raw }, kit.events, now, calendar);
    const notice = daysNotKnown ? kit.says['days-not-known'] : undefined;
    const parts: Part[] = [...(notice ? [{ role: 'notice' as const, text: notice }] : []), ...events.map(eventInWords)];
    return events[0] ? { title: events.length === 1 ? events[0].name : "What's on", parts } : null;
  }
  if (topic !== 'directory') return null;
  const services = findServices(raw, kit);
  return services[0] ? { title: services.length === 1 ? services[0].name : 'Who can help', parts: services.map(serviceInWords) } : null;
}

/** The parts of a reply with what was looked up in place of the topic's own words. */
export function instead(looked: LookedUp, parts: readonly Part[]): Part[] {
  return [...looked.parts, ...parts.filter((p) => p.role === 'who' || p.role === 'source')];
}

/** The glossary's word that a message names; the longest name wins. */
export function findTerm(words: readonly string[], glossary: readonly Term[]): Term | null {
  return findNames(words, termNames(glossary))[0]?.of ?? null;
}

const termNames = madeOnce((glossary: readonly Term[]) => namesOf(glossary.map((term) => [term, [term.term, ...term.also]] as const)));
