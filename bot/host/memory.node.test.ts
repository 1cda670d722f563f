import fc from 'fast-check';
import type { Memory } from '../engine/types';
import { forgetAfter, inProcessMemory } from './memory.node';

const start = Date.parse('2026-11-21T02:00:00Z');

test('what a person told is remembered, and no one else is given it', async () => {
  const memory = inProcessMemory();
  await memory.put('a', { council: 'devon' }, start);
  await memory.put('b', { council: 'kent' }, start);
  expect(await memory.get('a', start + 1)).toEqual({ council: 'devon' });
  expect(await memory.get('b', start + 1)).toEqual({ council: 'kent' });
  expect(await memory.get('c', start + 1)).toEqual({});
});

test.each([
  [forgetAfter - 1, { council: 'devon' }],
  [forgetAfter, {}],
  [24 * 3_600_000, {}],
])('after %i idle milliseconds what is remembered is %j', async (idle, expected) => {
  const memory = inProcessMemory();
  await memory.put('a', { council: 'devon' }, start);
  expect(await memory.get('a', start + idle)).toEqual(expected);
});

test('half an hour counts from the last message, not from the first', async () => {
  const memory = inProcessMemory();
  await memory.put('a', { council: 'devon' }, start);
  await memory.put('a', { council: 'devon', topic: 'council-tax' }, start + forgetAfter - 1);
  expect(await memory.get('a', start + forgetAfter + 1)).toEqual({ council: 'devon', topic: 'council-tax' });
});

test('when more people write than can be remembered, the one longest idle is forgotten first', async () => {
  const memory = inProcessMemory();
  for (let i = 0; i < 20_000; i++) await memory.put(`p${i}`, { topic: `t${i}` }, start + i);
  await memory.put('p0', { topic: 'again' }, start + 20_000);
  await memory.put('new', {}, start + 20_001);
  expect(await memory.get('p0', start + 20_002)).toEqual({ topic: 'again' });
  expect(await memory.get('p1', start + 20_002)).toEqual({});
  expect(await memory.get('p2', start + 20_002)).toEqual({ topic: 't2' });
});

test('names like parts of JavaScript are only names', async () => {
  const memory = inProcessMemory();
  for (const who of ['__proto__', 'constructor', '']) expect(await memory.get(who, start)).toEqual({});
});

test('it remembers what a plain list of all that was told would', async () => {
  const step = fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    topic: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    wait: fc.constantFrom(0, 600_000, forgetAfter),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const memory = inProcessMemory();
      const told: { who: string; memory: Memory; at: number }[] = [];
      let now = start;
      for (const { who, topic, wait } of steps) {
        now += wait;
        if (topic) {
          await memory.put(who, { topic }, now);
          told.push({ who, memory: { topic }, at: now });
        }
        const last = told.findLast((t) => t.who === who);
        expect(await memory.get(who, now)).toEqual(last && now - last.at < forgetAfter ? last.memory : {});
      }
    }),
  );
});
