import fc from 'fast-check';
import { openKits } from '../host/kits.node';
import { findChoice, findCouncil, findReader, onlyNames } from './entities';
import { plainWords } from './tidy';

const kit = openKits('build/kits').for(undefined).kit!;
const titles = Object.values(kit.entries).map((e) => e.title);
const names = kit.councils.flatMap((c) => [c.name, c.shortName, ...c.aliases].map((name) => [name, c.id] as const));

test.each(names)('"%s" is a name of %s, whatever is said round it', (name, id) => {
  expect(findCouncil(plainWords(name), kit.councils, kit.elsewhere)?.id).toBe(id);
  expect(findCouncil(plainWords(`do i pay council tax in ${name} yet`), kit.councils, kit.elsewhere)).toMatchObject({ id, from: 6 });
});

test.each([
  ['i live in central beds', 'central-bedfordshire', [3, 5]],
  ['bedford borough council', 'bedford-borough', [0, 3]],
  ['devon or north west leicestershire', 'leicestershire', [2, 5]],
  ['im from kent', 'elsewhere', [2, 3]],
  ['bedfordshire', undefined, []],
  ['', undefined, []],
])('in "%s" the longest name wins: %s', (text, id, place) => {
  const found = findCouncil(plainWords(text), kit.councils, kit.elsewhere);
  expect(found?.id).toBe(id);
  expect(found ? [found.from, found.to] : []).toEqual(place);
});

test('no name is found where there are no councils or no words', () => {
  expect(findCouncil(['devon'], [], { england: [], otherNations: [] })).toBeNull();
  expect(findCouncil([], kit.councils, kit.elsewhere)).toBeNull();
});

test.each([
  ['devon', true],
  ['im from devon', true],
  ['um its devon county council please', true],
  ['council tax in devon', false],
  ['devon money', false],
])('"%s" only names a council: %s', (text, only) => {
  const words = plainWords(text);
  expect(onlyNames(words, findCouncil(words, kit.councils, kit.elsewhere)!)).toBe(only);
});

const labels = ['Council tax', 'Setting-up-home money', 'Staying Put'];

test.each([
  ['1', 0],
  ['one', 0],
  ['number one', 0],
  ['option one please', 0],
  ['one please', 0],
  ['the first one', 0],
  ['2', 1],
  ['number 2 please', 1],
  ['no 2', 1],
  ['the second one', 1],
  ['2nd', 1],
  ['id like the third', 2],
  ['last one', 2],
  ['council tax', 0],
  ['Setting up home money', 1],
  ['the staying one', 2],
  ['money please', 1],
  ['0', null],
  ['4', null],
  ['fifth', null],
  ['no', null],
  ['no one', null],
  ['the', null],
  ['one or two', null],
  ['pay council tax', null],
  ['what is staying put', null],
  ['constructor', null],
  ['', null],
])('of three topics offered, "%s" picks %s', (text, picked) => {
  expect(findChoice(plainWords(text), labels)).toBe(picked);
});

test('a word that two of the labels hold picks neither', () => {
  expect(findChoice(['staying'], ['Staying Put', 'Staying Close', 'Council tax'])).toBeNull();
});

test('nothing is picked when nothing was offered', () => {
  expect(findChoice(['1'], [])).toBeNull();
});

test('a label picks itself, and its number picks it too', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 9 }), (offered) => {
      expect(offered.map((label) => findChoice(plainWords(label), offered))).toEqual([...offered.keys()]);
      expect(offered.map((_, i) => findChoice([String(i + 1)], offered))).toEqual([...offered.keys()]);
    }),
  );
});

test('whatever is said, the pick is one of those offered or nothing', () => {
  const anyWords = fc.array(fc.oneof(fc.string(), fc.constantFrom('1', '9', 'last', 'fifth', 'one', 'the', 'money', 'toString')), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(anyWords, fc.array(fc.constantFrom(...titles), { maxLength: 4 }), (words, offered) => {
      const picked = findChoice(words, offered);
      expect(picked === null || offered[picked] !== undefined).toBe(true);
    }),
  );
});

test.each([
  ['im a foster carer', 'foster-carer'],
  ["I'm a foster carer, what happens at 18", 'foster-carer'],
  ['can our lad stay with us after 18', 'foster-carer'],
  ['what does my young person get', 'foster-carer'],
  ['as carers do we still get paid', 'foster-carer'],
  ['my foster carer says i have to go', null],
  ['can i stay with my foster carers', null],
  ['i am a care leaver', null],
  ['i stay with usman', null],
  ['', null],
])('"%s" is asked by: %s', (text, reader) => {
  expect(findReader(plainWords(text))).toBe(reader);
});

test.each([
  ['im under birmingham council', 'elsewhere'],
  ['my council is kent', 'elsewhere'],
  ['i moved to scotland', 'abroad'],
])('"%s" names a place that is not in: %s', (text, id) => {
  expect(findCouncil(plainWords(text), kit.councils, kit.elsewhere)?.id).toBe(id);
});
