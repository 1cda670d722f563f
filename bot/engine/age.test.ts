import fc from 'fast-check';
import { quickest } from '../../tests/engine/quickest';
import { bandOf, findAge } from './age';
import { plainWords } from './tidy';
import type { Reader } from './types';

const sunday = Date.parse('2026-11-22T12:00:00Z');

function told(text: string, expected = false, reader: Reader | null = null, now = sunday): string | number {
  const age = findAge(plainWords(text), expected, now, reader);
  return age === null ? 'nothing' : typeof age === 'string' ? age : age.unsure ? `${age.years}?` : age.years;
}

test.each([
  ["i'm 17", 17], ['Im 19!!', 19], ['i am 18 years old', 18], ['im eighteen', 18], ['im twenty one', 21], ['I’m twenty-two', 22], ['im only 16', 16],
  ['im just turned 18', 18], ['turned 21 in march', 21], ['i turned 18 last week', 18], ['just turned 18', 18], ['ive just turned 21', 21],
  ['im nearly 19', 18], ['almost 19', 18], ['im nrly 18', 17], ['about to turn 21', 20], ['im bout to turn 18', 17], ['turning 18 soon', 17], ['gonna be 18', 17],
  ['ill be 18 in june', 17], ['i turn 18 in june', 17], ['im 18 in june', 17], ['im 18 next week', 17], ['im 18 in 3 weeks', 17], ['im 18 on friday', 17],
  ['im 18 in 2 years', 16], ['17 and a half', 17], ['im 17 and a half years old', 17], ['im 17½', 17], ['im 17.5', 17], ['18yo', 18], ['18 yrs old', 18],
  ['16 y/o', 16], ['im18', 18], ['17f in care', 17], ['19 and homeless', 19], ['19 care leaver', 19], ['aged 20', 20], ['age 20', 20], ['my age is 20', 20],
  ['im a 19 year old care leaver', 19], ['as an 18 year old do i pay council tax', 18], ['im like 18', 18], ['im 20 and at uni', 20],
  ['do i pay council tax im 19', 19], ['im 24 can i still get a PA', 24], ['im 16 am i allowed to move out', 16], ['im 18 in care', 18],
  ['im 18 on universal credit', 18], ['im 18 may i get a flat', 18], ['im 17 going on 18', 17], ['im 17 nearly 18', 17], ['im 17, 18 next week', 17],
  ['im 17 no wait 19', 19], ["i'm 17, sorry i mean 18", 18], ['im 17 i meant 16', 16], ['im 18 not 17', 18], ['im not 17 im 18', 18], ['im not 18 yet', 17],
  ['its my 18th birthday today', 18], ['its my 18th today', 18], ['just had my 21st birthday', 21], ['my 18th birthday is in june', 17], ['my 18th is next week', 17],
  ['i was 18 last week', 18], ['im 17 and my sister is 15', 17], ['my sister is 15 and im 17', 17], ['im 17 been in care 4 years', 17], ['im 12', 12], ['im 40', 40],
  ['im over 25', 25], ['im under 16', 15], ['im 17 i live at flat 18', 17], ['im 16 plus i have a baby', 16], ['im 1 of 4 kids and im 17', 17],
  ['im 17 or 18', 'contradiction'], ['im 17/18', 'contradiction'], ['im 150', 'impossible'], ['im in year 12', 16], ['im in y13', '17?'], ['im in year 9', 13],
  ['im 18 this year', '17?'], ['they want me out and im 17', 17], ['my brother said im 17', 17], ['me turned 18', 18], ['im 18 now', 18], ['im 18 friday', 17], ['my 21st is next month', 20], ['learn to swim, im 19 and cant', 19], ['born 2009', 17], ['17 year old here', 17], ['ive hit 21, do i still get a PA', 21], ['18 now and skint', 18],
  ['ime 16', 16], ['im ninteen', 19], ['no im 19', 19], ['19 here', 19], ['i be 18 soon', 17], ['well im officially 18', 18], ['not long turned 21', 21],
] as const)('"%s" tells %s', (text, age) => {
  expect(told(text)).toBe(age);
}); // prettier-ignore

