import type { Reply } from '../../../bot/engine/types';
import type { ChannelUnderTest, Shown } from './channel';

/** Where what a channel shows differs from the reply itself, in words; empty when it says the same. */
export function differences({ saysLess }: Pick<ChannelUnderTest, 'saysLess'>, reply: Reply, { text, choices }: Shown): string[] {
  const shown = squeezed(text);
  const missing = (parts: Reply['parts']): string[] =>
    parts.filter((part) => !shown.includes(squeezed(part.text))).map((part) => `does not say: ${part.text}`);
  const crisis = reply.kind === 'help-now' ? missing(reply.brief.slice(0, 3)) : [];
  const whole = [...reply.parts.map((part) => part.text), reply.ref ?? ''].join('\n');
  if (saysLess !== undefined) {
    const known = new Set(numbersIn(`${whole}\n${reply.brief.map((part) => part.text).join('\n')}`));
    const unknown = numbersIn(text).filter((number) => !known.has(number));
    return [...missing(reply.brief.slice(0, 1)), ...unknown.map((number) => `has a number of its own: ${number}`), ...crisis];
  }
  const [found, wanted] = [numbersIn(text).join(' '), numbersIn(whole).join(' ')];
  return [
    ...missing(reply.parts),
    ...(reply.ref !== null && !text.includes(reply.ref) ? [`does not give the code ${reply.ref}`] : []),
    ...(found === wanted ? [] : [`has the numbers ${found} and not ${wanted}`]),
    ...(choices.join('|') === reply.choices.join('|') ? [] : [`offers ${choices.join('|')} and not ${reply.choices.join('|')}`]),
    ...crisis,
  ];
}

// A number as it is read: 0300 300 8000, £3,000, 25th, 1 April 2019, 999.
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,. ]*\d|\d/gu) ?? []).map((number) => number.replace(/[ ,.]/gu, '')).sort();
}

// Typographic marks differ between the alphabets of a phone and a page; words and numbers do not.
function squeezed(text: string): string {
  return text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[–—]/gu, '-').replace(/\s+/gu, ' ').trim();
}
