import type { Figure } from './types';
import { inWords } from './london';
import { madeOnceForGood } from './madeOnce';

const hole = /\{\{([\w.-]+)\}\}/gu;

/** Puts values into the {{names}} of a text; a name with no value is a fault of the build and throws. */
export function fill(text: string, value: (name: string) => string | undefined): string {
  if (!text.includes('{{')) return text;
  return text.replace(hole, (_, name: string) => {
    const found = value(name);
    if (found === undefined) throw new Error(`Nothing fills {{${name}}} in: ${text}`);
    return found;
  });
}

/** The names that a text wants filled. */
export function holes(text: string): string[] {
  return [...text.matchAll(hole)].map((m) => m[1]!);
}

/** A figure in words on a day (ISO date): amounts take the value in force on it. Throws when none is yet. */
export function figureInWords(figure: Figure, today: string): string {
  if (figure.kind === 'text') return figure.value;
  if (figure.kind === 'date') return inWords(figure.value);
  const inForce = figure.values.filter((v) => v.from <= today).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (!inForce) throw new Error(`No amount is in force on ${today}`);
  return pounds(inForce.value);
}

const money = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

// There are as many amounts as the kits hold, and formatting one takes longer than all else in a text.
const pounds = madeOnceForGood((value: number) => {
  const [whole, pence] = money.format(value).split('.') as [string, string];
  return pence === '00' ? `£${whole}` : `£${whole}.${pence}`;
});
