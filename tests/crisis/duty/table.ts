import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Day } from './calendar';

/** A team's line as a council's file writes it. */
export interface Written {
  readonly phone: string;
  readonly schedules: 'always' | 'unknown' | readonly Row[];
}
interface Row {
  readonly byday: string;
  readonly opens_at: string;
  readonly closes_at: string;
}

/** A council's lines by day, and the number of its night team. */
export interface Book {
  readonly day: readonly Written[];
  readonly night: string | null;
}

/** What a person must be told at a minute: the numbers are phone numbers, null for none. */
export interface Told {
  readonly state: string;
  readonly call: string | null;
  readonly otherwise: string | null;
}

interface CouncilFile {
  readonly leaving_care: Written;
  readonly front_door: Written;
  readonly out_of_hours: { readonly phone: string };
}

/** Every council's own file, read as plain YAML. */
export const councilFiles: Readonly<Record<string, CouncilFile>> = Object.fromEntries(
  readdirSync('knowledge/councils').map((id) => [id, parse(readFileSync(`knowledge/councils/${id}/council.yaml`, 'utf8')) as CouncilFile]),
);

/** The lines of a council's file that have a number. */
export function bookOf({ leaving_care, front_door, out_of_hours }: CouncilFile): Book {
  const known = (phone: string) => phone !== 'unknown';
  return {
    day: [leaving_care, front_door].filter((team) => known(team.phone)),
    night: known(out_of_hours.phone) ? out_of_hours.phone : null,
  };
}

// What is to be told for each day line in turn, O open, S shut or U unknown, with a night team (+) or without (-): the state,
// then who is rung first, then who may be rung next, the day lines by number and the night team as N.
const decided: Readonly<Record<string, string>> = {
  '+': 'unknown N', '-': 'nobody',
  'O+': 'open 1 N', 'O-': 'open 1',
  'S+': 'shut N', 'S-': 'unknown 1',
  'U+': 'unknown 1 N', 'U-': 'unknown 1',
  'OO+': 'open 1 2 N', 'OO-': 'open 1 2',
  'OS+': 'open 1 N', 'OS-': 'open 1',
  'OU+': 'open 1 2 N', 'OU-': 'open 1 2',
  'SO+': 'open 2 N', 'SO-': 'open 2',
  'SS+': 'shut N', 'SS-': 'unknown 1 2',
  'SU+': 'shut N', 'SU-': 'unknown 1 2',
  'UO+': 'open 1 2 N', 'UO-': 'open 1 2',
  'US+': 'shut N', 'US-': 'unknown 1 2',
  'UU+': 'unknown 1 N 2', 'UU-': 'unknown 1 2',
}; // prettier-ignore

// The same when no office answers: the night team comes first where nothing is known of the hours.
const decidedAtNight: Readonly<Record<string, string>> = { ...decided, 'U+': 'unknown N 1', 'UU+': 'unknown N 1 2' };

/** What is to be told at each of the 1,440 minutes that the wall clock can show on such a day. */
export function tableOf(book: Book, day: Pick<Day, 'weekday' | 'bankHoliday'>): readonly Told[] {
  const painted = book.day.map((line) => paint(line.schedules, day));
  const once = new Map<string, Told>();
  return Array.from({ length: 1440 }, (_, minute) => {
    const key = painted.map((row) => row[minute]).join('') + (book.night === null ? '-' : '+');
    const night = day.weekday > 5 || day.bankHoliday || minute < at('08:00') || minute >= at('19:00');
    const words = (night ? decidedAtNight : decided)[key]!;
    const told = once.get(words) ?? toldBy(words, book);
    once.set(words, told);
    return told;
  });
}

function paint(schedules: Written['schedules'], { weekday, bankHoliday }: Pick<Day, 'weekday' | 'bankHoliday'>): string[] {
  const row = Array.from({ length: 1440 }, () => (schedules === 'always' ? 'O' : schedules === 'unknown' ? 'U' : 'S'));
  if (typeof schedules === 'string' || bankHoliday) return row;
  const today = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1]!;
  for (const { byday, opens_at, closes_at } of schedules) if (byday.includes(today)) row.fill('O', at(opens_at), at(closes_at));
  return row;
}

function toldBy(words: string, { day, night }: Book): Told {
  const [state, ...order] = words.split(' ');
  const [call = null, ...others] = order.map((who) => (who === 'N' ? night! : day[Number(who) - 1]!.phone));
  return { state: state!, call, otherwise: others.find((phone) => phone !== call) ?? null };
}

/** Minutes after midnight of a time such as "08:45"; "24:00" is the midnight that ends the day. */
export function at(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
