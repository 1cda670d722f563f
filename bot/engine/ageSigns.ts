import { month } from './born';
import type { Reader } from './types';

// What stands before and after a number tells what it counts. `before` patterns end at the number, `after` patterns begin there;
// each works on plain words with one space between, and looks at a few words only, so that no message can make it slow.

const before = (pattern: string): RegExp => new RegExp(`(?:^| )(?:${pattern}) $`, 'u');
const after = (pattern: string): RegExp => new RegExp(`^ (?:${pattern})(?= )`, 'u');

const weekday = '(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?';
const few = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|\\d+|a few|a couple of|couple|couple of|like \\d+|about \\d+)';
const span = '(?:day|week|wk|month|mth|mnth|fortnight|year|yr)s?';
const family =
  '(?:brother|bro|sister|sis|sibling|twin|mate|friend|bestie|gf|bf|girlfriend|boyfriend|ex|partner|husband|wife|fiance|son|daughter|baby|babys|kid|child|boy|girl|lad|mum|mom|mam|dad|nan|gran|grandad|uncle|aunt|aunty|auntie|cousin|nephew|niece|carer|flatmate|housemate|roommate|social worker|pa|dog|cat)s?';
const notMe = "(?:(?!(?:im|i|am|me|myself|and im) )[a-z']+ )";

/** Before the age of somebody else: "my brother is", "shes". */
export const others: readonly RegExp[] = [
  new RegExp(`(?:^| )(?:my|me|our|a|the|got a|have a) (?:[a-z]+ ){0,2}?${family} ${notMe}{0,4}$`, 'u'),
  new RegExp(`(?:^| )(?:he|she|hes|shes|they|theyre|her|his|self|someone|somebody|everyone|people) ${notMe}{0,3}$`, 'u'),
];

/** Before a number that is no age. */
export const notBefore: readonly RegExp[] = [
  before('pound|euro|dollar|bus|route|train|platform|flat|room|unit|house|block|page|section|sect|s|act|form|part|chapter|level|grade|size|channel|junction|number|num|nr|step|stage|tier|band|week|day|month|paragraph|clause|schedule|sch|ref|reference|code|postcode|windows|covid|iphone|ps|at|article|regulation|reg|call|ring|text|phone|dial|rang|called|age to|aged to|times|scored|score|won'), // prettier-ignore
  before('(?:aged? )?(?:until|till|til|up to|to|before|after|from|by|past|post|pre|between|at the age of|at age|the age of|at about|of)(?: (?:age|the age of|i was|i were|i hit|about|your|ur|my|being))?'), // prettier-ignore
  before('(?:when|wen|wn|whn|once|onc|if|until|untill|till|til|before|b4|after|afta|aftr|the (?:day|morning|night|minute|moment|second|week|month|year)|as soon as|unless|by the time|whenever|from when|since)(?: (?:i|im|am|he|hes|shes|she|they|theyre|you|u|ur|youre|your|we|were|ive|one|someone|is|are|turn|turns|turned|turning|hit|hits|get|gets|become|becomes|reach|reached|was|be|the|age|of|a|my|to|just|only|nearly|an)){1,5}'), // prettier-ignore
  before('for(?: (?:like|about|over|nearly|almost|a|an|all|only|just))?'),
  // Any such person, not this one: "can a shy 16 year old join", "what changes after turning 18", "everyone who turned 18".
  before('(?:does|do|is|are|after|when|about|for|before|of|on|like|from|by|say|and) (?:turning|being)'),
  before('(?:who|ours|theirs|those|everyone|anyone)(?: (?:is|are|has|have|had|just|turn|turns|turned|aged|age|recently)){0,2}'),
  before('can an?|does an?|do|could an?|should an?|would an?|is an?'),
  before('over|under|above|below|older than|younger than|more than|less than|at least'),
];

