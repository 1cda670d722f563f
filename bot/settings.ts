import { z } from 'zod';
import { halfGivenTeams, teamsShape } from './channels/teams/settings';

const hex = /^#[0-9a-f]{6}$/iu;
/** WCAG 2.2 AA for text: the brand colour stands behind white words. */
const leastContrast = 4.5;

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What each setting of a text message provider should be, in words. */
const means = {
  PUBLIC_URL: 'a web address such as https://ask.example.gov.uk',
  TWILIO_AUTH_TOKEN: "your Twilio account's auth token",
  NOTIFY_API_KEY: "the whole of a GOV.UK Notify API key: a name, the service's id and a secret",
  NOTIFY_CALLBACK_TOKEN: 'the bearer token that GOV.UK Notify was given',
  NOTIFY_TEMPLATE_ID: 'the id of a text message template, such as f33517ff-2a88-4f6e-b855-c550268ce08a',
} as const;

const fields = z.object({
  PORT: z.coerce.number().int().min(0).max(65535, 'a port between 0 and 65535').default(3978),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z.string().url(means.PUBLIC_URL).optional(),
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
  TWILIO_AUTH_TOKEN: z.string().regex(/^\S+$/u, means.TWILIO_AUTH_TOKEN).optional(),
  NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`${uuid}-${uuid}$`, 'iu'), means.NOTIFY_API_KEY)
    .optional(),
  NOTIFY_CALLBACK_TOKEN: z.string().regex(/^\S+$/u, means.NOTIFY_CALLBACK_TOKEN).optional(),
  NOTIFY_TEMPLATE_ID: z
    .string()
    .regex(new RegExp(`^${uuid}$`, 'iu'), means.NOTIFY_TEMPLATE_ID)
    .optional(),
  NOTIFY_BASE_URL: z.string().url('a web address').default('https://api.notifications.service.gov.uk'),
  ...teamsShape,
  DIRECTLINE_ORIGINS: z
    .string()
    .refine((given) => given.trim().split(/\s+/u).every(isOrigin), 'origins with spaces between, such as https://www.example.gov.uk')
    .optional(),
});

/** Settings that are of no use without others: when one of the first is set, each of the second must be. */
const together: readonly (readonly [readonly (keyof typeof means)[], readonly (keyof typeof means)[]])[] = [
  [['TWILIO_AUTH_TOKEN'], ['PUBLIC_URL']],
  [
    ['NOTIFY_API_KEY', 'NOTIFY_CALLBACK_TOKEN', 'NOTIFY_TEMPLATE_ID'],
    ['NOTIFY_API_KEY', 'NOTIFY_CALLBACK_TOKEN', 'NOTIFY_TEMPLATE_ID'],
  ],
];

const shape = fields.superRefine((given, problems) => {
  for (const [some, all] of together) {
    const set = some.find((name) => given[name] !== undefined);
    for (const name of set ? all.filter((needed) => given[needed] === undefined) : [])
      problems.addIssue({ code: 'custom', path: [name], message: `${means[name]}, because ${set} is set` });
  }
});

/** What can be set from outside; every name is an environment variable, listed in the README. */
export type Settings = z.infer<typeof fields>;

/** Reads and checks the settings; throws one line for each that is wrong, with what it should be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable is one that was not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = shape.safeParse(given);
  if (read.success) {
    const halfGiven = [...halfGivenTeams(read.data)];
    if (halfGiven.length === 0) return read.data;
    throw new Error(halfGiven.join('\n'));
  }
  throw new Error(
    read.error.issues
      .map((i) => `Setting ${i.path.join('.')} is ${shown(String(i.path[0]), given)}; it should be ${i.message}.`)
      .join('\n'),
  );
}

// A secret is never printed, right or wrong: start-up lines are kept.
function shown(name: string, given: Readonly<Record<string, string | undefined>>): string {
  if (given[name] === undefined) return 'not set';
  return /TOKEN|KEY|PASSWORD/u.test(name) ? 'wrong' : JSON.stringify(given[name]);
}

function isOrigin(given: string): boolean {
  return /^https?:\/\/[\w.:-]+$/u.test(given) && URL.canParse(given) && new URL(given).origin === given;
}

/** WCAG contrast ratio of a colour against white, 1 to 21. */
export function contrastWithWhite(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
