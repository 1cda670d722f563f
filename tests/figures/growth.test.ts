import { openKits } from '../../bot/host/kits.node';
import { generated } from './growth';

const built = openKits('build/kits').for(undefined).kit!;
const kit = { ...built, ranker: { ...built.ranker, weights: Object.fromEntries(Object.entries(built.ranker.weights).slice(0, 500)) } };

test('a generated kit has the size asked for, each entry and each council with names of its own', () => {
  const grown = generated(kit, 600);
  expect(Object.keys(grown.entries)).toHaveLength(600);
  expect(new Set(Object.values(grown.entries).map((entry) => entry.ref)).size).toBe(600);
  const { councils } = generated(kit, 9000);
  expect(councils).toHaveLength(153);
  expect(new Set(councils.map((c) => c.name)).size).toBe(153);
});

test('every added entry is a class of the ranker, with weights that stand for it', () => {
  const { ranker } = generated(kit, 600);
  const added = 600 - Object.keys(kit.entries).length;
  expect(ranker.classes).toHaveLength(kit.ranker.classes.length + added);
  expect(ranker.bias).toHaveLength(ranker.classes.length);
  const largest = Math.max(...Object.values(ranker.weights).map((row) => row.at(-2)!));
  expect(largest).toBe(ranker.classes.length - 1);
});

test('the same size gives the same kit, and the kit it is made from is left as it was', () => {
  const before = JSON.stringify(kit);
  expect(JSON.stringify(generated(kit, 100))).toBe(JSON.stringify(generated(kit, 100)));
  expect(JSON.stringify(kit)).toBe(before);
});
