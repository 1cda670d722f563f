import { keywordIn } from './keywords';

test.each([
  ['STOP', 'stop'],
  ['stop', 'stop'],
  [' Stop!! ', 'stop'],
  ['"STOP"', 'stop'],
  ['StopAll', 'stop'],
  ['UNSUBSCRIBE', 'stop'],
  ['Start', 'start'],
  ['HELP', 'help'],
  ['help?', 'help'],
  ['INFO.', 'help'],
])('%j is a keyword', (text, keyword) => {
  expect(keywordIn(text)).toBe(keyword);
});

test.each([
  'stop please',
  'help me',
  'how do i stop my rent going up',
  'stop him',
  'start again',
  'infos',
  'cancel',
  'end',
  '',
  '!',
  'constructor',
  '__proto__',
])('%j is not', (text) => {
  expect(keywordIn(text)).toBeNull();
});
