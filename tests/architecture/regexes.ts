import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A regular expression written in a source file. */
export interface Written {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** What a source holds: its regular expressions, and how often it makes one of text, which cannot be read beforehand. */
export interface Found {
  readonly file: string;
  readonly written: readonly Written[];
  readonly made: number;
}

/** Every TypeScript source of the program, without tests and declarations. */
export function sources(): readonly string[] {
  return readdirSync('bot', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|\.d)\.ts$/u.test(file))
    .map((file) => join('bot', file));
}

/** Reads the regular expressions of a file. Throws when it is not TypeScript. */
export function regexesIn(file: string, code = readFileSync(file, 'utf8')): Found {
  const written: Written[] = [];
  let made = 0;
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const one = node as { type?: string; pattern?: string; flags?: string; callee?: { value?: string } };
    if (one.type === 'RegExpLiteral') written.push({ file, pattern: one.pattern!, flags: one.flags! });
    if (one.callee?.value === 'RegExp') made++;
    Object.values(node).forEach(walk);
  };
  walk(parseSync(code, { syntax: 'typescript', target: 'es2023' }));
  return { file, written, made };
}
