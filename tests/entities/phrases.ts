const lines = (text: string): readonly string[] =>
  text
    .split(/\s*\|\s*/u)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** What is typed where an age was asked for. */
export const ages = lines(`
  19 | 17 | 25 | nineteen | eighteen | sixteen | twenty one | twenty-one | 18 years old | i am 18 years old | im 16 years old | nineteen years old | 21 years old | 17 year old |
  a 17-year-old | 16yo | 18yo | 18 yo | 20yrs old | 20 yrs old | 18 yrs | 17 years | i'm 17 | im 17 | I am 20 | aged 22 | age 18 | my age is 19 | im only 16 | 24 now | im 23 at uni |
  its 19 | i think 20 | 19 lol | i am twenty | about 20 | im nearly 19 | almost 18 | nearly 18 years old | about to turn 21 | turning 18 soon | gonna be 18 | im 18 in june | i turn 18 in june | 18 next month | im 18 in 3 weeks |
  im 17 in 3 weeks | im 18 in 2 years | turned 21 in march | i just turned 18 | 17 and a half | im 17 and a half years old | im 17½ | 17.5 | 17 or 18 | 17/18 | im 17 no wait 19 | im 18 not 17 | im 17 nearly 18 |
  17 going on 18 | im 16 and my brother is 18 | my brother is 18 | my mum is 40 years old | over 25 | under 16 | over 18 | 18th birthday today its my 18th birthday today | y13 | year 12 | im in year 9 | £18 | 18 pounds | 18 months | ive got 18 months left |
  in 3 weeks | for 2 years | 24 hours | bus 19 | 07700 900123 | flat 18 | 18 high street | when i turn 18 | what happens at 18 | when i was 16 | im 150 | 130 | 2 | idk | not telling you | im ninteen | im 18 on universal credit`);

/** Dates of birth. */
export const births = lines(`
  3/4/2006 | 03/04/2006 | 3-4-2006 | 3.4.2006 | 2006-04-03 | 3rd april 2006 | 3 april 2006 | april 3rd 2006 | april 3 2006 | 3rd of april 2006 | the 3rd of april 2006 | 3 apr 2006 | 3 apr 06 | 03/04/06 | 1st of jan 06 |
  29/2/2008 | 29/2/2007 | 31/4/2006 | 30 february 2006 | 4/13/2006 | 13/4/2006 | 25 december 1999 | 25/12/1999 | 31 december 2005 | 1 january 2008 | 03042006 | april 2006 | 2006 | born 3/4/2006 | dob 03/04/2006 | i was born on 3 april 2006 | 4 may 2007 | 4 sept 2007`);

/** What is typed where yes or no was asked for. */
export const yesNos = lines(`
  yes | no | y | n | yeah | yep | yup | nope | nah | ye | yh | yeh | aye | ok | okay | sure | of course | yes please | no thanks | not really | not sure | i dont know | dont know | idk | dunno | maybe | definitely | deffo | correct | please |
  go on then | i do | i dont | i did | i didnt | i think so | i dont think so | never | not yet | no way | absolutely | 👍 | 👎 | 👌 | yes i was | no i wasnt | yeah since i was 15 | no i left at 15 | not rly | it depends | yes and no | probably | perhaps | i guess | kinda |
  yes or no | council tax | no one cares | right to buy | hello | Yes! | NO. | yes yes | no no no | yeah no | no problem | ok so what about council tax | i have a question`);

/** What is typed where a list of five was offered. */
export const choices = lines(`
  1 | 2 | 5 | one | two | three | five | 1st | 2nd | 3rd | first | second | third | fourth | fifth | the first one | the second one | the third one please | number 1 | number 2 | number two | option 3 | option three | no. 4 | #2 | 3 please | ill go with 2 | i want the second |
  the last one | last | the bottom one | the top one | b | option b | c | 0 | 6 | 9 | both | neither | 1 and 2 | one or two | not the first one | the middle one | tenth | 2 bedrooms | no one | ten | hello`);

/** When: typed about events. */
export const whens = lines(`
  today | tonight | tomorrow | day after tomorrow | friday | on friday | this friday | next friday | fri | sat | saturday | sunday afternoon | on thursday evening | this weekend | next weekend | weekend after next | this week | next week | the week after next | a week on tuesday |
  tuesday week | in november | december | in december | next month | this month | 4 december | 4th of december | december 4th | 4 december 2026 | 4 december 2027 | friday 4th december | between 4 and 6 december | 4th to 6th december | 3/12 | 05/12/2026 | 2026-12-05 | the 5th | in 3 days | in two weeks |
  christmas | christmas eve | christmas day | boxing day | new years eve | halloween | easter | good friday | easter monday | bank holiday | half term | summer | end of the month | 3 days ago | last friday | yesterday | every friday | monday or tuesday | 29 february | 31 april | in feb | whats on`);
