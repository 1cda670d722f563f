import { z } from 'zod';

const hex = /^#[0-9a-f]{6}$/iu;
/** WCAG 2.2 AA for text: the brand colour stands behind white words. */
const leastContrast = 4.5;

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535, 'a port between 0 and 65535').default(3978),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z.string().url('a web address such as https://ask.example.gov.uk').optional(),
  FRAME_ANCESTORS: z
    .string()
    .regex(/^[^;\n]+$/u, 'origins with spaces between, such as https://www.example.gov.uk')
    .default("'self'"),
  BRAND_NAME: z.string().min(1).max(60).default('Care leaver assistant'),
  BRAND_COLOUR: z
    .string()
    .regex(hex, 'a colour such as #1d5b4f')
    .refine(
      (c) => !hex.test(c) || contrastWithWhite(c) >= leastContrast,
      `a colour dark enough for white words on it (contrast ${leastContrast} or more)`,
    )
    .default('#1d4f5c'),
  BRAND_LOGO: z
    .string()
    .endsWith('.svg', 'the path of an .svg file')
    .refine((path) => !/^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/iu.test(path), 'a path inside this folder, such as brand/logo.svg')
    .optional(),
  KITS: z.string().min(1).default('build/kits'),
});

/** What can be set from outside; every name is an environment variable, listed in the README. */
export type Settings = z.infer<typeof shape>;

/** Reads and checks the settings; throws one line for each that is wrong, with what it should be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  throw new Error(
    read.error.issues
      .map((i) => `Setting ${i.path.join('.')} is ${JSON.stringify(given[String(i.path[0])])}; it should be ${i.message}.`)
      .join('\n'),
  );
}

/** WCAG contrast ratio of a colour against white, 1 to 21. */
export function contrastWithWhite(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
