import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** One text message that came in, as either provider hands it over. */
export interface TextIn {
  /** The provider's id of the message: the same when it sends it again. */
  readonly id: string;
  /** The sender's number such as +447700900123, or null when there is no phone to answer. */
  readonly from: string | null;
  readonly text: string;
  /** True when pictures came with it: they are never fetched. */
  readonly pictures: boolean;
  /** True when the provider has answered a keyword itself. */
  readonly answered: boolean;
}

/** Answers one text: the messages to send, in order; none when there is no phone to answer or nothing left to say. */
export type AnswerText = (text: TextIn) => Promise<readonly string[]>;

/**
 * The number of a phone that can be answered, in any country, as +447700900123; null for a short code, a name, an e-mail
 * address or a withheld number. Texting those back could set two machines talking.
 */
export function phoneOf(sender: unknown): string | null {
  const given = typeof sender === 'string' ? sender.trim() : '';
  if (!/^\+?\d{7,15}$/u.test(given)) return null;
  // Notify gives 447700900123 with no plus; a leading nought is a British number.
  const number = given.startsWith('0') ? parsePhoneNumberFromString(given, 'GB') : parsePhoneNumberFromString(`+${given.replace('+', '')}`);
  return number?.isPossible() ? number.number : null;
}

/** True for an id as the providers write them: letters, digits and dashes. */
export function isId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{1,64}$/u.test(id);
}
