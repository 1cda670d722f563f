import type { Tidied } from './types';

/** Words read of one message; the rest of a very long one is left unread. */
const mostWords = 1500;

// Letters of other alphabets that pass for Latin ones, as filters and phones put them in.
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', к: 'k', м: 'm', т: 't', н: 'h', в: 'b',
  α: 'a', ε: 'e', ο: 'o', ρ: 'p', υ: 'u', ι: 'i', κ: 'k', ν: 'v', τ: 't', ı: 'i', ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe',
}; // prettier-ignore

// Arabic letters with more than one form of writing, brought to one.
const arabicForms: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ؤ: 'و', ئ: 'ي' };

// Marks that change nothing a person reads: zero-width and direction marks, soft hyphens, variation selectors, stretched Arabic.
const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f|\u0640/gu;
const word = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;

// A number by itself or before one of these is a number, not text-speak for "to" or "for".
const units =
  /^(am|pm|st|nd|rd|th|day|week|wk|month|mnth|year|yr|hour|hr|min|time|pound|quid|kid|child|bed|room|people|person|mile|half|grand|k|percent|x|of|or|in|and|\d+)s?$/u;

/** Turns a message into plain words; `spelling` maps text-speak to words ("2moro" to "tomorrow"). Never throws. */
export function tidy(text: string, spelling: Readonly<Record<string, string>>, most = mostWords): Tidied {
  const raw = plainWords(text, most);
  const tokens: string[] = [];
  for (let i = 0; i < raw.length; i++) {
    const typed = raw[i]!;
    const meant = Object.hasOwn(spelling, typed) ? spelling[typed]! : typed;
    if (/^\d$/u.test(typed) && (raw.length === 1 || units.test(raw[i + 1] ?? ''))) tokens.push(typed);
    else tokens.push(...meant.split(' '));
  }
  return { tokens, raw };
}

/** The words of a text in lower case, without accents, marks, apostrophes or hidden characters. */
export function plainWords(text: string, most = mostWords): string[] {
  const flat = text
    .replace(/´/gu, "'") // which NFKC would turn into a space
    .replace(/½/gu, ' half ') // which NFKC would join to the number before it: "17½" as 171
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/['’‘`ʼ]/gu, '')
    .replace(/£/gu, ' pound ');
  const words: string[] = [];
  for (const [found] of flat.matchAll(word)) {
    words.push(plainWord(found));
    if (words.length === most) break;
  }
  return words.filter((w) => w !== '');
}

const isPlain = /^[a-z\d]+$/u;
const drawnOut = /(\p{L})\1{2,}/gu;

function plainWord(typed: string): string {
  // "pleeease" and "helppp": three or more of a letter are never English.
  if (isPlain.test(typed)) return typed.replace(drawnOut, '$1$1');
  let out = typed.normalize('NFD').replace(/\p{M}/gu, '');
  if (/[a-z]/u.test(out)) out = Array.from(out, (c) => lookAlikes[c] ?? c).join('');
  else out = Array.from(out, (c) => arabicForms[c] ?? c).join('');
  return out.replace(drawnOut, '$1$1').normalize('NFC');
}
