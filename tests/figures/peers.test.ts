import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const peers = ['@nlpjs/core', '@nlpjs/lang-en', '@nlpjs/nlp', '@orama/orama', 'fuse.js', 'minisearch'];
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;

test('peers are for measuring only, each at one version', () => {
  expect(peers.filter((peer) => dependencies?.[peer])).toEqual([]);
  for (const peer of peers) expect(devDependencies?.[peer]).toMatch(/^\d+\.\d+\.\d+$/);
});

test('peers are imported in tests/figures and nowhere else', () => {
  const sources = ['bot', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const others = sources.filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.startsWith(join('tests', 'figures')));
  const importing = others.filter((file) => peers.some((peer) => readFileSync(file, 'utf8').includes(`'${peer}`)));
  expect(importing).toEqual([]);
});
