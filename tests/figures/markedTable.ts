const heading = '## Figures';
const before = '## Settings';

/** The text with a table between its markers; both are put at the end of the part on figures when they are not there yet. */
export function withTable(text: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const block = `${open}\n\n${table.trim()}\n\n${close}`;
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from >= 0 && to > from) return text.slice(0, from) + block + text.slice(to + close.length);
  const headed = text.includes(`${heading}\n`) ? text : inserted(text, sectionStart(text, before), `${heading}\n`);
  const start = headed.indexOf(`${heading}\n`);
  const next = headed.indexOf('\n## ', start + heading.length);
  return inserted(headed, next < 0 ? headed.length : next + 1, block);
}

function sectionStart(text: string, title: string): number {
  const at = text.indexOf(`${title}\n`);
  return at < 0 ? text.length : at;
}

function inserted(text: string, at: number, block: string): string {
  return `${text.slice(0, at).trimEnd()}\n\n${block.trim()}\n\n${text.slice(at)}`.trimEnd() + '\n';
}
