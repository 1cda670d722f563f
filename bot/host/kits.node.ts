import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit } from '../engine/types';

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

/** Opens the kits of a folder; throws with how to mend it when the national kit cannot be read. */
export function openKits(folder: string): Kits {
  const held = new Map<string, { version: string; kit: Kit | null; sound: boolean }>();
  const look = (name: string): Held => {
    const file = join(folder, `${name}.json`);
    const before = held.get(name);
    const version = versionOf(file);
    if (before?.version === version) return before;
    const kit = version === '' ? null : readKit(file);
    const now = { version, kit: kit ?? before?.kit ?? null, sound: kit !== null };
    held.set(name, now);
    return now;
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

function versionOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
}

function readKit(file: string): Kit | null {
  try {
    const kit = JSON.parse(readFileSync(file, 'utf8')) as Kit;
    return typeof kit === 'object' && kit !== null && 'entries' in kit && 'ranker' in kit && 'says' in kit ? kit : null;
  } catch {
    return null;
  }
}
