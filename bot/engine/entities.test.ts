import { openKits } from '../host/kits.node';
import { findCouncil, findReader, isOwn, onlyNames } from './entities';
import { plainWords } from './tidy';

const kit = openKits('build/kits').for(undefined).kit!;
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

test.each([
  ['its leicestershire not devon', 'leicestershire'],
  ['not in devon, in bedford borough', 'bedford-borough'],
  ['im not from devon', undefined],
])('in "%s" the council that is denied gives way: %s', (text, id) => {
  expect(findCouncil(plainWords(text), kit.councils, kit.elsewhere)?.id).toBe(id);
});

test.each([
  ['im in devon', false, true],
  ['what if he moves to devon', false, false],
  ['i moved to devon last week', true, false],
  ['i moved to devon last week', false, true],
  ['if i was moving to leeds', false, false],
  ['who won the luton game', true, false],
  ['who won the luton game', false, true],
  ['i live in luton now', true, true],
  ['is it luton council', true, true],
  ['does devon do that', true, true],
])('"%s", with a council told before %s, names the person\'s own: %s', (text, told, own) => {
  const words = plainWords(text);
  expect(isOwn(words, findCouncil(words, kit.councils, kit.elsewhere)!, told)).toBe(own);
});

test('no name is found where there are no councils or no words', () => {
  expect(findCouncil(['devon'], [], { england: [], otherNations: [] })).toBeNull();
  expect(findCouncil([], kit.councils, kit.elsewhere)).toBeNull();
});

test.each([
  ['devon', true],
  ['im from devon', true],
  ['um its devon county council please', true],
  ['im in leicestershire btw, coalville', true],
  ['i picked wrong, its leicestershire not devon', true],
  ['council tax in devon', false],
  ['devon money', false],
])('"%s" only names a council: %s', (text, only) => {
  const words = plainWords(text);
  expect(onlyNames(words, findCouncil(words, kit.councils, kit.elsewhere)!)).toBe(only);
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
