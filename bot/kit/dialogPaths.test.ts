import type { WrittenDialog } from './dialogFile';
import { pathFaults } from './dialogPaths';

type Step = WrittenDialog['ask'][number];
type When = Step['when'];

const yesNo = (key: string, when?: When): Step => ({
  key,
  say: 'x',
  why: 'x',
  answer: 'yes-no',
  choices: {},
  also: {},
  ...(when && { when }),
});
const part = (when?: When): WrittenDialog['then'][number] => ({ say: 'x', role: 'what', ...(when && { when }) });
const found = (ask: Step[], then: WrittenDialog['then']) => pathFaults(ask, then, ['devon']).map((one) => one.found);

test('a dialog whose every step is reached and whose every way ends has no faults', () => {
  expect(found([yesNo('moved'), yesNo('far', { moved: ['yes'] })], [part({ far: ['yes'] }), part()])).toEqual([]);
});

test.each<[string, Step[], WrittenDialog['then'], string[]]>([
  ['a question that waits for what comes after it', [yesNo('far', { near: ['yes'] })], [part()], ['the question "far", which is never asked', '"when" of near: yes, which is no answer to it']],
  ['two questions that wait for each other', [yesNo('a', { b: ['yes'] }), yesNo('b', { a: ['yes'] })], [part()], ['the question "a", which is never asked', 'the question "b", which is never asked']],
  ['a part for an answer that nobody can give', [yesNo('moved')], [part(), part({ moved: ['maybe'] })], ['part 2 of "then", which is never shown', '"when" of moved: maybe, which is no answer to it']],
  ['one misspelt answer among good ones', [yesNo('moved')], [part({ moved: ['yes', 'noo', 'no', 'not-sure'] })], ['"when" of moved: noo, which is no answer to it']],
  ['a way that ends in nothing', [yesNo('moved')], [part({ moved: ['yes', 'no'] })], ['a way that ends in nothing: moved not-sure']],
])('%s is found', (_, ask, then, faults) => expect(found(ask, then)).toEqual(faults)); // prettier-ignore

test('more questions on one way than a person is asked are found', () => {
  const asks = Array.from({ length: 13 }, (_, i): Step => ({ ...yesNo(`q${i}`), answer: 'words' }));
  expect(found(asks, [part()])[0]).toMatch(/^more than 12 questions: q0 said/u);
  expect(found(asks.slice(1), [part()])).toEqual([]);
});

test('every kind of answer is tried', () => {
  const ages: Step = { ...yesNo('age'), answer: 'age' };
  const council: Step = { ...yesNo('council'), answer: 'council' };
  const choice: Step = { ...yesNo('home'), answer: 'choice', choices: { flat: 'a flat', hostel: 'a hostel' } };
  const then = [
    part({ age: ['25-or-over'] }),
    part({ council: ['devon'] }),
    part({ council: ['elsewhere'] }),
    part({ home: ['hostel'] }),
    part(),
  ];
  expect(found([ages, council, choice], then)).toEqual([]);
});
