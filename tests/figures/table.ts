/** Rows of a table as plain text in columns; the first column is words, the rest stand to the right. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ').trimEnd(); // prettier-ignore
  return [head, ...rows].map(line).join('\n');
}

/** The same as a Markdown table; every column but the first stands to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** A whole number as people write it: 12,345. */
export function whole(n: number): string {
  return Math.round(n).toLocaleString('en-GB');
}
