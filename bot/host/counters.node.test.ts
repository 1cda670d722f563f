import fc from 'fast-check';
import type { Reply } from '../engine/types';
import { createCounters } from './counters.node';

const reply = (more: Partial<Reply> = {}): Reply => ({
  kind: 'answer',
  topics: ['council-tax', 'benefits'],
  crisis: null,
  act: null,
  title: 'Council tax',
  parts: [{ role: 'what', text: 'secret words' }],
  brief: [],
  choices: ['secret choice'],
  ref: 'CT',
  council: 'devon',
  why: { rule: 'ranked first', tokens: ['secret', 'tokens'] },
  ...more,
});

test('replies are counted by what they were', async () => {
  const counters = createCounters();
  counters.count(reply(), 'web');
  counters.count(reply(), 'web');
  counters.count(reply({ kind: 'help-now', crisis: 'abuse', topics: [] }), 'sms');
  const text = await counters.text();
  expect(text).toContain('replies_total{kind="answer",topic="council-tax",crisis="",channel="web",lang="en"} 2');
  expect(text).toContain('replies_total{kind="help-now",topic="",crisis="abuse",channel="sms",lang="en"} 1');
});

test('a topic is counted only when it was answered', async () => {
  const counters = createCounters();
  counters.count(reply({ kind: 'which' }), 'web');
  expect(await counters.text()).toContain('kind="which",topic="",');
});

test('no word that a person typed or read is ever counted', async () => {
  const counters = createCounters();
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^zq[a-z]{3,9}$/u), async (word) => {
      counters.count(
        reply({ title: word, parts: [{ role: 'what', text: word }], choices: [word], why: { rule: word, tokens: [word] } }),
        'web',
      );
      expect(await counters.text()).not.toContain(word);
    }),
    { numRuns: 20 },
  );
});

test('two programs in one process count apart', async () => {
  const [one, other] = [createCounters(), createCounters()];
  one.count(reply(), 'web');
  expect(await other.text()).not.toContain('council-tax');
});
