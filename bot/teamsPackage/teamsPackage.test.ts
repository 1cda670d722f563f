import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons';
import { faultsOf, manifest, type AppChoices } from './manifest';

const choices: AppChoices = {
  appId: '11111111-2222-4333-8444-555555555555',
  domain: 'ask.example.gov.uk',
  name: 'Care leaver assistant',
  developer: 'Example Council',
  colour: '#1d4f5c',
  version: '1.0.0',
};

const folder = mkdtempSync(join(tmpdir(), 'teams-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...options: string[]): { status: number; words: string } {
  try {
    return {
      status: 0,
      words: execFileSync(process.execPath, ['build/js/bot/teamsPackage/main.js', ...options], { encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { status, words: stderr };
  }
}

test('the manifest is good by the schema that Microsoft publishes', () => {
  expect(faultsOf(manifest(choices))).toEqual([]);
});

test.each<[string, Partial<AppChoices>, string]>([
  ['a name of 31 letters', { name: 'x'.repeat(31) }, 'name.short'],
  ['a developer of 33 letters', { developer: 'x'.repeat(33) }, 'developer.name'],
  ['an id that is no GUID', { appId: 'my-bot' }, 'bots.0.botId'],
  ['a colour that is a word', { colour: 'red' }, 'accentColor'],
  ['an address that is no web address', { privacy: 'ask us' }, 'developer.privacyUrl'],
])('the schema itself refuses %s, and the fault names the field', (_, wrong, field) => {
  expect(faultsOf(manifest({ ...choices, ...wrong })).join('\n')).toContain(`${field}: must `);
});

test('the schema refuses a field that it does not know, and one left out', () => {
  const { description: _, ...rest } = manifest(choices) as Record<string, unknown>;
  expect(faultsOf({ ...rest, surprise: true }).sort()).toEqual([
    'manifest: must NOT have additional properties (surprise)',
    "manifest: must have required property 'description'",
  ]);
});

test('the command writes a package that holds the manifest and both icons', () => {
  const out = join(folder, 'app.zip');
  expect(run('--app-id', choices.appId, '--domain', choices.domain, '--out', out).status).toBe(0);
  const files = unzipSync(readFileSync(out));
  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const held = JSON.parse(Buffer.from(files['manifest.json']!).toString()) as ReturnType<typeof manifest>;
  expect(faultsOf(held)).toEqual([]);
  expect(held).toMatchObject({ id: choices.appId, bots: [{ botId: choices.appId }], validDomains: [choices.domain] });
  expect(Buffer.from(files['color.png']!).equals(colourIcon('#1d4f5c'))).toBe(true);
});

test.each<[string, string[], string]>([
  ['no app id', ['--domain', 'a.gov.uk'], 'Give both'],
  ['no domain', ['--app-id', choices.appId], 'Give both'],
  ['an app id that is no GUID', ['--app-id', 'x', '--domain', 'a.gov.uk'], 'bots.0.botId'],
  ['an address for a domain', ['--app-id', choices.appId, '--domain', 'https://a.gov.uk/'], 'a host name such as'],
  ['a version that is a word', ['--app-id', choices.appId, '--domain', 'a.gov.uk', '--version', 'new'], 'three numbers'],
  ['an option that does not exist', ['--colour', 'red'], "Unknown option '--colour'"],
])('with %s nothing is written, and it says why', (_, options, why) => {
  const out = join(folder, 'none.zip');
  const { status, words } = run(...options, '--out', out);
  expect([status, words.includes(why), words.includes('    at ')]).toEqual([1, true, false]);
  expect(() => readFileSync(out)).toThrow('ENOENT');
});

/** The pixels of a picture as our writer lays them: width, and four numbers each. */
function pixels(icon: Buffer): { width: number; at: (x: number, y: number) => number[] } {
  const width = icon.readUInt32BE(16);
  const data = icon.indexOf('IDAT');
  const rows = inflateSync(icon.subarray(data + 4, data + 4 + icon.readUInt32BE(data - 4)));
  return { width, at: (x, y) => [...rows.subarray(y * (width * 4 + 1) + 1 + x * 4, y * (width * 4 + 1) + 5 + x * 4)] };
}

test('the colour icon is 192 across, full of the brand, with its sign inside the middle half', () => {
  const { width, at } = pixels(colourIcon('#1d4f5c'));
  expect([width, at(0, 0), at(96, 90)]).toEqual([192, [0x1d, 0x4f, 0x5c, 255], [255, 255, 255, 255]]);
  const edge = Array.from({ length: 192 }, (_, i) => [at(i, 47), at(i, 144), at(47, i), at(144, i)]).flat();
  expect(edge.every((pixel) => pixel.join() === '29,79,92,255')).toBe(true);
});

test('the outline icon is 32 across, white and see-through only', () => {
  const { width, at } = pixels(outlineIcon());
  expect([width, at(0, 0)[3], at(16, 14)]).toEqual([32, 0, [255, 255, 255, 255]]);
  for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) expect(at(x, y).slice(0, 3)).toEqual([255, 255, 255]);
});
