import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';

/** What changed in the answers since a date (ISO), in words that a personal adviser reads; read from the history. */
export function changes(since: string): string[] {
  if (Number.isNaN(Date.parse(since))) throw new Error(`--since is "${since}"; it should be a date such as 2026-11-01.`);
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 << 20 });
  const base = git('rev-list', '-1', `--before=${since}`, 'HEAD').trim();
  const range = base ? `${base}..HEAD` : 'HEAD';
  const files = git('log', '--format=', '--name-only', range, '--', 'knowledge').split('\n').filter((f) => f.endsWith('.yaml')); // prettier-ignore
  const lines = [...new Set(files)].sort().flatMap((file) => {
    const words = /^knowledge\/(?:councils\/([\w-]+)|national)\/([\w-]+)\.yaml$/u.exec(file);
    if (!words) return [];
    const where = words[1] ? `${words[1]}: ${words[2]}` : `All councils: ${words[2]}`;
    return told(where, shortAt(git, base, file), shortAt(git, 'HEAD', file));
  });
  return lines.length ? lines : [`Nothing changed since ${since}.`];
}

function shortAt(git: (...args: string[]) => string, at: string, file: string): string | null {
  if (!at) return null;
  try {
    return (parse(git('show', `${at}:${file}`)) as { say?: { short?: string } } | null)?.say?.short ?? null;
  } catch {
    return null;
  }
}

function told(where: string, before: string | null, after: string | null): string[] {
  if (before === after) return [];
  if (before === null) return [`${where}. New: ${after}`];
  if (after === null) return [`${where}. Taken out. It said: ${before}`];
  return [`${where}. Was: ${before}`, `${' '.repeat(where.length)}  Now: ${after}`];
}