/** After a number that is no age. */
export const notAfter: readonly RegExp[] = [
  after('(?:and a half |half )?(?:pounds?|quid|pence|p|k|grand|percent|euros?|months?|mths?|mnths?|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?|nights?|times|miles|km|metres|beds?|bedrooms?|bed|kids?|children|people|of us|of them|of my|siblings?|brothers?|sisters?|placements?|schools?|social workers?|pas|points?|ft|foot|feet|inch(?:es)?|cm|kg|stone|lbs?|gb|gcses?|pages?|degrees?|lessons?|sessions|steps|questions|forms|letters|others|a ?levels?|st|streets?|roads?|rd|avenue|ave|lane|close|drive)'), // prettier-ignore
  after('(?:[a-z]+ ){1,2}(?:street|road|rd|avenue|ave|lane|crescent|terrace|gardens)'),
  after('plus(?! (?:i|im|my|ive|a) )'),
  after('(?:pm|am(?! (?:i|in|a) )|oclock)'),
  after('years? (?:ago|in|with|since|left|sober|clean|later|until|till|of (?!age))|years? (?:and|for) \\d'),
  after(`(?:of )?(?:${month}(?! (?:i|we|be|have|you) ))`),
  after('year (?:wait|gap|sentence|contract|tenancy|plan|stretch|term|course|limit)'),
];

const filler = '(?: (?:only|just|now|still|already|a|an|about|around|bout|currently|like|actually|literally|roughly|is|are|was|recently|was just|aged?|hit|so|been|exactly|the big|finally|officially|erm|um|well|bare|deffo|definitely|defo|basically|age of|of))'; // prettier-ignore

/** Before a person's own age. */
export const ownBefore = before(
  `(?:im|i m|ime|am|aim|aged?|iam|imma|turned|turnd|turnt|my age is|my ages|age is|as an?|being|i was|i is|i are|asl|ive turned|ive just turned|i just turned)${filler}{0,3}`,
);
/** Before any person of an age, when that person is not the one who writes: "explain to a shy 16 year old". */
export const anyOne =
  / (?:an?|any|every|each|the|one|this|that|our|my|for|to|of|where|what|which|most|all|\d+ (?:and|or|to)|two|three|some)(?: (?!im |am |i )[a-z]+)? $/u;
/** After a person's own age. */
export const ownAfter = after('(?:years?|yrs?|yr|y) (?:old|of age|o)|yo|here|and a half|half|n a half|nd a half|turning \\d+|going on \\d+|goin on \\d+'); // prettier-ignore
/** After a number that opens a message: "19 and homeless", "17 f". */
export const opening = after(
  'and|n|nd|now|in care|in foster|in a|m|f|male|female|care leaver|living|live|but|nearly|just|left|been|was in|leaving|ex care|pregnant|homeless',
);

/** Before an age that has been reached, whatever follows: "turned 21 in march". */
export const reached = before('(?:turned|turnd|turnt|hit|reached|i was|already|had my|celebrated my)(?: (?:just|only|recently|my))?');
/** Before an age that is to come: "nearly", "about to turn". */
export const toCome = before(
  '(?:nearly|nrly|nealy|neerly|almost|allmost|close to|near to|coming up to|coming up|comin up to|getting on for|getting to|(?:about|bout|abt|going|gonna|gunna|goin|due) to (?:be|turn|hit)|turning|turnin|gonna be|gunna be|gona be|ill be|i will be|will be|i be|il be|soon be|gonna turn|will turn|turns?|soon|not quite|just under|approaching|pushing|one day off|days off|hitting)(?: (?:a|just|my|the big))?',
);
/** Before an age denied: "im not 18" tells only what it is not. */
export const denied = before('(?:not|isnt|aint|arent|never|wasnt|im no longer|dont say)(?: (?:even|really|a))?');
/** After an age that is to come: "18 in june", "18 next week". */
export const comesAfter = after(
  `(?:(?:years?|yrs?) old |yo )?(?:in (?:the )?(?:${month}(?! \\d{4})|${few} (?:more )?${span}|a bit|spring|summer|autumn|winter|new year|december time)|on (?:${weekday}|the \\d+|my|xmas|christmas|\\d)|next (?:${span}|${weekday}|${month})|tomorrow|tmrw|2moro|soon|later (?:this|in)|this coming|at (?:christmas|easter|the end)|any day|end of|(?:this )?${weekday})`,
);
/** After an age to come that is years away: captures how many years, in figures or in a word. */
export const yearsAway = /^ (?:years? old )?in (?:about |like )?(\d|one|two|three|four|five|six) (?:years?|yrs?)(?= )/u;
/** Before a limit that an age lies beyond: captures which way. */
export const beyond = / (over|under|older than|younger than|above|below) $/u;
/** The same said of oneself. */
export const ownBeyond = / (?:im|am|i am) (over|under|older than|younger than|above|below) $/u;
/** Before an age of long ago ("i was 12 when"), unless it came about lately. */
export const longAgo = / (?:i )?was (?:(?:only|just|like|about) )?$/u;
export const lately = after(`last|yesterday|on|in ${month}(?! \\d{4})|the other`);
/** After an age that may or may not have been reached. */
export const maybeYet = after('this year|yet|until|till|til');
/** After an ordinal: "my 18th birthday is on friday" and "18th was last week". */
export const birthdayToCome = after(`(?:birthday|bday|b day)?(?: ?(?:is|its|will be|coming))*(?: ?(?:in|on|next|tomorrow|soon|coming up|this|coming|up)) ?(?:[a-z0-9]+)?`); // prettier-ignore
export const birthdayToday = after('(?:birthday|bday|b day)?(?: ?(?:is|was|its))* ?(?:today|yesterday|last|the other day|a week ago|ago)'); // prettier-ignore
export const birthdayHad = before('(?:just had|had|celebrated|(?:its|today is|todays|happy)) (?:my|me)|just had|its me');

