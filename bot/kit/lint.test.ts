import { files, tiny } from '../../tests/kit/tiny';
import { makeEntries } from './build';
import { lint, prose } from './lint';
import type { Problem } from './problem';

const told = (changes: Record<string, object | string> = {}) => {
  const problems: Problem[] = [];
  const knowledge = tiny(changes, problems);
  expect(problems).toEqual([]);
  return lint(knowledge, makeEntries(knowledge, []));
};
const national = (change: object) => told({ 'national/money.yaml': change });
const devon = (change: object) => told({ 'councils/devon/money.yaml': change });
const grant = (from: string, value: number) => ({ amounts: { grant: { unit: 'GBP', values: [{ from, value }] } } });

test('knowledge that holds together has no problem', () => {
  expect(told()).toEqual([]);
});

test.each([
  ['a source that is not in the list', national({ sources: [{ id: 'gossip', at: 'x' }] }), 'sources.0.id', 'gossip'],
  [
    'an amount with such a source',
    national({ amounts: { grant: { unit: 'GBP', values: [{ from: '2020-01-01', value: 1, source: { id: 'gossip', at: 'x' } }] } } }),
    'amounts.grant.values.0.source.id',
    'gossip',
  ],
  ['a figure in words', national({ law: 'It is £3,000 now.' }), 'law', 'the figure "£3,000"'],
  [
    'a figure for carers',
    national({ say: { ...files['national/money.yaml'].say, 'foster-carer': 'At 18.' } }),
    'say.foster-carer',
    'the figure "18."',
  ],
  ['HTML', national({ title: 'Money</b>' }), 'title', 'HTML'],
  ['half a pair of braces', national({ law: 'It is {{ages.until}.' }), 'law', 'It is {{ages.until}.'],
  ['a name where none is filled', national({ title: '{{ages.until}}' }), 'title', '{{ages.until}}'],
  ['an amount that is not in force yet', national(grant('2030-01-01', 5)), 'amounts.grant', 'nothing before 2030-01-01'],
  ['an id that is not the name of the file', national({ id: 'cash' }), 'id', 'cash'],
  ['a near miss of no topic', national({ near_misses: [{ say: 'rent', means: 'rents' }] }), 'near_misses.0.means', 'rents'],
  ['a near miss of its own topic', national({ near_misses: [{ say: 'cash', means: 'money' }] }), 'near_misses.0.means', 'money'],
  ["another topic's code", told({ 'national/rights.yaml': { ref: 'MO' } }), 'ref', 'MO a second time'],
  ['less than the least by law', devon(grant('2024-01-01', 2999)), 'amounts.grant.values.0.value', '£2999'],
  ['a file that extends another topic', devon({ extends: 'rights' }), 'extends', 'rights'],
  ['a gap that is not owned up to', told({ 'councils/kent/council.yaml': { unknown: [] } }), 'unknown', 'nothing on money'],
  ['a gap that is none', told({ 'councils/devon/council.yaml': { unknown: ['money'] } }), 'unknown', 'money'],
  ['a gap on no topic', told({ 'councils/kent/council.yaml': { unknown: ['money', 'cars'] } }), 'unknown', 'cars'],
  ['a name that two councils share', told({ 'councils/kent/council.yaml': { towns: ['DVN'] } }), 'towns.0', 'DVN a second time'],
  ['an ask under two topics', told({ 'national/rights.asks.txt': 'mine\nCash please\n' }), 'Cash please', 'the same ask under money'],
  ['a topic that nobody asks about', told({ 'national/rights.asks.txt': '# later\n\n' }), '', 'no asks'],
  [
    'a word explained twice',
    told({ 'glossary.yaml': [...files['glossary.yaml'], { term: 'pa', means: 'x' }] }),
    '1.term',
    'pa a second time',
  ],
  ['a service for no topic', told({ 'directory.yaml': [{ ...files['directory.yaml'][0], topics: ['x'] }] }), '0.topics.0', 'x'],
])('%s is told, and nothing else', (_, problems, field, found) => {
  expect(problems.map((p) => [p.field, p.found])).toEqual([[field, found]]);
  expect(problems[0]!.line).toBeGreaterThanOrEqual(found === 'no asks' ? 0 : 1);
});

test.each([
  ['more than the least by law', grant('2024-01-01', 3001)],
  ['less than the law gave only later', grant('2020-01-01', 2000)],
  ['less, and says so', { ...grant('2024-01-01', 2000), below_minimum: true }],
])('a council that gives %s is not told off', (_, change) => {
  expect(devon(change)).toEqual([]);
});

test('an ask that stands under one topic twice is no fault, and neither is a repeated note', () => {
  expect(told({ 'national/rights.asks.txt': '# how people ask\nmine\nmine\n' })).toEqual([]);
});

test('the line of a shared ask is the line in its file', () => {
  expect(told({ 'national/rights.asks.txt': '# note\n\nmine\ncash please' })).toMatchObject([{ line: 4 }]);
});

test('every kind of mistake is told at once', () => {
  const all = told({ 'national/money.yaml': { id: 'x', title: '<b>', law: 'In 2020.' }, 'councils/kent/council.yaml': { unknown: [] } });
  expect(all.map((p) => p.field).sort()).toEqual(['id', 'law', 'title', 'unknown']);
});

test('the words that a person reads are what is said, the law and what to do', () => {
  const { written } = tiny().national.get('money')!;
  expect(prose(written).map(([field]) => field)).toEqual([
    'say.short',
    'say.full',
    'say.foster-carer',
    'next.do',
    'next.foster-carer',
    'law',
  ]);
});
