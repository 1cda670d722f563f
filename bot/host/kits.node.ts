import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit, Ranker } from '../engine/types';

/** A kit, and whether its file is still there and sound. A kit that has gone bad goes on answering from memory. */
export interface Held {
  readonly kit: Kit | null;
  readonly sound: boolean;
}

/** The kits of a folder, read once and again whenever a file changes. */
export interface Kits {
  readonly councils: readonly string[];
  for(council: string | undefined): Held;
  /** False when any kit's file is missing or cannot be read. */
  sound(): boolean;
}

/** How often a server that runs looks whether a kit was changed, in milliseconds. */
export const lookEvery = 500;

/**
 * Opens the kits of a folder; throws with how to mend it when the national kit cannot be read. Their files are looked at for
 * changes when asked for, but at most once in so many milliseconds.
 */
export function openKits(folder: string, every = 0): Kits {
  const ranker = watched(join(folder, 'ranker.json'), isRanker, every);
  const files = new Map<string, () => Seen<Omit<Kit, 'ranker'>>>();
  const whole = new Map<string, { from: unknown; ranker: Ranker; kit: Kit }>();
  const look = (name: string): Held => {
    if (!files.has(name)) files.set(name, watched(join(folder, `${name}.json`), isKit, every));
    const [words, weights] = [files.get(name)!(), ranker()];
    const sound = words.sound && weights.sound;
    if (!words.value || !weights.value) return { kit: null, sound };
    const before = whole.get(name);
    if (before?.from === words.value && before.ranker === weights.value) return { kit: before.kit, sound };
    const kit = { ...words.value, ranker: weights.value };
    whole.set(name, { from: words.value, ranker: weights.value, kit });
    return { kit, sound };
  };
  const national = look('national').kit;
  if (!national) throw new Error(`No kit can be read in ${folder}. Run: npm run build`);
  const councils = national.councils.map((c) => c.id);
  return {
    councils,
    for: (council) => look(council !== undefined && councils.includes(council) ? council : 'national'),
    sound: () => ['national', ...councils].every((name) => look(name).sound),
  };
}

interface Seen<T> {
  /** The last value that could be read. */
  readonly value: T | null;
  readonly sound: boolean;
}

// Reads a JSON file once, and again whenever it changes; a file that has gone bad keeps its last good value.
function watched<T>(file: string, is: (value: unknown) => value is T, every: number): () => Seen<T> {
  let looked = -Infinity;
  let version = 'never read';
  let seen: Seen<T> = { value: null, sound: false };
  return () => {
    const at = performance.now();
    if (at - looked < every) return seen;
    looked = at;
    const now = versionOf(file);
    if (now !== version) {
      const value = now === '' ? null : readJson(file, is);
      seen = { value: value ?? seen.value, sound: value !== null };
      version = now;
    }
    return seen;
  };
}

function versionOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
}

function readJson<T>(file: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

function isKit(value: unknown): value is Omit<Kit, 'ranker'> {
  return holds(value, ['entries', 'says', 'services', 'glossary', 'councils', 'sources', 'events']);
}

function isRanker(value: unknown): value is Ranker {
  return holds(value, ['classes', 'bias', 'weights', 'concepts', 'words', 'scale']);
}

function holds(value: unknown, fields: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && fields.every((field) => field in value);
}
