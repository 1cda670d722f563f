import type { OfferSheet, SheetLine } from '../engine/types';
import { words } from '../words';

/** A line of locales/<lang>/offer.json with its gaps filled. */
export function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  return words.t(key, { ns: 'offer', ...values });
}

/** Where the law puts the person of a sheet, in a sentence. */
export function statusWords({ status }: Pick<OfferSheet, 'status'>): string {
  return say(`status-${status ?? 'not-sure'}`);
}

/** The first words of a letter, which differ for those whose help goes on. */
export function opening({ letter, status }: Pick<OfferSheet, 'letter' | 'status'>): string {
  if (status === 'former-relevant') return say(`letter-opening-${letter}-former-relevant`);
  return say('letter-opening', { age: String(letter) });
}

/** What is said of a line whose evidence is old or shows no date. */
export function soInWords(soIn: NonNullable<SheetLine['soIn']>): string {
  return soIn === 'unknown' ? say('so-in-unknown') : say('so-in', { month: soIn });
}

/** Helplines with their numbers, in one list. */
export function helplinesInWords({ helplines }: Pick<OfferSheet, 'helplines'>): string {
  return helplines.map(({ name, phone }) => `${name} on ${phone}`).join('; ');
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date as a letter has it: "22 November 2026". */
export function dateInWords(iso: string): string {
  return day.format(new Date(`${iso}T00:00:00Z`));
}
