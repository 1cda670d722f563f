import { findNames, namesOf, type Named, type Names } from './names';
import type { CouncilName, Elsewhere } from './types';

/** Stands for a council of England that is not in yet, and for the other nations. */
export const elsewhere = 'elsewhere';
export const abroad = 'abroad';

export interface CouncilFound {
  readonly id: string;
  /** Positions of the words that named it. */
  readonly from: number;
  readonly to: number;
  /** Every council's name in the message, this one's and others'. */
  readonly names: readonly { readonly from: number; readonly to: number }[];
}

/** The council that a message names, by name, nickname or town; the longest name wins, and "not devon" names none. */
export function findCouncil(words: readonly string[], councils: readonly CouncilName[], others: Elsewhere): CouncilFound | null {
  const names = findNames(words, councilNames(councils, others));
  const longest = names.find((one) => !isDenied(words, one));
  return longest ? { id: longest.of, from: longest.from, to: longest.to, names } : null;
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

function isDenied(words: readonly string[], { from }: Named<string>): boolean {
  return /(?:^| )not(?: in| from| under| with)? ?$/u.test(words.slice(Math.max(0, from - 2), from).join(' '));
}

// Words that may stand round a council's name without making the message a question.
const filler = new Set(
  'i im am in from at for the my our its is it was with under live lived living council county borough care team area of and so erm um ok yes yeah hi hello that one please near me be btw sorry mean meant actually no not wait oh right now tho though by we are looked after they thats just moved to used said way picked wrong put should have said forgot mention were'.split(' '),
); // prettier-ignore

/** True when the message only names councils ("im from devon"), so there is no question in it. */
export function onlyNames(words: readonly string[], { names }: CouncilFound): boolean {
  return words.every((word, at) => filler.has(word) || isIn(names, at));
}

/** True for a word that is part of a council's name. */
export function isIn(names: CouncilFound['names'], at: number): boolean {
  return names.some(({ from, to }) => at >= from && at < to);
}

const leaving = /(?:^| )(?:move|moves|moving|go|goes|going|relocate|relocates|relocating|transfer|off) to$/u;
// Somebody who moved away is still with the council that looked after them.
const moved = /(?:^| )moved (?:out |away |back |down |up )?to$/u;
const there = /(?:^| )(?:im|i|we|were|ive|council)(?: \S+)? (?:in|from|under|at|near|with|by|is)$/u;

/**
 * True when the council that a message names is the person's own: not where somebody may move to. One that we do not serve
 * counts beside one that was told before only where the words say that they are there.
 */
export function isOwn(words: readonly string[], { id, from, to }: CouncilFound, toldBefore: boolean): boolean {
  const lead = words.slice(Math.max(0, from - 4), from).join(' ');
  if (leaving.test(lead) || (toldBefore && moved.test(lead))) return false;
  const served = id !== elsewhere && id !== abroad;
  return served || !toldBefore || there.test(lead) || words[to] === 'council';
}
