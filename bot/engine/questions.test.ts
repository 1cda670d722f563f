import fc from 'fast-check';
import { quickest } from '../../tests/engine/quickest';
import { questionsIn } from './questions';

test.each([
  ['do i pay council tax', ['do i pay council tax']],
  ['Do I pay council tax? Can I get money for a sofa?', ['Do I pay council tax', 'Can I get money for a sofa']],
  ['how much is the grant and can i get a bus pass', ['how much is the grant', 'can i get a bus pass']],
  ['i turned 18 last week. what about my rent', ['i turned 18 last week', 'what about my rent']],
  ['hi. do i pay council tax', ['hi. do i pay council tax']],
  ['', ['']],
])('"%s" asks %j', (text, questions) => {
  expect(questionsIn(text)).toEqual(questions);
});

test('however long a message is, at most four questions are read, in little time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10_000 }), (text) => {
      const found = questionsIn(text);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(4);
    }),
  );
  const { took } = quickest(50, () => [questionsIn('can i '.repeat(2000)), questionsIn(' and'.repeat(2500))]);
  expect(took).toBeLessThan(50);
});
