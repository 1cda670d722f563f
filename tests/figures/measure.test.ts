import { measure, names } from './measure';
import { slipKinds } from './slips';

const style = 'plain';
const found = measure({
  questions: [
    { text: 'hello', topics: ['greeting'], style },
    { text: 'do i have to pay council tax', topics: ['council-tax'], style },
    { text: 'do i have to pay council tax', topics: ['university'], style: 'wrong' },
  ],
  outOfScope: [{ text: 'what is the capital of mongolia' }],
  crisis: [{ text: 'i want to kill myself', category: 'suicide-self-harm', style }],
  benign: [{ text: 'hello' }],
});

test('every headline figure is counted, over its own rows', () => {
  expect(Object.keys(found.figures).sort()).toEqual(Object.keys(names).sort());
  expect(found.figures).toMatchObject({
    rightFirst: { n: 2, of: 3 },
    rightFirstTopics: { n: 1, of: 2 },
    rightFirstActs: { n: 1, of: 1 },
    wrongButSure: { n: 1, of: 3 },
    lost: { n: 0, of: 3 },
    ownedUp: { of: 1 },
    crisisFound: { n: 1, of: 1 },
    crisisCategory: { n: 1, of: 1 },
    alarmsBenign: { n: 0, of: 1 },
    alarmsQuestions: { n: 0, of: 3 },
    alarmsOutOfScope: { n: 0, of: 1 },
  });
});

test('by topic, by style and by category', () => {
  expect(Object.keys(found.byTopic)).toEqual(['council-tax', 'greeting', 'university']);
  expect(found.byStyle).toMatchObject({ plain: { rightFirst: { n: 2, of: 2 } }, wrong: { rightFirst: { n: 0, of: 1 } } });
  expect(found.byCategory).toMatchObject({ 'suicide-self-harm': { crisisFound: { n: 1, of: 1 } } });
  expect(Object.keys(found.noise)).toEqual([...slipKinds]);
});

test('what was taken for what', () => {
  expect(found.confused).toContainEqual({ wanted: 'university', got: 'council-tax', times: 1 });
});