test.each([
  'my brother is 16', 'my little sisters 15', 'shes 17', 'he is 16', 'my gf just turned 18', 'me and my mate are 16', 'my son is 2', 'my mate josh is nearly 18',
  'what can a shy 16 year old girl join', 'explain it to a 16 year old', 'everyone at my home who turned 18 just vanished', 'one of ours turns 18 on the 30th', 'tenant of ours aged 24',
  'they sent me a sixteen page pdf', 'they sent me 900 pages', 'promised me twenty lessons', 'its going to be twenty eight degrees', 'where do 16 and 17 year old care leavers live', 'what changes after turning 18',
  'what hapens wen im 18', 'on the morning i turned eighteen a letter came', 'does turning 18 change my claim',
  'does council tax start the day i turn 25', 'who decides the minute i hit 18',
  '£18', '18 months', 'ive got 18 months left', 'in 3 weeks', '24 hours', '16 plus bus pass', '16+ bus pass', 'over 25s', 'under 18s', 'bus 19', 'the number 19 bus',
  '07700 900123', 'ring 0300 300 8000', 'my number is 07700 900 118', '18 high street', 'i live at 21 acacia avenue', 'flat 18', 'section 20', 'room 12',
  'what happens at 18', 'what happens when i turn 18', 'can i stay after 21', 'support until 25', 'until im 21', 'when im 18 can i move out', 'before i turn 18',
  'when i was 16', 'i was 12 when i went into care', 'since i was 14', 'once im 18 do i have to leave', 'can a 17 year old get a flat', '18 quid', '20 percent', '17 june',
  'letter dated 3/4/2006', 'for 18 years', 'been in care 16 years', '10 am', 'half 3', '19', 'pay 20', 'i owe 25', 'what about my 18th', 'after my 18th birthday',
  'im 18 months sober', 'do you lose support at 25', 'im 3rd on the list', '100', '', 'hi', 'im in 2 minds', 'im one of the lucky ones', 'from 16 to 25', 'between 16 and 18',
  'year 11', 'im 5 10', 'level 3 course', '999', 'im not 18', 'if i was 18', 'im over 18', '2 of us', 'the year 2019', 'my PA has 25 kids', 'what if im 21 by then',
])('"%s" does not tell the age of the one who writes', (text) => {
  expect(told(text)).toBe('nothing');
}); // prettier-ignore

test.each([
  ['19', 19], ['nineteen', 19], ['19.', 19], ['20 lol', 20], ['17 or 18', 'contradiction'], ['17 no 19', 19], ['18 in june', 17], ['18 next month', 17], ['nearly 19', 18],
  ['19 i think', 19], ['y13', '17?'], ['year 12', 16], ['im 16 and my brother is 18', 16], ['my brother is 18', 'nothing'], ['£18', 'nothing'], ['2', 'impossible'],
  ['130', 'impossible'], ['idk', 'nothing'], ['07700 900123', 'nothing'], ['over 25', 25], ['over 18', 'nothing'], ['under 16', 15], ['17½', 17], ['18 months', 'nothing'],
  ['3/4/2006', 20], ['03/04/06', 20], ['3rd april 2006', 20], ['april 3rd 2006', 20], ['3 apr 06', 20], ['2006-04-03', 20], ['03042006', 20], ['1st of jan 06', 20],
  ['23/11/2008', 17], ['22/11/2008', 18], ['21/11/2008', 18], ['2008', '18?'], ['2006', 20], ['april 2006', 20], ['november 2008', '18?'], ['31/4/2006', 'not-a-date'],
  ['29/2/2007', 'not-a-date'], ['4/13/2006', 'not-a-date'], ['3/4/2030', 'in-the-future'], ['3/4/27', 'in-the-future'], ['1890', 'impossible'], ['3/4/1890', 'impossible'],
  ['4 may 2007', 19], ['ten', 10], ['not telling you', 'nothing'], ['what happens at 18', 'nothing'], ['12', 12], ['17 yes', 17], ['17 but turning 18 tomorrow', 17],
] as const)('asked how old they are, "%s" tells %s', (text, age) => {
  expect(told(text, true)).toBe(age);
}); // prettier-ignore

test.each([
  ['born 3/4/2006', 20], ['i was born on the 3rd of april 2006', 20], ['dob 03/04/06', 20], ['my date of birth is 3.4.2006', 20], ['born 2006', 20], ['born in 2008', '18?'],
  ['born april 2006', 20], ['my birthday is 3rd april', 'nothing'], ['my brother was born 3/4/2010', 'nothing'], ['born 1890', 'impossible'], ['born 29/2/2007', 'not-a-date'],
  ['born 3/4/2006 so im 20', 20], ['born 3/4/2006 so im 18', 'contradiction'], ['im 18 born 2008', 18], ['im 17 born 2008', 17], ['born 3/4/2029', 'in-the-future'],
] as const)('"%s" tells %s', (text, age) => {
  expect(told(text)).toBe(age);
}); // prettier-ignore

test.each([
  ['he is 17', 17], ['hes 17', 17], ['shes nearly 18', 17], ['our foster lad turns 18 in june', 17], ['our foster son josh is 17', 17], ['my foster daughter is 16', 16],
  ['the lad we foster is 17', 17], ['we have a 17 year old', 17], ['i foster a 16 year old girl', 16], ['our young person just turned 18', 18], ['our yp is 17', 17],
  ['they are 17', 17], ['im 52 and our lad is 17', 17], ['im 52', 'nothing'], ['my wife is 50', 'nothing'], ['17 year old placement', 17], ['he was born 3/4/2009', 17],
  ['what happens at 18', 'nothing'], ['can she stay until 21', 'nothing'], ['do the rules for keeping a young person after 18 differ', 'nothing'], ['who funds a child placement once shes 18', 'nothing'], ['when he turns 18', 'nothing'], ['my girl is 15', 15], ['a young man of 19 lives with us, he turned 19 in may', 19],
] as const)('from a foster carer, "%s" tells that the young person is %s', (text, age) => {
  expect(told(text, false, 'foster-carer')).toBe(age);
}); // prettier-ignore

