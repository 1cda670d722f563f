/** One thing wrong in the knowledge, in words an editor can act on. */
export interface Problem {
  readonly file: string;
  /** From 1; 0 when it is about the whole file. */
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** One line for each problem: place, field, what was found, what was expected, how to mend it. */
export function inOneLine(p: Problem): string {
  const place = p.line ? `${p.file}:${p.line}` : p.file;
  return `${place}  ${p.field || '(file)'}: found ${p.found}; expected ${p.expected}. ${p.mend}`;
}

/** Thrown when knowledge cannot be used; carries every problem, not just the first. */
export class Problems extends Error {
  constructor(readonly list: readonly Problem[]) {
    super(`${list.length} problem${list.length === 1 ? '' : 's'} in the knowledge:\n${list.map(inOneLine).join('\n')}`);
  }
}
