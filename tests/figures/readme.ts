import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { withTable } from './markedTable';

const file = 'README.md';

/** Puts a table into the README between its markers, formatted as the rest of it is. With `only` "check", writes nothing. */
export async function putInReadme(name: string, table: string, only?: 'check'): Promise<boolean> {
  const text = readFileSync(file, 'utf8');
  const now = await format(withTable(text, name, table), { ...(await resolveConfig(file)), filepath: file });
  if (now === text) return true;
  if (only !== 'check') writeFileSync(file, now);
  return false;
}
