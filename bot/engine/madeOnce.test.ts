import { madeOnce, madeOnceForGood } from './madeOnce';

test('what is made of an object is made once, and of its like again', () => {
  let times = 0;
  const lengthOf = madeOnce((list: readonly string[]) => ({ length: list.length, times: ++times }));
  const list = ['a', 'b'];
  expect([lengthOf(list), lengthOf(list), lengthOf([...list])]).toEqual([
    { length: 2, times: 1 },
    { length: 2, times: 1 },
    { length: 2, times: 2 },
  ]);
});

test('what is made of a text is made once for all that read the same', () => {
  let times = 0;
  const told = madeOnceForGood((text: string) => `${text} ${++times}`);
  expect([told('a'), told('a'), told('b'), told('a')]).toEqual(['a 1', 'a 1', 'b 2', 'a 1']);
});

test('what could not be made is tried again', () => {
  let times = 0;
  const third = madeOnceForGood((text: string) => {
    if (++times < 3) throw new Error('not yet');
    return text;
  });
  expect(() => third('a')).toThrow('not yet');
  expect(() => third('a')).toThrow('not yet');
  expect([third('a'), third('a'), times]).toEqual(['a', 'a', 3]);
});
