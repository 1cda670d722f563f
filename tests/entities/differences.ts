/** Why two readings differ, and the phrases that show it: phrase, ours, the recognizer's. */
export type Differences = readonly (readonly [
  why: string,
  phrases: readonly (readonly [phrase: string, ours: string, theirs: string])[],
])[];

export const ageDifferences: Differences = [
  ['It wants a space, right spelling or a plain number.', [
    ['20yrs old', '20', '-'], ['18th birthday today its my 18th birthday today', '18', '-'], ['im ninteen', '19', '-'],
  ]],
  ['Not yet that old: a birthday to come makes it a year less.', [
    ['im nearly 19', '18', '19'], ['almost 18', '17', '18'], ['nearly 18 years old', '17', '18'], ['about to turn 21', '20', '21'], ['turning 18 soon', '17', '18'], ['gonna be 18', '17', '18'], ['im 18 in june', '17', '18'], ['i turn 18 in june', '17', '18'], ['18 next month', '17', '18'],
  ]],
  ['It reads "17 in 3" as a fraction that is no number.', [
    ['im 18 in 3 weeks', '17', 'NAN'], ['im 17 in 3 weeks', '16', 'NAN'], ['im 18 in 2 years', '16', 'NAN'],
  ]],
  ['An age is whole years: it reads the half as a second number, as the age, or not at all.', [
    ['17 and a half', '17', '17 and 0.5'], ['im 17 and a half years old', '17', '0.5'], ['im 17½', '17', '-'], ['17.5', '17', '17.5'],
  ]],
  ['Two ages at once are asked about again; it gives both.', [
    ['17 or 18', 'contradiction', '17 and 18'],
  ]],
  ['It divides the two. Two ages at once are asked about again.', [
    ['17/18', 'contradiction', '0.944444444444444'],
  ]],
  ['It gives both; what was taken back or denied is no longer meant.', [
    ['im 17 no wait 19', '19', '17 and 19'], ['im 18 not 17', '18', '18 and 17'],
  ]],
  ['It gives both; the second is the birthday to come, which agrees with the first.', [
    ['im 17 nearly 18', '17', '17 and 18'], ['17 going on 18', '17', '17 and 18'],
  ]],
  ['Somebody else\'s age.', [
    ['im 16 and my brother is 18', '16', '16 and 18'], ['my brother is 18', '-', '18'], ['my mum is 40 years old', '-', '40'],
  ]],
  ['A limit, not an age: "under 16" tells the band, "over 18" tells none.', [
    ['under 16', '15', '16'], ['over 18', '-', '18'],
  ]],
  ['A school year tells an age within a year; it reads the number as it stands, or nothing.', [
    ['y13', '17?', '-'], ['year 12', '16', '12'], ['im in year 9', '13', '9'],
  ]],
  ['A number of something else: money, time, a bus, a phone, an address.', [
    ['£18', '-', '18'], ['18 pounds', '-', '18'], ['18 months', '-', '18'], ['ive got 18 months left', '-', '18'], ['in 3 weeks', '-', '3'], ['for 2 years', '-', '2'], ['24 hours', '-', '24'], ['bus 19', '-', '19'], ['07700 900123', '-', '7700 and 900123'], ['flat 18', '-', '18'], ['18 high street', '-', '18'],
  ]],
  ['An age of another time, not of now.', [
    ['when i turn 18', '-', '18'], ['what happens at 18', '-', '18'], ['when i was 16', '-', '16'],
  ]],
  ['A number that no one who writes is old is named as that, so that it can be asked again.', [
    ['im 150', 'impossible', '150'], ['130', 'impossible', '130'], ['2', 'impossible', '2'],
  ]],
]; // prettier-ignore

export const birthDifferences: Differences = [
  ['A day that never was has a name that the caller can answer.', [
    ['29/2/2007', 'not-a-date', 'not resolved'], ['31/4/2006', 'not-a-date', 'not resolved'], ['30 february 2006', 'not-a-date', 'not resolved'],
  ]],
  ['Day first, always: it turns to month first where day first does not fit, and a slip becomes a date.', [
    ['4/13/2006', 'not-a-date', '2006-04-13'],
  ]],
  ['It wants marks between day, month and year.', [
    ['03042006', '2006-04-03', '-'],
  ]],
]; // prettier-ignore

