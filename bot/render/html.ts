/** HTML that is already safe to print. */
export class Html {
  constructor(readonly text: string) {}
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Builds HTML; every value put in is escaped unless it is Html itself or a list of it. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((s, i) => s + (i < values.length ? printed(values[i]) : '')).join(''));
}

type Value = string | number | Html | null | undefined | false | readonly Html[];

function printed(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((v) => v.text).join('');
  return String(value).replace(/[&<>"']/gu, (c) => escapes[c]!);
}
