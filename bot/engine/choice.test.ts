import fc from 'fast-check';
import { openKits } from '../host/kits.node';
import { findChoice } from './choice';
import { plainWords } from './tidy';

const titles = Object.values(openKits('build/kits').for(undefined).kit!.entries).map((e) => e.title);
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

const ways = ['University', 'Apprenticeship', 'Work', 'None of these'];

test.each([
  ['uni', 0],
  ['the uni one', 0],
  ['uni please', 0],
  ['apprentice', 1],
  ['Apprenticeships', 1],
  ['b', 1],
  ['B)', 1],
  ['option b', 1],
  ['option 2', 1],
  ['no. 3', 2],
  ['#3', 2],
  ['3️⃣', 2],
  ['num 3 pls', 2],
  ['ill go with the second one', 1],
  ['i think its 2', 1],
  ['work i think', 2],
  ['the last one', 3],
  ['bottom one', 3],
  ['top one', 0],
  ['none of these', 3],
  ['none', 3],
  ['a', null],
  ['c', 2],
  ['option a', 0],
  ['the middle one', null],
  ['these', null],
  ['un', null],
  ['not the first one', null],
  ['not uni', null],
  ['1 and 2', null],
  ['uni or work', null],
  ['both', null],
  ['5', null],
  ['e', null],
  ['i work at a uni', null],
  ['b my friend', null],
  ['can i have a', null],
  ['a job', null],
  ['99', null],
])('of four ways to spend the day, "%s" picks %s', (text, picked) => {
  expect(findChoice(plainWords(text), ways)).toBe(picked);
});

test.each([
  ['sure', ['Yes', 'No', 'Not sure'], null],
  ['not sure', ['Yes', 'No', 'Not sure'], 2],
  ['yes please', ['Yes', 'No', 'Not sure'], 0],
  ['no', ['Yes', 'No', 'Not sure'], 1],
  ['i pay rent', ['I pay rent', 'I do not pay rent'], 0],
  ['pay rent', ['I pay rent', 'I do not pay rent'], 0],
  ['17', ['15', '16 or 17', '18 to 20'], 1],
  ['2', ['1 year', '3 years', '2 years'], null],
  ['2', ['1 year', '2 years', '3 years'], 1],
  ['2 years', ['1 year', '3 years', '2 years'], 2],
  ['middle', ['Day', 'Week', 'Month'], 1],
  ['work', ['Workshops', 'Work'], 1],
  ['wor', ['Workshops', 'Work'], null],
  ['d', ['Leicestershire', 'Devon', 'Central Beds', 'Bedford Borough'], null],
  ['12', Array.from({ length: 12 }, (_, i) => `Council ${'abcdefghijkl'[i]}`), 11],
] as const)('"%s" said to %j picks %s', (text, offered, picked) => {
  expect(findChoice(plainWords(text), offered)).toBe(picked);
});

test('a word that two labels hold picks neither, whichever two they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...titles), { minLength: 2, maxLength: 6 }), fc.nat(), (offered, seed) => {
      const all = offered.map((label) => plainWords(label));
      const shared = all
        .flat()
        .filter((word) => all.filter((label) => label.includes(word)).length > 1 && !all.some((label) => label.join() === word));
      fc.pre(shared.length > 0);
      expect(findChoice([shared[seed % shared.length]!], offered)).toBeNull();
    }),
  );
});
