import { slipKinds, withSlips } from './slips';

const text = 'Can I still stay with my foster carers when they move to another county?';
// Of the words of four letters or more, the first, fourth, seventh and tenth.
const slipped = ['still', 'foster', 'they', 'county?'];

test.each(slipKinds)('%s: the same text is always spoilt alike', (kind) => {
  expect(withSlips(text, kind)).toBe(withSlips(text, kind));
  expect(withSlips(text, kind)).not.toBe(text);
});

test.each(slipKinds.filter((kind) => kind !== 'missing space'))('%s: only every third long word is spoilt', (kind) => {
  const spoilt = withSlips(text, kind).split(' ');
  expect(text.split(' ').filter((word, i) => word !== spoilt[i])).toEqual(slipped);
});

test('each kind makes the slip that it is named for', () => {
  expect(withSlips('council', 'dropped letter')).toHaveLength(6);
  expect(withSlips('council', 'doubled letter')).toMatch(/(\p{L})\1/u);
  expect(withSlips('council', 'doubled letter')).toHaveLength(8);
  const swapped = withSlips('council', 'swapped neighbours');
  expect(swapped).not.toBe('council');
  expect(swapped.split('').sort()).toEqual('council'.split('').sort());
  const near = withSlips('council', 'keyboard neighbour');
  expect(near.split('').filter((letter, i) => letter !== 'council'[i])).toHaveLength(1);
  expect(withSlips('do i pay council tax', 'missing space')).toBe('do i pay counciltax');
  expect(withSlips('the council', 'missing space')).toBe('thecouncil');
});

test('short words, signs and lone words are left where nothing can slip', () => {
  for (const kind of slipKinds) expect(withSlips('do i pay, or 1234?', kind)).toBe('do i pay, or 1234?');
  expect(withSlips('council', 'missing space')).toBe('council');
  expect(withSlips('aaaa', 'swapped neighbours')).toBe('aaaa');
  expect(withSlips('', 'dropped letter')).toBe('');
});

test('a capital stays a capital', () => {
  expect(withSlips('AAAA', 'keyboard neighbour')).toMatch(/^[A-Z]{4}$/u);
});
