import * as signs from './ageSigns';
import { findBorn, yearsSince } from './born';
import { london } from './london';
import { withDigits } from './numberWords';
import { ageBands, type AgeBand, type Reader } from './types';

/** An age as it was told, in whole years, and the band of the law it falls in. */
export interface Age {
  readonly band: AgeBand;
  readonly years: number;
  /** Set when the next band is as possible: a school year or a birth year in which a birthday decides. Ask before relying on it. */
  readonly unsure?: true;
}

/**
 * Why what was said gives no age. contradiction: two ages that cannot both be right. in-the-future: a birthday that has not
 * come. not-a-date: a day that never was, such as 31/4/2006. impossible: no one who writes is of that age.
 */
export type AgeProblem = 'contradiction' | 'in-the-future' | 'not-a-date' | 'impossible';

/** Ages that are believed, in years. A child of under five does not write; a foster carer may have a baby in their care. */
const oldest = 120;
const youngest = 5;
/** Words read: an age comes early or not at all. */
const mostRead = 120;

/**
 * The age that a message tells, from its words as typed (Tidied.raw): the speaker's, or the young person's when a foster carer
 * speaks. `expected` is true when the assistant has just asked for it, so that a bare "19" counts. `now` is in milliseconds since
 * 1970. Null when no age is told.
 */
export function findAge(words: readonly string[], expected: boolean, now: number, reader: Reader | null = null): Age | AgeProblem | null {
  const read = withDigits(words.slice(0, mostRead).flatMap(apart));
  if (!read.some((word) => /\d/u.test(word))) return null;
  const text = signs.asYoungPerson(` ${read.join(' ')} `, reader).replace(height, ' $1 tall ');
  const today = london(now).date;
  const born = bornIn(text, expected, today);
  if (typeof born === 'string') return born;
  const said = agesIn(born ? blank(text, born.at, born.end) : text, expected, today);
  const all = [...(born ? [fromBirth(born, today)] : []), ...said];
  return settle(all, reader === 'foster-carer' ? 0 : youngest, expected);
}

/** First and last birthday of each band, in years: from the first, until the second. */
export const bands: Readonly<Record<AgeBand, readonly [number, number]>> = {
  'under-16': [0, 16],
  '16-17': [16, 18],
  '18-20': [18, 21],
  '21-24': [21, 25],
  '25-or-over': [25, Infinity],
};

/** The band of an age in whole years. */
export function bandOf(years: number): AgeBand {
  return ageBands.find((band) => years < bands[band][1])!;
}

interface Told {
  readonly years: number;
  /** True when its words make it an age; else it is a number that may be one. */
  readonly signed: boolean;
  /** The other age it may as well be. */
  readonly or?: number;
  readonly problem?: AgeProblem;
}

// "18yo", "im18", "y13", "18ish" and "17f" are two words written as one.
function apart(word: string): string[] {
  const [, lead, number, unit] = /^(im|age|aged|y|yr|year)?(\d{1,3})(yo|yrs?|years?|y|m|f|ish|n|and)?$/u.exec(word) ?? [];
  if (number === undefined) return [word];
  return [lead, number, unit === 'ish' ? undefined : unit].filter((part) => part !== undefined);
}

function blank(text: string, from: number, to: number): string {
  return `${text.slice(0, from)}date${text.slice(to)}`;
}

// "im 5 10" is five foot ten.
const height = / (im|am) [4-7] (?:foot |ft )?\d{1,2} (?!(?:years?|yrs?|yo) )/gu;

const birthSigns = / (?:born|dob|d o b|birth|birthdate|birthday|bday|b day)(?= )/u;

function bornIn(text: string, expected: boolean, today: string): ReturnType<typeof findBorn> {
  const sign = birthSigns.exec(text);
  if (!sign && !expected) return null;
  const born = findBorn(text, today);
  if (born === null || born === 'not-a-date') return born;
  const lead = text.slice(0, born.at);
  if (signs.others.some((other) => other.test(lead.slice(-lookedAt)))) return null;
  // A year by itself is a birth year after "born", or as the whole answer.
  const yearOnly = born.from.endsWith('-01-01') && born.to.endsWith('-12-31');
  if (yearOnly && !/ (?:born|dob|birth)(?: [a-z]+){0,4} $/u.test(lead) && !/^ \d{4} $/u.test(text)) return null;
  return born;
}

function fromBirth({ from, to }: { from: string; to: string }, today: string): Told {
  if (from > today) return { years: 0, signed: true, problem: 'in-the-future' };
  const most = yearsSince(from, today);
  const least = Math.max(yearsSince(to, today), 0);
  // Of the days it may be, more lie before today's day of the year than after: then the birthday has likely been.
  const likelier = today.slice(5) >= middle(from.slice(5), to.slice(5)) ? most : least;
  return { years: likelier, signed: true, ...(most !== least && { or: likelier === most ? least : most }) };
}

function middle(from: string, to: string): string {
  return from === to ? from : from.slice(0, 2) === to.slice(0, 2) ? `${from.slice(0, 2)}-16` : '07-02';
}

/** Letters looked at on each side of a number. */
const lookedAt = 80;

