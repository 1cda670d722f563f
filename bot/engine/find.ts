import lunr from 'lunr';
import type { Hours, Kit, Part, Service } from './types';
import { madeOnce } from './madeOnce';
import { findNames, namesOf } from './names';

const mostFound = 3;
// lunr can be made to run for seconds by long words and many terms (its own query syntax is never used here).
const mostTerms = 15;
const longestTerm = 20;

// Words of asking, which say nothing of what is looked for.
const asking = new Set(
  'what whats is the a an number for phone ring call who do i can how contact details address email of my me near to get in touch with where are any there please find nearest local round here does it open time times hours on at know need want line helpline service services you have got give tell'.split(
    ' ',
  ),
);

// Words of asking for the council's own numbers, which are in the directory's entry and not in the list.
const ownCouncil = new Set(['council', 'councils', 'team', 'duty', 'door', 'save', 'numbers', 'social']);

/** The services that a message names, the longest name first. */
export function namedServices(words: readonly string[], kit: Kit): Service[] {
  const named = findNames(words, serviceNames(kit.services)).map(({ of }) => of);
  return [...new Set(named)].slice(0, mostFound);
}

const serviceNames = madeOnce((services: Kit['services']) =>
  namesOf(Object.values(services).map((s) => [s, [s.name, ...(s.also ?? [])]] as const)),
);

const reaching = new Set('number phone ring call text email open opening hours helpline line website reach when about'.split(' '));
const shortQuestion = 5;

/** True when a message that names a service asks how or when to reach it, or says little else. */
export function asksOf(words: readonly string[]): boolean {
  return words.length < shortQuestion || words.some((w) => reaching.has(w));
}

/** The services that a message looks for: those it names, or else the best three by its words. */
export function findServices(words: readonly string[], kit: Kit): Service[] {
  const named = namedServices(words, kit);
  if (named.length > 0) return named;
  const terms = words.filter((w) => !asking.has(w) && w.length <= longestTerm).slice(0, mostTerms);
  if (terms.length === 0 || terms.some((w) => ownCouncil.has(w))) return [];
  const found = indexOf(kit).query((q) => {
    for (const term of terms) q.term(lunr.tokenizer(term), { fields: ['name'], boost: 3 });
    for (const term of terms) q.term(lunr.tokenizer(term), { fields: ['description', 'topics'] });
  });
  return found.slice(0, mostFound).flatMap(({ ref }) => kit.services[ref] ?? []);
}

const indexOf = madeOnce((kit: Kit) =>
  lunr(function () {
    this.ref('id');
    this.field('name');
    this.field('description');
    this.field('topics');
    for (const [id, s] of Object.entries(kit.services)) {
      const topics = s.topics.map((topic) => kit.entries[topic]?.title ?? topic).join(' ');
      this.add({ id, name: s.name, description: `${s.description} ${s.eligibility}`, topics });
    }
  }),
);

/** A service as one part of a reply: what it is, how to reach it, when. */
export function serviceInWords(s: Service): Part {
  const ways = [
    s.phone && `Ring ${s.phone}.`,
    s.textTo && `Text ${s.textTo}.`,
    s.email && `Email ${s.email}.`,
    s.url && `See ${s.url.replace(/^https:\/\/(www\.)?/u, '')}.`,
  ];
  return { role: 'what', text: [`${s.name}. ${s.description}`, ...ways, hoursInWords(s.hours), s.note].filter(Boolean).join(' ') };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Opening hours as a sentence; empty where they are not known. */
export function hoursInWords(hours: Hours): string {
  if (hours === 'unknown') return '';
  if (hours === 'always') return 'Open day and night.';
  return `Open ${hours.map((h) => `${daysInWords(h.days)} ${clock(h.opens)} to ${clock(h.closes)}`).join(', ')}.`;
}

function daysInWords(days: readonly number[]): string {
  const names = days.map((d) => weekdays[d - 1]!);
  const inARow = days.every((d, i) => i === 0 || d === days[i - 1]! + 1);
  return names.length > 2 && inARow ? `${names[0]} to ${names.at(-1)}` : names.join(' and ');
}

function clock(minute: number): string {
  const hour = Math.floor(minute / 60);
  const past = minute % 60;
  return `${hour % 12 || 12}${past ? `.${String(past).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`;
}
