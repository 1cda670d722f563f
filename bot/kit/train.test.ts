import { lexicon, withConcepts } from '../engine/features';
import { rank } from '../engine/rank';
import { acts } from '../engine/types';
import { tiny } from '../../tests/kit/tiny';
import { train } from './train';

const asks = {
  'national/money.asks.txt': 'how much money do i get\nwhen do i get money\ncan i have cash\nis there cash for me\nu owe me money\n',
  'national/rights.asks.txt': 'what are my rights\ndo i have rights\nwho can tell me my rights\nare these my rights or not\n',
};
const learnt = () => train(tiny(asks));
const ranker = learnt();
const best = (...words: string[]) => rank(withConcepts(words, lexicon(ranker.concepts)), ranker)[0]!;

test('the same knowledge read again gives the same ranker to the byte', () => {
  expect(JSON.stringify(learnt())).toBe(JSON.stringify(ranker));
});

test('there is one class for each topic and act, in order of name', () => {
  expect(ranker.classes).toEqual([...acts, 'money', 'rights'].sort());
  expect(ranker.bias).toHaveLength(ranker.classes.length);
});

test('other words on a topic find it', () => {
  expect(best('what', 'money', 'is', 'there').id).toBe('money');
  expect(best('tell', 'me', 'about', 'rights').id).toBe('rights');
});

test('a misspelt word still points to its topic', () => {
  expect(best('monney').id).toBe('money');
});

test('a word that no one asked with finds its topic by what it means', () => {
  expect(ranker.concepts).toMatchObject({ dosh: ['pay'], cash: ['pay'] });
  expect(best('dosh').id).toBe('money');
  expect(best('dosh').because).toContain('@pay');
});

test('a near miss is learnt for the topic that it really means', () => {
  const miss = {
    near_misses: [
      { say: 'zebra crossing', means: 'money' },
      { say: 'zebra stripes', means: 'money' },
    ],
  };
  const other = train(tiny({ ...asks, 'national/rights.yaml': miss }));
  expect(rank(withConcepts(['zebra'], lexicon(other.concepts)), other)[0]!.id).toBe('money');
});

test('text-speak is learnt as the words that it stands for', () => {
  const words = ranker.words.split(' ');
  expect(words).toContain('you');
  expect(words).not.toContain('u');
});

test('every word that was asked with is kept, the commonest first', () => {
  const words = ranker.words.split(' ');
  expect(words[0]).toBe('i');
  expect(new Set(words).size).toBe(words.length);
  expect(words).toEqual(expect.arrayContaining(['cash', 'rights', 'goodbye']));
});

test('weights travel as whole numbers, each feature with its idf and pairs of class and weight', () => {
  const rows = Object.values(ranker.weights);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row.every(Number.isInteger)).toBe(true);
    expect(row.length % 2).toBe(1);
    expect(row.filter((_, i) => i % 2 === 1).every((c) => c >= 0 && c < ranker.classes.length)).toBe(true);
  }
});

test('a word seen in one ask only says nothing of a topic', () => {
  expect(ranker.weights).not.toHaveProperty('owe');
  expect(ranker.weights).toHaveProperty('cash');
});