export const yesNoDifferences: Differences = [
  ['Young people\'s and short answers that are not in its list.', [
    ['n', 'no', '-'], ['nah', 'no', '-'], ['ye', 'yes', '-'], ['yh', 'yes', '-'], ['yeh', 'yes', '-'], ['aye', 'yes', '-'], ['okay', 'yes', '-'], ['of course', 'yes', '-'], ['not really', 'no', '-'], ['definitely', 'yes', '-'], ['deffo', 'yes', '-'], ['correct', 'yes', '-'], ['please', 'yes', '-'], ['go on then', 'yes', '-'], ['i do', 'yes', '-'], ['i dont', 'no', '-'], ['i did', 'yes', '-'], ['i didnt', 'no', '-'], ['i think so', 'yes', '-'], ['i dont think so', 'no', '-'], ['never', 'no', '-'], ['not yet', 'no', '-'], ['absolutely', 'yes', '-'], ['not rly', 'no', '-'], ['i guess', 'yes', '-'],
  ]],
  ['It hears the "sure" or the "yes" in words that say neither.', [
    ['not sure', 'not-sure', 'yes'], ['yes and no', 'not-sure', 'yes'], ['yes or no', 'not-sure', 'yes'],
  ]],
  ['It knows no third answer.', [
    ['i dont know', 'not-sure', '-'], ['dont know', 'not-sure', '-'], ['idk', 'not-sure', '-'], ['dunno', 'not-sure', '-'], ['maybe', 'not-sure', '-'], ['it depends', 'not-sure', '-'], ['probably', 'not-sure', '-'], ['perhaps', 'not-sure', '-'], ['kinda', 'not-sure', '-'],
  ]],
  ['No answer: "no one", "no problem" and "ok so" begin something else.', [
    ['no one cares', '-', 'no'], ['no problem', '-', 'no'], ['ok so what about council tax', '-', 'yes'],
  ]],
  ['In English as spoken, the last word of "yeah no" is the answer.', [
    ['yeah no', 'no', 'yes'],
  ]],
]; // prettier-ignore

export const choiceDifferences: Differences = [
  ['Its 0 stands for the last.', [
    ['the last one', '5', '0'], ['last', '5', '0'],
  ]],
  ['A place in words; it takes the "one" for the first.', [
    ['the bottom one', '5', '1'], ['the middle one', '3', '1'],
  ]],
  ['A letter is a place too.', [
    ['b', '2', '-'], ['option b', '2', '-'], ['c', '3', '-'],
  ]],
  ['Not on the list of five.', [
    ['0', '-', '0'], ['6', '-', '6'], ['9', '-', '9'], ['tenth', '-', '10'], ['ten', '-', '10'],
  ]],
  ['Two at once, or one denied: nothing is picked in doubt.', [
    ['1 and 2', '-', '1'], ['one or two', '-', '1'], ['not the first one', '-', '1'],
  ]],
  ['A number that counts something else.', [
    ['2 bedrooms', '-', '2'], ['no one', '-', '1'],
  ]],
]; // prettier-ignore

export const whenDifferences: Differences = [
  ['To it, this week began on Monday and its Friday is past; people mean the one to come.', [
    ['this friday', '2026-11-27', '-'],
  ]],
  ['Short forms that it leaves out.', [
    ['sat', '2026-11-21', '-'], ['the 5th', '2026-12-05', '-'],
  ]],
  ['It reads "after next" as this month.', [
    ['weekend after next', '2026-12-05 to 2026-12-06', '2026-11-21 to 2026-11-30'], ['the week after next', '2026-11-30 to 2026-12-06', '2026-11-21 to 2026-11-30'],
  ]],
  ['It drops the week of "a week on Tuesday".', [
    ['a week on tuesday', '2026-12-01', '2026-11-24'], ['tuesday week', '2026-12-01', '2026-11-24'],
  ]],
  ['Ours reads nothing, so the server asks the recognizer.', [
    ['3/12', '-', '2026-12-03'], ['05/12/2026', '-', '2026-12-05'], ['2026-12-05', '-', '2026-12-05'], ['in 3 days', '-', '2026-11-24'], ['in two weeks', '-', '2026-12-05'],
  ]],
  ['What is on at Christmas is on from Christmas Eve to Boxing Day.', [
    ['christmas', '2026-12-24 to 2026-12-26', '2026-12-25'],
  ]],
  ['It knows neither Easter nor bank holidays; the calendar in the program does.', [
    ['boxing day', '2026-12-26', '-'], ['easter', '2027-03-26 to 2027-03-29', '-'], ['good friday', '2027-03-26', '-'], ['easter monday', '2027-03-29', '-'], ['bank holiday', '2026-12-25', '-'],
  ]],
  ['Differs from school to school, so it is owned up to.', [
    ['half term', 'not-known', '-'],
  ]],
  ['It reads a repeat with no date; the next one answers best.', [
    ['every friday', '2026-11-27', '-'],
  ]],
  ['The month is still told; it reads nothing.', [
    ['31 april', '2027-04-01 to 2027-04-30', '-'],
  ]],
]; // prettier-ignore
