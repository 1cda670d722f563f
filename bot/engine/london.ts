/** A moment as a clock on a London wall shows it. */
export interface LondonTime {
  readonly year: number;
  /** ISO date, such as 2026-11-21. */
  readonly date: string;
  /** ISO weekday, Monday 1 to Sunday 7. */
  readonly weekday: number;
  /** Minutes after midnight. */
  readonly minute: number;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

// The language's own time zone data: kept up by the platform, the same in Node and on a phone.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const aMinute = 60_000;
let lastRead: { readonly minute: number; readonly time: LondonTime } | null = null;

/** London wall-clock time of a moment in milliseconds since 1970, both clock changes included. */
export function london(now: number): LondonTime {
  // One turn asks several times, and most turns fall in the minute of the one before.
  const minute = Math.floor(now / aMinute);
  if (lastRead?.minute !== minute) lastRead = { minute, time: read(now) };
  return lastRead.time;
}

function read(now: number): LondonTime {
  const part = Object.fromEntries(clock.formatToParts(now).map((p) => [p.type, p.value])) as Record<string, string>;
  return {
    year: Number(part['year']),
    date: `${part['year']}-${part['month']}-${part['day']}`,
    weekday: days.indexOf(part['weekday'] ?? '') + 1,
    minute: Number(part['hour']) * 60 + Number(part['minute']),
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** An ISO date, month or year in words: "1 April 2019", "April 2019" or "2019". Anything else comes back as it is. */
export function inWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/u.exec(iso) ?? [];
  if (!year) return iso;
  const name = month ? months[Number(month) - 1] : undefined;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
