import { z } from 'zod';

// The shape of dialogs/<id>.yaml: questions asked one after another, and what is shown when they are answered.

const words = z.string().min(1, 'some words');
const name = z.string().regex(/^[a-z0-9-]+$/u, 'small letters, digits and dashes');
const when = z.record(z.array(name).min(1)).optional();
const role = z.enum(['what', 'law', 'council', 'next', 'who', 'source', 'notice']);

const ask = z
  .strictObject({
    key: name,
    say: words,
    why: words,
    answer: z.enum(['choice', 'age', 'yes-no', 'council', 'words']),
    choices: z.record(name, words).default({}),
    also: z.record(name, z.array(words).min(1)).default({}),
    when,
    of: name.optional(),
  })
  .refine(({ choices, also }) => Object.keys(also).every((id) => id in choices), 'other words only for choices that are there')
  .refine(
    ({ answer, choices }) => (answer === 'choice') === Object.keys(choices).length > 1,
    'two choices or more where the answer is a choice, else none',
  );

const show = z.union([
  z.strictObject({ say: words, role, of: name.optional(), when }),
  z.strictObject({ parts: z.array(role).min(1), of: name, when }),
  z.strictObject({ offers: z.literal(true), when }),
  z.strictObject({ message: words, of: name.optional(), when }),
  z.strictObject({ look_up: z.enum(['events', 'directory', 'glossary']), when }),
]);

export const dialogFile = z.strictObject({
  id: name,
  title: words,
  says: z.array(words).default([]),
  starts_on: z.array(name).default([]),
  about: name,
  ask: z.array(ask).min(1),
  // oxlint-disable-next-line unicorn/no-thenable -- the word of the design for what follows the questions; nothing awaits it
  then: z.array(show).min(1),
});

export type WrittenDialog = z.infer<typeof dialogFile>;
