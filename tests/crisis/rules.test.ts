import { readFileSync } from 'node:fs';
import { findCrisis, fires } from '../../bot/engine/crisis';
import { tidy } from '../../bot/engine/tidy';
import { safety, turnWith } from '../../bot/engine/turn';
import { crisisCategories, type Memory } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { crisisFile } from '../../bot/kit/crisisFile';
import type { Problem } from '../../bot/kit/problem';
import { readYaml } from '../../bot/kit/read';

const now = Date.parse('2026-11-21T02:00:00Z');
const kits = openKits('build/kits');
const ask = (text: string, memory: Memory = {}) =>
  turnWith((council) => kits.for(council).kit, memory, { text, channel: 'web' }, now).reply;

describe.each(crisisCategories)('%s', (category) => {
  const problems: Problem[] = [];
  const file = crisisFile(readYaml(`knowledge/crisis/${category}.yaml`, problems)!, problems)!;
  const firing = (text: string) => {
    const { tokens, raw } = tidy(text, safety.spelling);
    return file.rules.filter((rule) => fires(rule, tokens) || fires(rule, raw)).map((rule) => rule.id);
  };

  test('has twenty lines or more that must fire, and twenty that must not', () => {
    expect(problems).toEqual([]);
    expect(file.must.length).toBeGreaterThanOrEqual(20);
    expect(file.mustNot.length).toBeGreaterThanOrEqual(20);
  });

  test.each(file.must.map((m) => m.line))('is seen in: %s', (line) => {
    expect(firing(line).length).toBeGreaterThan(0);
  });

  test.each(file.mustNot.map((m) => m.line))('is not seen in: %s', (line) => {
    expect(firing(line)).toEqual([]);
  });
});

const states: [string, Memory][] = [
  ['at the start', {}],
  ['after an answer', { topic: 'council-tax', council: 'devon' }],
  ['when offered a choice', { offered: ['benefits', 'council-tax'] }],
  ['after two misses', { misses: 2 }],
  ['already in help mode', { crisis: 'abuse' }],
  ['as a foster carer', { reader: 'foster-carer', council: 'leicestershire' }],
];

describe.each(states)('%s', (_, memory) => {
  test.each([
    'my carers boyfriend keeps hitting me',
    'i dont want to be here anymore',
    'nowhere to sleep tonight',
    'my mate took loads of pills',
    'I want to commit suicide',
    'I was raped',
    'I am being abused',
    "I'm being forced to have sex and I'm only 12 years old",
    'someone is breaking into my flat',
    'stop he is hitting me',
  ])('"%s" is answered as a crisis with 999', (text) => {
    const reply = ask(text, memory);
    expect([reply.kind, reply.parts.some((p) => p.text.includes('999'))]).toEqual(['help-now', true]);
  });

  test('"this bill is killing me lol" sets off nothing new', () => {
    const { raw, tokens } = tidy('this bill is killing me lol', safety.spelling);
    expect(safety.rules.filter((rule) => fires(rule, tokens) || fires(rule, raw)).map((r) => r.id)).toEqual([]);
    expect(memory.crisis ? null : ask('this bill is killing me lol', memory).crisis).toBeNull();
  });
});

test('a crisis hidden by hard spaces, look-alike letters or capitals is still seen', () => {
  for (const text of ['I WANT TO K\u0456LL MYSELF', 'i\u00a0want\u200b to kill\u00ad myself', 'i want to killlll myself'])
    expect(ask(text).kind).toBe('help-now');
});

test('ordinary questions set off few alarms: fewer than one in a hundred of the asks', () => {
  const asks = Object.keys(kits.for(undefined).kit!.entries).flatMap((topic) =>
    readFileSync(`knowledge/national/${topic}.asks.txt`, 'utf8')
      .split('\n')
      .filter((l) => l && !l.startsWith('#')),
  );
  const alarms = asks.filter((text) => findCrisis(tidy(text, safety.spelling), safety));
  expect(alarms.length / asks.length).toBeLessThan(0.01);
});
