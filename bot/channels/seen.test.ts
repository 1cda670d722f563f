import { holdFor, holding, once } from './seen';

test('what is held is there until its time is up', () => {
  let now = 0;
  const held = holding<string>(() => now);
  held.put('a', 'answer');
  now = holdFor - 1;
  expect(held.get('a')).toBe('answer');
  now = holdFor;
  expect(held.get('a')).toBeUndefined();
});

test('when too much is held the oldest goes first', () => {
  const held = holding<number>(() => 0, 10, 2);
  for (const [i, id] of ['a', 'b', 'c'].entries()) held.put(id, i);
  expect(['a', 'b', 'c'].map((id) => held.get(id))).toEqual([undefined, 1, 2]);
});

test('a thing is done once, however often it is asked for and while it is being done', async () => {
  let done = 0;
  const only = once<number>(() => 0);
  const make = async () => ++done;
  expect(await Promise.all([only('a', make), only('a', make)])).toEqual([1, 1]);
  expect([await only('a', make), await only('b', make)]).toEqual([1, 2]);
});

test('what failed is tried anew by whoever asks next', async () => {
  const only = once<string>(() => 0);
  const outcomes = [Promise.reject(new Error('broken')), Promise.resolve('done')];
  const make = () => outcomes.shift()!;
  await expect(only('a', make)).rejects.toThrow('broken');
  expect(await only('a', make)).toBe('done');
});
