import { readFileSync } from 'node:fs';
import type { Reply } from '../../../bot/engine/types';
import { asFields } from '../../../bot/render/json';
import type { Told } from './table';

const numberIn = /\b(?:999|101|111|\d[\d ]{3,}\d)\b/gu;
const digits = (text: string) => text.replaceAll(' ', '');
const numbersIn = (text: string): string[] => [...text.matchAll(numberIn)].map(([number]) => digits(number));

/** Every number written in the file of a council, whether or not the program uses it. */
export function numbersOf(council: string): ReadonlySet<string> {
  const text = readFileSync(`knowledge/councils/${council}/council.yaml`, 'utf8');
  return new Set([...text.matchAll(/phone: ([^,}\n]+)/gu)].flatMap(([, phone]) => numbersIn(phone!)));
}

const fixed: ReadonlySet<string> = new Set(numbersIn(readFileSync('knowledge/crisis/replies.yaml', 'utf8')));

/** What is known of a council at the moment of a reply; null where no council is known. */
export interface Known {
  readonly numbers: ReadonlySet<string>;
  readonly told: Told;
  /** Numbers that answer day and night. */
  readonly always: ReadonlySet<string>;
}

/** Everything in a reply that says two things of one council, or what its file does not say. Nothing is right. */
export function discords(reply: Reply, known: Known | null): string[] {
  const whole = [reply.title, ...reply.parts.map((part) => part.text)].join('\n');
  const brief = reply.brief.map((part) => part.text).join('\n');
  const shown = (['web', 'sms', 'teams'] as const).map((channel) => asFields(reply, channel, null, 'en').text);
  const texts = [whole, brief, ...shown];
  const who = [...reply.parts, ...reply.brief].filter((part) => part.role === 'who').map((part) => part.text);
  return [
    ...(new Set(who).size === 1 ? [] : [`${new Set(who).size} different texts say whom to ring`]),
    ...texts.flatMap((text) => strange(text, known)),
    ...texts.flatMap((text) => notFirst(text, known)),
    ...texts.flatMap((text) => falselyOpen(text, known)),
  ];
}

function strange(text: string, known: Known | null): string[] {
  return numbersIn(text)
    .filter((number) => !fixed.has(number) && !known?.numbers.has(number))
    .map((number) => `${number} is in neither the council's file nor the fixed words`);
}

function notFirst(text: string, known: Known | null): string[] {
  if (!known) return [];
  const first = numbersIn(text).find((number) => known.numbers.has(number)) ?? 'no number';
  return known.told.call !== null && first === digits(known.told.call) ? [] : [`${first} is named first, not ${known.told.call}`];
}

// What is said of a number stands between it and the next one.
function falselyOpen(text: string, known: Known | null): string[] {
  const said = new Map<string, string[]>();
  const found = [...text.matchAll(numberIn)];
  for (const [i, one] of found.entries()) {
    const number = digits(one[0]);
    if (known?.numbers.has(number)) said.set(number, [...(said.get(number) ?? []), text.slice(one.index, found[i + 1]?.index)]);
  }
  return [...said].flatMap(([number, pieces]) => {
    const after = pieces.join(' ');
    const open = /day and night|open now|on duty now|is open/iu.test(after);
    const shut = /\b(shut|closed|not open|off duty)\b/iu.test(after);
    const may = known!.always.has(number) || known!.told.state === 'shut';
    return [
      ...(open && shut ? [`${number} is said to be open and shut`] : []),
      ...(open && !may ? [`${number} is said to be open, and that is not known`] : []),
      ...(shut && known!.told.state !== 'shut' ? [`${number} is said to be shut, and that is not known`] : []),
    ];
  });
}
