import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Name } from './measure';
import type { Share } from './statistics';

const file = 'tests/figures/recorded.json';

/** The figures of an earlier run, and what it was made on. */
export interface Recorded {
  readonly on: string;
  /** Fingerprint of the question files: figures of other files cannot be compared. */
  readonly sets: string;
  readonly figures: Readonly<Partial<Record<Name, Pick<Share, 'n' | 'of' | 'share'>>>>;
}

export function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of files) hash.update(readFileSync(one)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The last recorded run; null when there is none. */
export function lastRecorded(): Recorded | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : null;
}

export function record(sets: string, figures: Readonly<Record<Name, Share>>): void {
  const kept = Object.fromEntries(
    Object.entries(figures).map(([name, { n, of, share }]) => [name, { n, of, share: Number(share.toFixed(4)) }]),
  );
  const now: Recorded = { on: new Date().toISOString().slice(0, 10), sets, figures: kept };
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
}
