import type { Channel, Reader, Said } from './engine/types';
import { languages } from './words';

/** A request that cannot be used; the message says what was wrong and what it should be. */
export class Refused extends Error {}

const channels: readonly Channel[] = ['web', 'sms', 'teams'];
const readers: readonly Reader[] = ['care-leaver', 'foster-carer'];

/** Reads a message from outside into its one shape; throws Refused with the field at fault. */
export function readSaid(asked: Readonly<Record<string, unknown>>, councils: readonly string[]): Said {
  const { text } = asked;
  if (typeof text !== 'string') throw new Refused(`text is ${shown(text)}; it should be the person's words.`);
  const channel = oneOf('channel', asked['channel'], channels) ?? 'web';
  const council = oneOf('council', asked['council'], councils);
  const reader = oneOf('reader', asked['reader'], readers);
  const lang = oneOf('lang', asked['lang'], languages);
  return { text, channel, ...(council && { council }), ...(reader && { reader }), ...(lang && { lang }) };
}

function oneOf<T extends string>(field: string, value: unknown, allowed: readonly T[]): T | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (allowed.includes(value as T)) return value as T;
  throw new Refused(`${field} is ${shown(value)}; it should be one of: ${allowed.join(', ')}.`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
