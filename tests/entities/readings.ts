import { recognizeAge, recognizeBoolean, recognizeDateTime, recognizeNumber, recognizeOrdinal } from '@microsoft/recognizers-text-suite';
import { findBorn } from '../../bot/engine/born';
import { findDays } from '../../bot/engine/days';
import { findAge, findChoice, findYesNo } from '../../bot/engine/entities';
import { tidy } from '../../bot/engine/tidy';
import { safety } from '../../bot/engine/turn';
import { readDays } from '../../bot/host/dates.node';

/** The day that all is typed on: a Saturday. */
export const today = '2026-11-21';
const now = Date.parse(`${today}T12:00:00Z`);

/** A phrase as our own reader and as the recognizer read it; "-" for nothing. */
export interface Reading {
  readonly ours: string;
  readonly theirs: string;
}

const raw = (text: string) => tidy(text, safety.spelling).raw;
const nothing = '-';

interface Values {
  readonly values?: readonly { readonly value?: string; readonly start?: string }[];
}

/** An age where one was asked for: theirs is the age recognizer's, or else the number recognizer's one number. */
export function readAge(text: string): Reading {
  const age = findAge(raw(text), true, now);
  const years = recognizeAge(text, 'en-gb').filter(({ resolution }) => resolution?.['unit'] === 'Year');
  const found = years.length ? years : recognizeNumber(text, 'en-gb');
  const told = found.map(({ resolution }) => String(resolution?.['value']));
  return {
    ours: age === null ? nothing : typeof age === 'string' ? age : `${age.years}${age.unsure ? '?' : ''}`,
    theirs: told.join(' and ') || nothing,
  };
}

/** A date of birth, as an ISO date or the first and last that it may be. */
export function readBirth(text: string): Reading {
  const born = findBorn(` ${raw(text).join(' ')} `, today);
  const [found] = recognizeDateTime(text, 'en-gb', undefined, new Date(2026, 10, 21, 12));
  const value = (found?.resolution as Values | undefined)?.values?.[0];
  return {
    ours: born === null || born === 'not-a-date' ? (born ?? nothing) : born.from === born.to ? born.from : `from ${born.from}`,
    theirs: value?.value ?? (value?.start ? `from ${value.start}` : nothing),
  };
}

/** Yes or no. */
export function readYesNo(text: string): Reading {
  const [found] = recognizeBoolean(text, 'en-gb');
  return { ours: findYesNo(raw(text)) ?? nothing, theirs: found ? (found.resolution?.['value'] ? 'yes' : 'no') : nothing };
}

const five = ['Money', 'Housing', 'Health', 'Leaving', 'Study'];

/** A place in a list of five, from 1. */
export function readChoice(text: string): Reading {
  const picked = findChoice(raw(text), five);
  const [ordinal] = recognizeOrdinal(text, 'en-gb');
  const [found] = ordinal ? [ordinal] : recognizeNumber(text, 'en-gb');
  return { ours: picked === null ? nothing : String(picked + 1), theirs: found ? String(found.resolution?.['value']) : nothing };
}

/** The days that an event is asked for. */
export function readWhen(text: string): Reading {
  const { raw: typed, tokens } = tidy(text, safety.spelling);
  const ours = findDays(typed, tokens, today, safety.bankHolidays);
  const inWords = (days: typeof ours | ReturnType<typeof readDays>) =>
    days === null || days === 'not-known' ? (days ?? nothing) : days.from === days.to ? days.from : `${days.from} to ${days.to}`;
  return { ours: inWords(ours), theirs: inWords(readDays(text, today)) };
}
