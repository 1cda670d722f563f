import type * as Suite from '@microsoft/recognizers-text-suite';
import type { Days } from '../engine/types';

/** Letters read. The recognizer takes 1.6 s for 2 KB of "1 1 1 ..."; nobody needs more than this to name a day. */
const mostRead = 100;
const day = 86_400_000;

let suite: typeof Suite | undefined;

// A hundred milliseconds to load: only paid by a process that is asked for a date, or that warms up.
function loaded(): typeof Suite {
  suite ??= require('@microsoft/recognizers-text-suite') as typeof Suite;
  return suite;
}

interface Value {
  readonly timex?: string;
  readonly type?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

/**
 * The days that a text names, as Microsoft's recognizer reads them in British order; of two values, the one to come. `today` is an ISO
 * date, London. Null when it reads none, when they are past, or when the text is over a hundred letters. Never throws.
 */
export function readDays(text: string, today: string): Days | null {
  if (text.length > mostRead) return null;
  try {
    // It works in the machine's own time: noon on the London day is that day in both.
    const noon = new Date(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1, Number(today.slice(8)), 12);
    const found = loaded().recognizeDateTime(text, 'en-gb', undefined, noon);
    const coming = found
      .flatMap(({ start, resolution }) => ((resolution?.['values'] ?? []) as Value[]).map((v) => toDays(v, today, text.slice(0, start))))
      .filter((days) => days !== null && days.to >= today)
      .map((days) => ({ from: days!.from < today ? today : days!.from, to: days!.to }));
    return coming.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
  } catch {
    return null;
  }
}

const iso = /^\d{4}-\d\d-\d\d/u;

function toDays({ timex, type, value, start, end }: Value, today: string, before: string): Days | null {
  const first = iso.exec(start ?? value ?? '')?.[0];
  // "in two weeks" is read as a length of time: two weeks from today. "For two weeks" names no day.
  if (type === 'duration')
    return / in $|^in $/iu.test(before) && Number(value) >= day / 1000 ? oneDay(shift(today, Number(value) * 1000)) : null;
  if (!first || type === 'time' || type === 'timerange') return null;
  const last = iso.exec(end ?? '')?.[0];
  // A week or a month ends on the first day after it. "4 to 6 december", written (from,to,length), ends on the day named.
  if (last && last > first) return { from: first, to: type === 'daterange' && !timex?.startsWith('(') ? shift(last, -day) : last };
  return oneDay(first);
}

function oneDay(date: string): Days {
  return { from: date, to: date };
}

function shift(date: string, by: number): string {
  return new Date(Date.parse(date) + by).toISOString().slice(0, 10);
}
