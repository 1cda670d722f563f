import { ageDifferences, birthDifferences, choiceDifferences, whenDifferences, yesNoDifferences } from './differences';
import { ages, births, choices, whens, yesNos } from './phrases';
import { readAge, readBirth, readChoice, readWhen, readYesNo } from './readings';

// Microsoft's recognizer is the oracle: it and our own reader read the same phrases, and wherever they differ a person has said why.
const kinds = [
  { kind: 'ages', phrases: ages, read: readAge, differences: ageDifferences },
  { kind: 'dates of birth', phrases: births, read: readBirth, differences: birthDifferences },
  { kind: 'yes and no', phrases: yesNos, read: readYesNo, differences: yesNoDifferences },
  { kind: 'choices', phrases: choices, read: readChoice, differences: choiceDifferences },
  { kind: 'days', phrases: whens, read: readWhen, differences: whenDifferences },
];

test('three hundred phrases are read twice, none of them listed twice', () => {
  const all = kinds.flatMap(({ kind, phrases }) => phrases.map((phrase) => `${kind}: ${phrase}`));
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all).size).toBe(all.length);
});

describe.each(kinds)('of $kind', ({ phrases, read, differences }) => {
  const listed = new Map(
    differences.flatMap(([why, cases]) => cases.map(([phrase, ours, theirs]) => [phrase, { ours, theirs, why }] as const)),
  );

  test.each(phrases)('"%s" is read alike, or as listed with the reason', (phrase) => {
    const { ours, theirs } = read(phrase);
    const { why, ...expected } = listed.get(phrase) ?? { ours, theirs: ours, why: 'alike' };
    expect({ ours, theirs }).toEqual(expected);
    expect(why).not.toBe('');
  });

  test('every difference listed is of a phrase that is read, and is one', () => {
    const wrong = [...listed].filter(([phrase, { ours, theirs }]) => !phrases.includes(phrase) || ours === theirs);
    expect(wrong).toEqual([]);
  });
});
