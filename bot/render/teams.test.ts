import type { Reply } from '../engine/types';
import { asTeams, plain } from './teams';

const reply: Reply = {
  kind: 'answer',
  topics: ['council-tax'],
  crisis: null,
  act: null,
  title: 'Council tax',
  parts: [
    { role: 'what', text: 'Each council decides.' },
    { role: 'council', text: 'You pay nothing.' },
    { role: 'next', text: 'Tell them.' },
    { role: 'notice', text: 'This was so in 2020.' },
    { role: 'source', text: 'A report.' },
  ],
  brief: [],
  choices: ['Money', 'Home'],
  ref: 'CT-DEV',
  council: 'devon',
  why: { rule: 'test' },
};

test('the text is the whole reply, in the order of the card', () => {
  expect(asTeams(reply, 'Devon').text.split('\n\n')).toEqual([
    'Council tax',
    'Each council decides.',
    'What Devon says',
    'You pay nothing.',
    'What to do next',
    'Tell them.',
    'This was so in 2020.',
    '1. Money',
    '2. Home',
    'Ref CT-DEV',
    'Where this comes from: A report.',
  ]);
});

test('whoever cannot see the card gets that text', () => {
  const { card, text } = asTeams(reply, 'Devon');
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', fallbackText: text });
});

test('sources stand folded, under one button', () => {
  expect((asTeams(reply, 'Devon').card['body'] as unknown[]).slice(-2)).toMatchObject([
    { actions: [{ type: 'Action.ToggleVisibility', title: 'Where this comes from', targetElements: ['sources'] }] },
    { id: 'sources', isVisible: false, items: [{ text: 'A report.' }] },
  ]);
});

test('a reply with no sources, choices, title or code is its words only', () => {
  const words = asTeams({ ...reply, title: '', parts: [{ role: 'what', text: 'Hello.' }], choices: [], ref: null }, null);
  expect([words.text, words.card['body']]).toEqual(['Hello.', [{ type: 'TextBlock', text: 'Hello.', wrap: true }]]);
});

test('in a crisis the danger stands before the title', () => {
  const crisis: Reply = { ...reply, kind: 'help-now', parts: [{ role: 'what', text: 'Call 999.' }, ...reply.parts] };
  expect(asTeams(crisis, null).text).toMatch(/^Call 999\.\n\nCouncil tax\n\n/u);
});

test.each([
  ['a *star* and [a](link)', 'a \\*star\\* and \\[a\\](link)'],
  ['_so_ it is', '\\_so\\_ it is'],
  ['www.a.gov.uk/care_leavers', 'www.a.gov.uk/care_leavers'],
  ['- one\n# two\n3. three', '\\- one\n\\# two\n3\\. three'],
  ['Ring 0300 300 8000. It is £3,000 (or more).', 'Ring 0300 300 8000. It is £3,000 (or more).'],
])('%j is shown as it stands', (text, shown) => {
  expect(plain(text)).toBe(shown);
});
