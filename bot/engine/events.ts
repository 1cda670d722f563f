import { inWords, london } from './london';
import type { LocalEvent, Part } from './types';

const mostFound = 3;
const day = 86_400_000;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Days that a message asks about, as ISO dates, first and last; null when it names none. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Reads the days that words name: today, tonight, tomorrow, a weekday, this or next weekend or week, a month. */
export function findDays(words: readonly string[], now: number): Days | null {
  const today = london(now);
  const after = (days: number) => london(now + days * day).date;
  const span = (from: number, to = from): Days => ({ from: after(from), to: after(to) });
  const next = words.includes('next') ? 7 : 0;
  if (words.includes('today') || words.includes('tonight')) return span(0);
  if (words.includes('tomorrow')) return span(1);
  if (words.includes('weekend')) return span(Math.max(6 - today.weekday, 0) + next, 7 - today.weekday + next);
  const named = weekdays.findIndex((name) => words.includes(name));
  // The next such day from today on: "friday" said on a Friday is today.
  if (named >= 0) return span(((named + 1 - today.weekday + 7) % 7) + (next && named + 1 > today.weekday ? 7 : 0));
  if (words.includes('week')) return next ? span(8 - today.weekday, 14 - today.weekday) : span(0, 7 - today.weekday);
  const month = months.findIndex((name) => words.includes(name));
  if (month < 0) return null;
  const year = month + 1 < Number(today.date.slice(5, 7)) ? today.year + 1 : today.year;
  const prefix = `${year}-${String(month + 1).padStart(2, '0')}`;
  return { from: `${prefix}-01`, to: `${prefix}-31` };
}

/** Events still to come that a message asks for, by day and by word, soonest first. */
export function findEvents(words: readonly string[], events: readonly LocalEvent[], now: number): LocalEvent[] {
  const days = findDays(words, now) ?? { from: london(now).date, to: '9999-12-31' };
  const due = events
    .filter((e) => e.date >= days.from && e.date <= days.to)
    .sort((a, b) => (a.date + a.starts < b.date + b.starts ? -1 : 1));
  const about = due.filter((e) => e.name.toLowerCase().split(/\W+/u).some((w) => w.length > 3 && words.includes(w))); // prettier-ignore
  return (about.length ? about : due).slice(0, mostFound);
}

/** An event as one part of a reply. */
export function eventInWords(e: LocalEvent): Part {
  const weekday = weekdays[london(Date.parse(`${e.date}T12:00:00Z`)).weekday - 1]!;
  const when = `${weekday[0]!.toUpperCase()}${weekday.slice(1)} ${inWords(e.date)}, ${e.starts}${e.ends ? ` to ${e.ends}` : ''}, ${e.place}.`;
  return {
    role: 'what',
    text: [`${e.name}. ${when} ${e.description}`, e.url && `See ${e.url.replace(/^https:\/\/(www\.)?/u, '')}.`].filter(Boolean).join(' '),
  };
}