function agesIn(text: string, expected: boolean, today: string): Told[] {
  let told: Told[] = [];
  for (const found of text.matchAll(/ (\d+)(st|nd|rd|th)?(?= )/gu)) {
    const lead = text.slice(Math.max(0, found.index - lookedAt), found.index + 1);
    const rest = text.slice(found.index + found[0].length, found.index + found[0].length + lookedAt);
    const number = Number(found[1]);
    const one = found[2] ? fromBirthday(number, lead, rest) : fromNumber(number, found[1]!, lead, rest, today, expected);
    if (!one) continue;
    const last = told.at(-1);
    if (last && signs.corrects.test(lead)) told = [{ ...one, signed: one.signed || last.signed }];
    else told.push(last?.signed && signs.either.test(lead) ? { ...one, signed: true } : one);
  }
  return told;
}

// "its my 18th birthday today" and "my 18th is in june".
function fromBirthday(number: number, lead: string, rest: string): Told | null {
  if (number < 10 || signs.others.some((other) => other.test(lead)) || !/ (?:my|me) $/u.test(lead)) return null;
  if (signs.birthdayToday.test(rest) || signs.birthdayHad.test(lead)) return { years: number, signed: true };
  return signs.birthdayToCome.test(rest) ? { years: number - 1, signed: true } : null;
}

const inWords = ['one', 'two', 'three', 'four', 'five', 'six'];

function fromNumber(number: number, typed: string, lead: string, rest: string, today: string, expected: boolean): Told | null {
  if (typed.length > 3 || (typed.length > 1 && typed.startsWith('0')) || ofNoAge(number, lead)) return null;
  if (signs.schoolYear.test(lead)) return fromSchoolYear(number, signs.ownSchoolYear.test(lead), today);
  const beyond = (expected ? signs.beyond : signs.ownBeyond).exec(lead)?.[1];
  if (beyond) return fromLimit(number, /^(?:over|older|above)/u.test(beyond));
  if (signs.denied.test(lead)) return signs.maybeYet.test(rest) ? { years: number - 1, signed: true, or: number - 2 } : null;
  const own = signs.ownBefore.test(lead);
  const had = signs.reached.test(lead);
  const near = signs.toCome.test(lead);
  const away = signs.yearsAway.exec(rest)?.[1];
  if (away && !had && (own || near || expected)) return { years: number - (inWords.indexOf(away) + 1 || Number(away)), signed: true };
  if (signs.notBefore.some((not) => not.test(lead)) || signs.notAfter.some((not) => not.test(rest))) return null;
  if (signs.longAgo.test(lead) && !signs.lately.test(rest)) return null;
  const opens = lead === ' ' && number >= 10 && signs.opening.test(rest);
  const signed = own || had || near || opens || (signs.ownAfter.test(rest) && !signs.anyOne.test(lead));
  if (!had && rest.startsWith(' this year ')) return { years: number - 1, signed, or: number };
  return { years: !had && (near || signs.comesAfter.test(rest)) ? number - 1 : number, signed };
}

// "07700 900": digits in groups, of which one that begins with nought is long enough for a phone's.
function endsInPhone(lead: string): boolean {
  const words = lead.trim().split(' ');
  const digits = words.slice(words.findLastIndex((word) => !/^\d+$/u.test(word)) + 1);
  return digits.some((word) => word.startsWith('0') && word.length > 2);
}

// Somebody else's, the rest of a phone number, or what follows the point of "17.5".
function ofNoAge(number: number, lead: string): boolean {
  return signs.others.some((other) => other.test(lead)) || endsInPhone(lead) || (number === 5 && / [12]\d $/u.test(lead));
}

// "Over 25" and "under 16" tell the band; "over 18" does not.
function fromLimit(limit: number, above: boolean): Told | null {
  if (above ? limit < 25 : limit > 16) return null;
  return { years: above ? limit : limit - 1, signed: true };
}

// Year 13 begins with everyone 17 and ends with everyone 18: half way through, more have had the birthday.
function fromSchoolYear(year: number, signed: boolean, today: string): Told | null {
  if (year < 1 || year > 13) return null;
  const began = year + 4;
  const late = today.slice(5) >= '03-01' && today.slice(5) < '09-01';
  return { years: late ? began + 1 : began, signed, or: late ? began : began + 1 };
}

function settle(all: readonly Told[], least: number, expected: boolean): Age | AgeProblem | null {
  const signed = all.filter((told) => told.signed);
  const counted = signed.length ? signed : expected ? all : [];
  const [first] = counted;
  if (!first) return null;
  const problem = counted.find((told) => told.problem)?.problem;
  if (problem) return problem;
  const possible = counted.filter((told) => told.years >= least && told.years <= oldest);
  // "im 3" unasked is the start of something else, such as a place in a queue.
  if (possible.length === 0) return expected || counted.some((told) => told.years > oldest) ? 'impossible' : null;
  // Where one of them could be either of two ages, what else was said may settle it.
  const shared = possible[0]!.or === undefined ? [possible[0]!.years] : [possible[0]!.years, possible[0]!.or];
  const agreed = shared.filter((years) => possible.every((told) => told.years === years || told.or === years));
  if (agreed[0] === undefined) return 'contradiction';
  const years = agreed[0];
  return { band: bandOf(years), years, ...(agreed.some((other) => bandOf(other) !== bandOf(years)) && { unsure: true as const }) };
}