test.each([['17', 17], ['hes 17', 17], ['nearly 18', 17], ['17 or 18', 'contradiction'], ['3/4/2009', 17], ['1', 1]] as const)(
  'a foster carer asked how old the young person is says "%s": %s',
  (text, age) => {
    expect(told(text, true, 'foster-carer')).toBe(age);
  },
); // prettier-ignore

const at = (time: string) => Date.parse(time);

test('a person born on 29 February is 18 on 1 March of a common year and on 29 February of a leap year', () => {
  const ageAt = (time: string, birth: string) => told(`born ${birth}`, false, null, at(time));
  expect(ageAt('2026-02-28T12:00:00Z', '29/2/2008')).toBe(17);
  expect(ageAt('2026-03-01T00:00:00Z', '29/2/2008')).toBe(18);
  expect(ageAt('2028-02-28T12:00:00Z', '29/2/2008')).toBe(19);
  expect(ageAt('2028-02-29T00:00:00Z', '29/2/2008')).toBe(20);
});

test('a birthday begins at midnight in London, not in Greenwich', () => {
  expect(told('born 1/7/2008', false, null, at('2026-06-30T22:59:59Z'))).toBe(17);
  expect(told('born 1/7/2008', false, null, at('2026-06-30T23:00:00Z'))).toBe(18);
});

test('in the spring most of year 13 are 18', () => {
  expect(told('y13', true, null, at('2026-05-01T12:00:00Z'))).toBe('18?');
  expect(told('im in y13 and im 17', false, null, at('2026-05-01T12:00:00Z'))).toBe(17);
});

test.each([
  [15, 'under-16'], [16, '16-17'], [17, '16-17'], [18, '18-20'], [20, '18-20'], [21, '21-24'], [24, '21-24'], [25, '25-or-over'],
] as const)('%i falls in the band %s', (years, band) => {
  expect(bandOf(years)).toBe(band);
}); // prettier-ignore

const bits = fc.constantFrom(
  ...'im i am 17 18 19 21 5 150 2006 2008 29 2 nearly turned turning born dob my brother is he not no wait or in june next week year years old and a half birthday 18th when until £ over under y13 month ago 07700 900123 0'.split(' '),
); // prettier-ignore
const message = fc.oneof(fc.string(), fc.array(fc.oneof({ weight: 9, arbitrary: bits }, fc.string()), { maxLength: 12 }).map((w) => w.join(' '))); // prettier-ignore
const anyReader = fc.constantFrom<Reader | null>(null, 'care-leaver', 'foster-carer');

test('whatever is said, an age is a whole number from 0 to 120 in its band, or a named problem', () => {
  fc.assert(
    fc.property(message, fc.boolean(), anyReader, fc.integer({ min: 0, max: 4e12 }), (text, expected, reader, now) => {
      const age = findAge(plainWords(text), expected, now, reader);
      const whole = age !== null && typeof age === 'object' && Number.isInteger(age.years) && age.years >= 0 && age.years <= 120;
      const inBand = whole && age.band === bandOf(age.years);
      const named = [null, 'contradiction', 'in-the-future', 'not-a-date', 'impossible'].some((problem) => problem === age);
      expect(named || inBand).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('capitals, marks and spaces change nothing', () => {
  const marks = fc.constantFrom(' ', '  ', '... ', ', ', '! ', ' - ', '\n', ' “');
  fc.assert(
    fc.property(
      fc.array(bits, { maxLength: 10 }),
      fc.array(marks, { minLength: 10, maxLength: 10 }),
      fc.boolean(),
      (said, noise, expected) => {
        const noisy = said.map((w, i) => `${i % 2 ? w.toUpperCase() : w}${noise[i]}`).join('');
        expect(told(noisy, expected)).toEqual(told(said.join(' '), expected));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a date of birth told day first gives the age that the calendar gives', () => {
  const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-21'), noInvalidDate: true });
  fc.assert(
    fc.property(birth, (day) => {
      const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
      const yet = m < 11 || (m === 11 && d <= 22);
      const age = 2026 - y - (yet ? 0 : 1);
      const given = findAge(plainWords(`${d}/${m}/${y}`), true, sunday, 'foster-carer');
      expect(given).toEqual({ band: bandOf(age), years: age });
    }),
  );
});

test('a very long message is read in no time', () => {
  for (const piece of ['im 18 ', '1 ', 'my brother a ', 'he he he ', 'when i im you ', '3 4 2006 ', 'our foster lad who ']) {
    const words = plainWords(piece.repeat(2000));
    const readers = [null, 'foster-carer'] as const;
    const { took } = quickest(250, () => readers.map((reader) => findAge(words, true, sunday, reader)));
    expect(took).toBeLessThan(250);
  }
});
