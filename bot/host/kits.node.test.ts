import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKits } from './kits.node';

let folder: string;
const councils = [{ id: 'devon' }, { id: 'kent' }];
const kit = (name: string) => ({ name, councils, entries: {}, says: {}, services: {}, glossary: [], sources: {}, events: [] });
const ranker = { classes: [], bias: [], weights: {}, concepts: {}, words: '', scale: 64 };
const write = (id: string, value: unknown) =>
  writeFileSync(join(folder, `${id}.json`), typeof value === 'string' ? value : JSON.stringify(value));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kits-'));
  write('ranker', ranker);
  write('national', kit('England'));
  write('devon', kit('Devon'));
  write('kent', kit('Kent'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('each council has its own kit, and everyone else the national one', () => {
  const kits = openKits(folder);
  expect(kits.councils).toEqual(['devon', 'kent']);
  const names = ['devon', 'kent', undefined, 'elsewhere', 'atlantis', '../devon', '__proto__'].map((id) => kits.for(id).kit?.name);
  expect(names).toEqual(['Devon', 'Kent', 'England', 'England', 'England', 'England', 'England']);
  expect(kits.sound()).toBe(true);
});

test.each([
  ['is deleted', () => rmSync(join(folder, 'devon.json'))],
  ['is cut short', () => write('devon', '{"entries":')],
  ['is empty', () => write('devon', '')],
  ['is of another shape', () => write('devon', { entries: {}, says: {} })],
  ['is no object', () => write('devon', 'null')],
  ['is a word', () => write('devon', '"entries ranker says"')],
  [
    'becomes a folder',
    () => {
      rmSync(join(folder, 'devon.json'));
      mkdirSync(join(folder, 'devon.json'));
    },
  ],
])('a kit whose file %s goes on answering from memory, and that is told', (_, spoil) => {
  const kits = openKits(folder);
  expect(kits.for('devon')).toMatchObject({ kit: { name: 'Devon' }, sound: true });
  spoil();
  expect(kits.for('devon')).toMatchObject({ kit: { name: 'Devon' }, sound: false });
  expect(kits.for('kent')).toMatchObject({ kit: { name: 'Kent' }, sound: true });
  expect(kits.sound()).toBe(false);
});

test.each([
  ['deleted', () => rmSync(join(folder, 'ranker.json'))],
  ['broken', () => write('ranker', '{"classes":')],
])('when the ranker that all kits share is %s every council goes on being answered from memory', (_, spoil) => {
  const kits = openKits(folder);
  kits.sound();
  spoil();
  for (const [id, name] of [
    ['devon', 'Devon'],
    ['kent', 'Kent'],
    ['national', 'England'],
  ] as const)
    // prettier-ignore
    expect(kits.for(id)).toMatchObject({ kit: { name, ranker }, sound: false });
});

test('a new ranker is used with every kit', () => {
  const kits = openKits(folder);
  kits.sound();
  write('ranker', { ...ranker, scale: 128 });
  for (const id of ['devon', 'kent']) expect(kits.for(id)).toMatchObject({ kit: { ranker: { scale: 128 } }, sound: true });
});

test('a kit that was never sound is none', () => {
  write('devon', '{');
  expect(openKits(folder).for('devon')).toMatchObject({ kit: null, sound: false });
});

test('a new version is used from the next message on', () => {
  const kits = openKits(folder);
  expect(kits.for('devon').kit?.name).toBe('Devon');
  write('devon', kit('Devon, mended'));
  expect(kits.for('devon').kit?.name).toBe('Devon, mended');
});

test('a kit that is put back is sound again', () => {
  const kits = openKits(folder);
  rmSync(join(folder, 'kent.json'));
  expect(kits.sound()).toBe(false);
  write('kent', kit('Kent, back'));
  expect(kits.sound()).toBe(true);
});

test('a file that has not changed is not read twice', () => {
  const kits = openKits(folder);
  expect(kits.for('devon').kit).toBe(kits.for('devon').kit);
});

test.each([
  ['no folder', () => rmSync(folder, { recursive: true })],
  ['no national kit', () => rmSync(join(folder, 'national.json'))],
  ['a national kit that is broken', () => write('national', '{')],
  ['no ranker', () => rmSync(join(folder, 'ranker.json'))],
])('with %s the start stops and says how to mend it', (_, spoil) => {
  spoil();
  expect(() => openKits(folder)).toThrow(/^No kit can be read in .*\. Run: npm run build$/u);
});
