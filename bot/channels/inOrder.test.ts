import { inOrder } from './inOrder';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('works of one name run one after another, in the order they came', async () => {
  const ordered = inOrder();
  const done: string[] = [];
  await Promise.all(
    [20, 5, 0].map((ms, i) =>
      ordered('a', async () => {
        done.push(`begin ${i}`);
        await later(ms);
        done.push(`end ${i}`);
      }),
    ),
  );
  expect(done).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
});

test('works of another name do not wait', async () => {
  const ordered = inOrder();
  const done: string[] = [];
  const slow = ordered('a', () => later(20).then(() => done.push('slow')));
  await ordered('b', async () => done.push('quick'));
  await slow;
  expect(done).toEqual(['quick', 'slow']);
});

test('a work that fails tells its caller, and the next still runs', async () => {
  const ordered = inOrder();
  const failing = ordered('a', () => Promise.reject(new Error('broken')));
  const next = ordered('a', async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
