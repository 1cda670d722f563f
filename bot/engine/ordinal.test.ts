import { ordinal } from './ordinal';

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [16, '16th'],
  [18, '18th'],
  [21, '21st'],
  [22, '22nd'],
  [23, '23rd'],
  [25, '25th'],
  [101, '101st'],
  [111, '111th'],
])('%i is written %s', (n, written) => {
  expect(ordinal(n)).toBe(written);
});
