import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { z } from 'zod';
import type { Service } from '../engine/types';
import { hoursOf, schedules } from './hours';
import type { Problem } from './problem';
import { check, readYaml } from './read';

// Short numbers of England that are not telephone numbers to a phone library.
const shortNumbers = new Set(['999', '111', '101', '105', '119', '116 123', '116 000', '116 111', '0800 1111']);

/** A UK telephone number that exists, as a person would ring it; digits missing or too many are a fault. */
export const phone = z
  .string()
  .refine(
    (n) => shortNumbers.has(n) || (/^(0|\+44)[\d ]+$/u.test(n) && isValidPhoneNumber(n, 'GB')),
    'a UK phone number with all its digits',
  );

/** A value as it was typed: YAML takes 2 and true for something else than words. */
export const asTyped = z
  .union([z.string(), z.number(), z.boolean()], { errorMap: () => ({ message: 'words, with quotes round any that hold ": "' }) })
  .transform(String);

/** A page that a person can be sent to. */
export const webAddress = z
  .string()
  .refine((address) => address.startsWith('https://') && URL.canParse(address), 'a web address that begins with https://');

export const cited = z.strictObject({ id: z.string().min(1), at: z.string().min(1) });

const service = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u, 'small letters, digits and hyphens'),
  name: z.string().min(1),
  also: z.array(z.string()).optional(),
  description: z.string().min(1),
  phone: phone.optional(),
  text_to: z
    .string()
    .regex(/^\d{5,6}$/u, 'a short code of five or six digits')
    .optional(),
  email: z.string().email('an e-mail address').optional(),
  url: webAddress.optional(),
  schedules,
  /** Where it serves, and what it costs, in words. */
  area: z.string().optional(),
  cost: z.string().optional(),
  eligibility: z.string().min(1),
  topics: z.array(z.string()),
  status: z.enum(['confirmed', 'unconfirmed']),
  note: z.string().optional(),
  sources: z.array(cited).min(1, 'at least one source'),
});

/** The shape of knowledge/directory.yaml. */
export const serviceList = z.array(service);

/** A service of the directory with its id. */
export type Listed = Service & { readonly id: string; readonly unconfirmed: boolean };

/** Reads directory.yaml, national services in Open Referral UK's field names. */
export function readServices(file: string, problems: Problem[]): Listed[] {
  const yaml = readYaml(file, problems);
  return listed((yaml && check(yaml, serviceList, problems)) ?? []);
}

/** Services as the engine reads them. */
export function listed(rows: z.infer<typeof serviceList>): Listed[] {
  return rows.map((s) => ({
    id: s.id,
    unconfirmed: s.status === 'unconfirmed',
    name: s.name,
    description: s.description,
    hours: hoursOf(s.schedules),
    eligibility: s.eligibility,
    topics: s.topics,
    ...(s.also && { also: s.also }),
    ...(s.phone && { phone: s.phone }),
    ...(s.text_to && { textTo: s.text_to }),
    ...(s.email && { email: s.email }),
    ...(s.url && { url: s.url }),
    ...(s.note && { note: s.note }),
  }));
}