/** Between an age and the one that replaces it. */
export const corrects = before(
  '(?:no|wait|sorry|soz|mean|meant|actually|oops|nah|nope|scratch that|make that|correction|lied|i meant to say|sorry no)(?: (?:im|i am|am|its|it|is|wait|sorry|i|mean|meant|actually|no|to|put|say)){0,4}',
);
/** Between two ages that both may be meant. */
export const either = / \d+ (?:(?:or|maybe|or maybe|possibly|perhaps|slash|to|and|im|or im) ){0,2}$/u;

/** School year before its number: "year", "yr". */
export const schoolYear = before('(?:years?|yr|y)');
/** A person's own school year. */
export const ownSchoolYear = before('(?:im|am|i am|doing|start(?:ed|ing)?|just (?:started|finished)|now)(?: (?:in|still|now|going|into|only|just)){0,3} (?:year|yr|y)'); // prettier-ignore

const carersChild =
  '(?:(?:our|my|the|a|her|his)? ?(?:foster(?:ed)? (?:lad|girl|boy|son|daughter|child|kid|placement|teen)|looked after (?:child|lad|girl)|young person|young lad|young lady|young woman|young man|yp|lad|boy|girl|teenager|teen|placement|foster|child|kid|youngster|one we foster))';

/** A foster carer's words about a young person, said as that person would say them; what a carer says of themselves is set apart. */
export function asYoungPerson(text: string, reader: Reader | null): string {
  if (reader !== 'foster-carer') return text;
  return text
    .replace(/ (?:im|i am|we are|were both|i m|am|i was|aged)(?= )/gu, ' self')
    .replace(
      new RegExp(
        ` ${carersChild}(?: (?!(?:self|i|we|my|own|turn|turns|turned|turning|after|before|until|till|til|at|past|over|under|from|to|when|once|if|by|about|because|since|for|of) )[a-z]+){0,2}? (?=(?:is|was|are|turn|turns|turned|turning|will be|nearly|almost|just turned|who|whos|\\d+) )`,
        'gu',
      ),
      ' im ',
    ) // prettier-ignore
    .replace(/ (?:whos|who is|who|thats)(?= (?:is |just |nearly |now |almost |turning |turned )?\d)/gu, ' im')
    .replace(/ (?:he|she|hes|shes|they|theyre|he is|she is|they are|it|its)(?= )/gu, ' im')
    .replace(
      / (?:have|got|foster|fostering|look after|looking after|for|with|our|my)(?: an?)? (?=\d+ (?:years? old|yrs? old|yo|year) )/gu,
      ' im ',
    );
}
