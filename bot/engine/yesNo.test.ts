import fc from 'fast-check';
import { tidy } from './tidy';
import { safety } from './turn';
import { findYesNo, type YesNo } from './yesNo';

const ways: Readonly<Record<YesNo, readonly string[]>> = {
  yes: [
    'yes', 'Yes.', 'YES', 'y', 'Y', 'ye', 'yh', 'yhhh', 'yeh', 'yeahhhh', 'yea', 'yep', 'yup', 'aye', 'ok', 'okay', 'k', 'sure', 'of course', 'ofc', 'obvs', 'correct', "that's right", 'defo', 'definitely',
    'yes please', 'please', 'go on then', 'alright then', 'I do', 'i did', 'i was', 'it is', 'i think so', 'i reckon', 'mhm', 'innit', '100%', '💯', '👍', '👍🏾', '✅', '👌🏻', 'um yeah', 'yeah lol', 'yeah i do', 'yes i was',
    'yeah since i was 15', 'yes from 2019 to 2021', 'yh im in uni', 'ye i left at 16', 'yeah but only for a bit', 'no yeah', 'no wait yes', 'yes yes yes', 'well yeah', 'yes thanks', 'yes mate', 'yeah they did', 'yes thank you', 'sure thing x',
  ],
  no: [
    'no', 'No!', 'n', 'nah', 'nahhh', 'nope', 'naw', 'not rly', 'not really', 'not yet', 'never', "I don't", 'i didnt', "i haven't", 'i wasnt', "i'm not", 'dont think so', "I don't think so", 'doubt it', 'no thanks', 'nah ur alright', 'not anymore',
    '👎', '👎🏿', '❌', '🙅‍♀️', 'um no', 'no lol', 'no i dont', 'no im not', 'no i left at 15', 'nah i was with my nan', 'no never', 'no not really', 'yeah nah', 'yeah no', 'yes sorry i mean no', 'no it was my brother', 'definitely not', 'of course not', 'no they didnt', 'no thank you',
  ],
  'not-sure': [
    'not sure', "I'm not sure", 'idk', 'dunno', 'i dunno tbh', "don't know", 'i dont know', 'dnt kno', 'no idea', 'no clue', 'maybe', 'mayb', 'perhaps', 'possibly', 'probably', 'probs not', 'it depends', 'kinda', 'sort of', 'yes and no', 'cant remember',
    'nobody told me', '🤷', '🤷‍♂️', '🤔', 'um idk', 'yeah maybe', 'no idk', 'idk how long it was', 'not sure if it counts', 'i dont know what that means', 'maybe when i was 15', '50/50', 'god knows', 'what does that mean',
  ],
}; // prettier-ignore

const read = (text: string) => findYesNo(tidy(text, safety.spelling).raw);

test.each(Object.entries(ways).flatMap(([means, texts]) => texts.map((text) => [text, means] as const)))('"%s" means %s', (text, means) => {
  expect(read(text)).toBe(means);
});

test.each([
  '', 'hi', 'council tax', 'no one cares', 'no one told them', 'no money left', 'nobody came', 'no fixed address', 'yes i dont', 'y n', 'right to buy', 'sure start centre', 'ok so what about council tax', 'i have a question',
  'i am 17', 'i do a course', 'please help me', 'no id what can i use', 'forgot my journal login', 'how do i know its the official one', 'i dont know what to write under hobbies on this form', 'sort of the opposite of a moan', 'y do they do that', 'k2 housing', 'not my council', 'never been so scared', 'thanks', 'lol', 'how much is it', 'no worries', 'no problem', 'none of your business', 'fine me for it', '19', '?',
])('"%s" is neither yes nor no nor not sure', (text) => {
  expect(read(text)).toBeNull();
}); // prettier-ignore

const anyWord = fc.oneof(
  fc.string(),
  fc.constantFrom('yes', 'no', 'not', 'sure', 'i', 'dont', 'know', 'maybe', 'wait', 'um', 'toString', '👍'),
);

test('whatever is said, it is one of the three or nothing', () => {
  fc.assert(fc.property(fc.array(anyWord), (words) => expect(['yes', 'no', 'not-sure', null]).toContain(findYesNo(words))));
});

test('capitals, marks and spaces change nothing', () => {
  const text = fc.constantFrom(...Object.values(ways).flat());
  fc.assert(
    fc.property(text, fc.constantFrom('!', '...', ' ', '\n', ' - ', ','), (said, mark) => {
      expect(read(said.replaceAll(' ', `${mark} `).toUpperCase() + mark)).toBe(read(said));
    }),
  );
});

test('yes and no at once is neither, unless one of them is taken back', () => {
  fc.assert(
    fc.property(fc.constantFrom('yes', 'yep', 'aye'), fc.constantFrom('nope', 'never', 'not really'), (yes, no) => {
      expect(read(`${yes}, ${no}`)).toBeNull();
      expect(read(`${yes}, wait, ${no}`)).toBe('no');
    }),
  );
});
