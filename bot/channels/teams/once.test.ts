import { once } from './once';

const minute = 60_000;

function counted(fails = 0) {
  let runs = 0;
  const work = async () => {
    if (++runs <= fails) throw new Error('broken');
  };
  return { work, runs: () => runs };
}

test('work of one name is done once, and whoever comes second waits for it', async () => {
  const { work, runs } = counted();
  const only = once(() => 0);
  await Promise.all([only('a', work), only('a', work)]);
  await only('a', work);
  expect(runs()).toBe(1);
});

test('work of another name, or of none, is done', async () => {
  const { work, runs } = counted();
  const only = once(() => 0);
  for (const name of ['a', 'b', null, null]) await only(name, work);
  expect(runs()).toBe(4);
});

test('work that failed is done again when it is asked for again', async () => {
  const { work, runs } = counted(1);
  const only = once(() => 0);
  await expect(only('a', work)).rejects.toThrow('broken');
  await only('a', work);
  await only('a', work);
  expect(runs()).toBe(2);
});

test('it is forgotten when no token of that time is good any more, and not before', async () => {
  let now = 0;
  const { work, runs } = counted();
  const only = once(() => now);
  await only('a', work);
  now = 64 * minute;
  await only('a', work);
  expect(runs()).toBe(1);
  now = 66 * minute;
  await only('a', work);
  expect(runs()).toBe(2);
});

test('however many come, only the newest 20,000 are kept', async () => {
  const { work, runs } = counted();
  const only = once(() => 0);
  for (let i = 0; i <= 20_000; i++) await only(String(i), work);
  await only('20000', work);
  expect(runs()).toBe(20_001);
  await only('0', work);
  expect(runs()).toBe(20_002);
});
