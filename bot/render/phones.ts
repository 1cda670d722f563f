import { html, type Html } from './html';

// Numbers as a person would ring them: three digits, short codes of two groups, or UK numbers of 8 to 11 digits, in any groups.
const number = /\b(?:999|111|101|116 \d{3}|0(?: ?\d){7,10})\b/gu;

/** A text in which each number can be touched to ring it. */
export function withPhones(text: string): Html[] {
  const found = [...text.matchAll(number)];
  let at = 0;
  const pieces: Html[] = [];
  for (const match of found) {
    pieces.push(html`${text.slice(at, match.index)}<a class="govuk-link phone" href="tel:${match[0].replace(/ /gu, '')}">${match[0]}</a>`);
    at = match.index + match[0].length;
  }
  return [...pieces, html`${text.slice(at)}`];
}
