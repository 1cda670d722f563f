import { findDays } from './days';
import { inWords, london } from './london';
import type { Calendar, Days, LocalEvent, Part, Tidied } from './types';

const mostFound = 3;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Events that a message asks for. */
export interface EventsFound {
  readonly events: readonly LocalEvent[];
  /** True when it named days whose dates are not known, such as half term: these are then simply the next. */
  readonly daysNotKnown: boolean;
}

/** Events still to come that a message asks for, by day and by word, soonest first. `now` is in milliseconds since 1970. */
export function findEvents({ raw, tokens }: Tidied, events: readonly LocalEvent[], now: number, calendar: Calendar): EventsFound {
  const today = london(now).date;
  // The second reader is slower, so it is only asked what our own could not read.
  const named = findDays(raw, tokens, today, calendar.bankHolidays) ?? calendar.readDays?.(calendar.text ?? '', today);
  const days: Days = named && named !== 'not-known' ? named : { from: today, to: '9999-12-31' };
  const due = events
    .filter((e) => e.date >= days.from && e.date <= days.to)
    .sort((a, b) => (a.date + a.starts < b.date + b.starts ? -1 : 1));
  const about = due.filter((e) => e.name.toLowerCase().split(/\W+/u).some((w) => w.length > 3 && tokens.includes(w))); // prettier-ignore
  return { events: (about.length ? about : due).slice(0, mostFound), daysNotKnown: named === 'not-known' };
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
