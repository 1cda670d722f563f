import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counted, withGaps } from '../engine/features';
import { anyCrisis } from '../engine/suspect';
import { tidy } from '../engine/tidy';
import { crisisCategories, type CrisisCategory, type Safety, type Weights } from '../engine/types';
import type { CrisisFile } from './crisisFile';
import { learn } from './learn';
import type { Problem } from './problem';
import { namesIn, readText } from './read';

/** A message as people write it, and the crisis it tells of; null when it only looks like one. */
export interface Heard {
  readonly category: CrisisCategory | null;
  readonly line: string;
}

/** The messages and look-alikes written for each category, and everyday chat: crisis/<category>.heard.txt, <category>.look-alikes.txt, everyday.txt. */
export function heardIn(knowledge: string, problems: Problem[]): Heard[] {
  const read = (name: string, category: CrisisCategory | null): Heard[] => {
    const file = join(knowledge, 'crisis', name);
    return existsSync(file) ? linesOf(file, problems).map((line) => ({ category, line })) : [];
  };
  const written = crisisCategories.flatMap((c) => [...read(`${c}.heard.txt`, c), ...read(`${c}.look-alikes.txt`, null)]);
  return [...written, ...read('everyday.txt', null)];
}

/** What people write in other languages: crisis/languages/<language>.txt, "abuse: ..." or "none: ..." a line. */
export function heardInLanguages(knowledge: string, problems: Problem[]): Heard[] {
  const folder = join(knowledge, 'crisis', 'languages');
  if (!existsSync(folder)) return [];
  return namesIn(folder, '.txt').flatMap((name) => {
    const file = join(folder, `${name}.txt`);
    return linesOf(file, problems).map((written) => {
      const [label, ...rest] = written.split(': ');
      const category = crisisCategories.find((one) => one === label) ?? null;
      if (!category && label !== 'none') problems.push(strange(file, written));
      return { category, line: rest.join(': ') };
    });
  });
}

function strange(file: string, written: string): Problem {
  const expected = `a line such as "abuse: ..." or "none: ...", with one of ${crisisCategories.join(', ')}`;
  return { file, line: 0, field: '', found: written.slice(0, 60), expected, mend: 'Begin the line with what it is.' };
}

/** The lines that a category's rules must find, which the second detector learns from too. */
export function tests(files: readonly CrisisFile[]): Heard[] {
  return files.flatMap(({ rules, must }) => must.map(({ line }) => ({ category: rules[0]!.category, line })));
}

/** Learns the second detector, with at most so many features: every crisis against none, and each category against all else. */
export function learnHeard(heard: readonly Heard[], spelling: Safety['spelling'], most: number): Weights {
  const samples = heard.map(({ category, line }) => ({
    of: category ? [anyCrisis, category] : [],
    seen: counted(withGaps(tidy(line, spelling).tokens)),
  }));
  return learn(samples, { most, telling: anyCrisis });
}

/** The lines of a file that say something: no empty ones, no notes to other editors. */
export function linesOf(file: string, problems: Problem[]): string[] {
  return (readText(file, problems) ?? '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
