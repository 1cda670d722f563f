import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

type Room = { readonly own: RegExp; readonly may: readonly RegExp[]; readonly never?: readonly RegExp[] };

const engineTypes = /^bot\/engine\/types$/;
const impure: readonly RegExp[] = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\bconsole\./,
  /\bprocess\./,
  /\bdocument\b(?!ed)/,
  /\bwindow\./,
  /\bfetch\(/,
];

const rooms: Readonly<Record<string, Room>> = {
  engine: { own: /^bot\/engine\//, may: [/^bot\/engine\//, /^lunr$/], never: impure },
  render: { own: /^bot\/render\//, may: [/^bot\/render\//, engineTypes, /^bot\/words$/, /^sms-segments-calculator$/], never: impure },
  words: { own: /^bot\/words$/, may: [/^i18next$/, engineTypes, /^bot\/engine\/madeOnce$/, /^locales\//], never: impure },
  kit: {
    own: /^bot\/kit\//,
    may: [/^bot\/kit\//, /^bot\/engine\//, /^node:/, /^yaml$/, /^zod$/, /^date-holidays$/, /^libphonenumber-js\/max$/],
  },
  host: {
    own: /^bot\/host\//,
    may: [/^bot\/host\//, engineTypes, /^bot\/engine\/turn$/, /^node:/, /^prom-client$/, /^@microsoft\/recognizers-text-suite$/],
  },
  channels: {
    own: /^bot\/channels\//,
    may: [
      /^bot\/channels\//,
      /^bot\/engine\//,
      /^bot\/render\//,
      /^bot\/words$/,
      /^bot\/host\//,
      /^bot\/(said|settings)$/,
      /^botbuilder(-core)?$/,
      /^botframework-connector$/,
      /^express$/,
      /^node:crypto$/,
      /^node:timers\/promises$/,
      /^twilio\/lib\//,
      /^notifications-node-client$/,
      /^axios$/,
      /^libphonenumber-js\/min$/,
      /^node:async_hooks$/,
      /^zod$/,
      /^node:(http|stream|stream\/promises)$/,
      /^(ws|jsonwebtoken|@fastify\/busboy)$/,
    ],
  },
  offline: { own: /^bot\/offline\//, may: [/^bot\/offline\//, /^bot\/engine\//, /^bot\/render\//, /^bot\/words$/] },
  editor: {
    own: /^bot\/(editor\/|knowledge$)/,
    may: [/^bot\/(?!channels|offline|server)/, /^node:/, /^yaml$/, /^zod$/, /^text-readability$/],
  },
  teamsPackage: {
    own: /^bot\/teamsPackage\//,
    may: [/^bot\/teamsPackage\//, /^bot\/(words|options|settings)$/, /^node:/, /^ajv-draft-04$/, /^ajv-formats$/, /^fflate$/],
  },
  doors: {
    own: /^bot\/(server|ask|phone|options|said|settings)$/,
    may: [/^bot\/(?!kit)/, /^node:/, /^express$/, /^helmet$/, /^zod$/, /^twilio\/lib\/webhooks\/webhooks$/],
  },
};

const files = readdirSync('bot', { recursive: true, encoding: 'utf8' })
  .filter((f) => /(?<!\.test|\.d)\.ts$/.test(f))
  .map((f) => join('bot', f));

function importsOf(file: string): string[] {
  const found = [...readFileSync(file, 'utf8').matchAll(/(?:(?:from|import)\s+|(?:import|require)\()'([^']+)'/g)].map((m) => m[1]!);
  return found.map((name) => (name.startsWith('.') ? relative('.', normalize(join(dirname(file), name))).replace(/\.ts$/, '') : name));
}

const roomOf = (file: string): Room | undefined => Object.values(rooms).find((room) => room.own.test(file.replace(/\.ts$/, '')));

test.each(files)('%s stands in a room and imports only what its room may', (file) => {
  const room = roomOf(file);
  expect(room).toBeDefined();
  expect(importsOf(file).filter((name) => !room!.may.some((may) => may.test(name)))).toEqual([]);
});

test.each(files.filter((f) => roomOf(f)?.never))('%s uses no clock, chance, console, network or page that was not handed in', (file) => {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  expect(
    roomOf(file)!
      .never!.filter((never) => never.test(code))
      .map(String),
  ).toEqual([]);
});

test('no source file is longer than 300 lines but the tour of types', () => {
  const lines = files.map((f) => [f, readFileSync(f, 'utf8').split('\n').length] as const);
  expect(lines.filter(([f, n]) => n > (f === 'bot/engine/types.ts' ? 560 : 300))).toEqual([]);
});
