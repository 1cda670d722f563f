import { z } from 'zod';
import { doings, livings, statuses } from '../engine/types';
import { asTyped, cited } from './directoryFile';

// The shape of knowledge/national/<topic>.yaml and knowledge/councils/<council>/<topic>.yaml.

export const isoDate = z.string().refine((d) => d.length === 10 && exists(d), 'a day that exists, such as 2026-11-21');
export const dateOrUnknown = asTyped.refine((d) => d === 'unknown' || exists(d), '"unknown", a year, or a day such as 2026-11-21');

// A year, a month or a day. Date.parse takes 30 February for 2 March, so the date is printed back and compared.
function exists(date: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/u.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
}

const words = z.string().min(1, 'some words');

const amount = z.strictObject({
  unit: z.literal('GBP'),
  minimum: z.boolean().optional(),
  values: z.array(z.strictObject({ from: isoDate, value: z.number().positive('an amount above 0'), source: cited.optional() })).min(1),
});

const figures = {
  ages: z.record(z.number().int().min(0).max(120)).default({}),
  times: z.record(asTyped).default({}),
  dates: z.record(isoDate).default({}),
  amounts: z.record(amount).default({}),
  names: z.record(asTyped).default({}),
};

const evidence = {
  sources: z.array(cited).min(1, 'at least one source'),
  as_of: dateOrUnknown,
  checked: isoDate,
  review_by: isoDate,
  status: z.enum(['confirmed', 'unconfirmed', 'unknown']),
  owner: words,
};

// What this level gives, a line each. from and until name a birthday among the entry's own ages, so that words and rule agree.
const birthday = z.string().regex(/^ages\.[a-z0-9-]+$/u, 'one of the ages of this file, such as ages.until');
const offers = z
  .array(
    z.strictObject({
      line: words,
      'foster-carer': words.optional(),
      for: z.array(z.enum(statuses)).min(1),
      from: birthday.optional(),
      until: birthday.optional(),
      doing: z.array(z.enum(doings)).min(1).optional(),
      living: z.array(z.enum(livings)).min(1).optional(),
    }),
  )
  .default([]);

const next = z.strictObject({ do: words, 'foster-carer': words.optional() });
const say = z.strictObject({ short: words, full: words, 'foster-carer': words.optional(), 'foster-carer-short': words.optional() });

export const nationalEntry = z.strictObject({
  id: words,
  ref: z.string().regex(/^[A-Z]{2,4}$/u, 'two to four capital letters'),
  title: words,
  local: z.enum(['varies', 'same']),
  readers: z.array(z.enum(['care-leaver', 'foster-carer'])).min(1),
  ...figures,
  say,
  law: words.optional(),
  offers,
  next,
  who: z.array(words).min(1),
  near_misses: z.array(z.strictObject({ say: words, means: words })).default([]),
  ...evidence,
});

export const councilEntry = z.strictObject({
  extends: words,
  below_minimum: z.boolean().optional(),
  ...figures,
  say,
  offers,
  next: next.optional(),
  who: z.array(words).min(1).optional(),
  ...evidence,
});

export type NationalEntry = z.infer<typeof nationalEntry>;
export type CouncilEntry = z.infer<typeof councilEntry>;

export const sourceList = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/u),
    title: words,
    publisher: words,
    dated: dateOrUnknown,
    kind: z.enum(['law', 'guidance', 'government', 'council-report', 'council-page', 'charity', 'press', 'list']),
    supersedes: z.array(z.strictObject({ id: words, on: words, because: words })).default([]),
  }),
);

export const glossaryList = z.array(z.strictObject({ term: asTyped, also: z.array(asTyped).default([]), means: words }));
