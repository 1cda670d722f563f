/** What a person says to a question that is answered with yes or no. */
export type YesNo = 'yes' | 'no' | 'not-sure';

/** Words read: an answer stands at the start or fills the message. */
const mostRead = 40;
const longestPhrase = 5;

// As they come out of Tidied.raw: lower case, no apostrophes, three of a letter made two.
const phrases: ReadonlyMap<string, YesNo> = new Map([
  ...said('yes', [
    'yes', 'y', 'ye', 'yh', 'yhh', 'yeh', 'yehh', 'yeah', 'yeahh', 'yeha', 'yea', 'yeaa', 'yess', 'yas', 'yass', 'yer', 'yep', 'yepp', 'yup', 'yupp', 'yuh', 'ya', 'yah', 'yus', 'yis',
    'aye', 'ok', 'okay', 'oki', 'okey', 'okk', 'k', 'kk', 'sure', 'sure thing', 'for sure', 'fo sho', 'of course', 'course', 'ofc', 'obvs', 'obv', 'obviously', 'correct', 'right', 'thats right',
    'thats it', 'thats me', 'that is right', 'true', 'tru', 'absolutely', 'definitely', 'definately', 'definatly', 'definetly', 'deffo', 'defo', 'deffs', 'defs', 'def', 'totally', 'exactly', 'indeed', 'certainly',
    'yes please', 'please', 'pls', 'plz', 'go on', 'go on then', 'go for it', 'go ahead', 'alright', 'alright then', 'aight', 'ight', 'fine', 'sounds good', 'that would be good', 'that would be great', 'id like that', 'why not',
    'i do', 'i did', 'i have', 'ive got one', 'i have one', 'got one', 'i was', 'i am', 'i can', 'i will', 'i would', 'it is', 'it was', 'it has', 'it did', 'they did', 'they do', 'they have', 'he is', 'she is', 'he has', 'she has', 'he does', 'she does', 'he did', 'she did', 'he was', 'she was', 'we do', 'we are', 'we did', 'we have',
    'i think so', 'think so', 'i fink so', 'i reckon', 'i reckon so', 'i believe so', 'i guess', 'i guess so', 'guess so', 'i suppose', 'i suppose so', 'suppose so', 'spose so', 'mhm', 'mmhm', 'mm hm', 'uh huh', 'uhuh', 'innit', 'bet', 'say less', '100', '100 percent', '💯', 'hell yes', 'hell yeah', 'too right',
    'no yeah', 'nah yeah', 'no yes', '👍', '👌', '✅', '✔', '☑', '🆗',
  ]),
  ...said('no', [
    'no', 'n', 'nah', 'nahh', 'nar', 'naw', 'nay', 'na', 'nope', 'nop', 'noo', 'noe', 'nuh', 'nuh uh', 'nuhuh', 'no way', 'no chance', 'no thanks', 'no thank you', 'no ta', 'not really', 'not rly', 'not rlly', 'not realy', 'not yet', 'not at all', 'not any more', 'not anymore', 'not now', 'not me', 'not that i know of', 'not ever',
    'never', 'neva', 'nevr', 'never have', 'never did', 'i dont', 'i dnt', 'i do not', 'dont think so', 'i dont think so', 'dnt think so', 'i dnt think so', 'dont fink so', 'i dont believe so', 'i havent', 'i havnt', 'havent', 'havnt', 'i have not', 'i didnt', 'didnt', 'i did not', 'i wasnt', 'wasnt', 'i was not', 'im not', 'i am not', 'i aint', 'aint',
    'it isnt', 'isnt', 'it hasnt', 'it wasnt', 'it didnt', 'they havent', 'they didnt', 'they dont', 'he hasnt', 'she hasnt', 'he isnt', 'she isnt', 'hes not', 'shes not', 'he doesnt', 'she doesnt', 'we dont', 'we didnt', 'we havent', 'i cant', 'i wont', 'i doubt it', 'doubt it', 'doubt that', 'none', 'neither', 'no good', 'incorrect', 'thats wrong', 'wrong', 'false',
    'absolutely not', 'definitely not', 'deffo not', 'defo not', 'of course not', 'course not', 'i think not', 'i guess not', 'i dont have one', 'dont have one', 'havent got one', 'i havent got one', 'not got one', 'never had one', 'not for me', 'im ok', 'im good', 'im alright', 'yeah no', 'yeah nah', 'yeh nah', 'ye nah', 'yh nah', '👎', '❌', '🙅', '✖', '🚫',
  ]),
  ...said('not-sure', [
    'not sure', 'im not sure', 'not rly sure', 'not really sure', 'not so sure', 'not too sure', 'not certain', 'unsure', 'no idea', 'no clue', 'not a clue', 'havent a clue', 'havent got a clue', 'have no idea', 'i dont know', 'dont know', 'i dont no', 'dont no', 'dont kno', 'i dont kno', 'dnt know', 'dnt kno', 'dnt no', 'i dnt know', 'i do not know', 'do not know', 'i dont rly know', 'i dont really know', 'dont really know', 'dont rly know', 'dont remember', 'i dont remember', 'cant remember', 'i cant remember', 'cant rember',
    'idk', 'idek', 'dk', 'dunno', 'dunnoo', 'i dunno', 'dno', 'duno', 'donno', 'maybe', 'mayb', 'maybs', 'mebbe', 'maybe not', 'perhaps', 'possibly', 'probably', 'probably not', 'prolly', 'prob', 'probs', 'probz', 'probs not', 'most likely', 'might be', 'it might be', 'i might be', 'might have', 'i might have', 'might do', 'i might', 'could be', 'it depends', 'depends', 'that depends', 'kind of', 'kinda', 'sort of', 'sorta', 'sort off',
    'bit of both', 'half and half', 'yes and no', 'yes or no', '50 50', 'on and off', 'how do i know', 'how would i know', 'how do i find out', 'what does that mean', 'what do you mean', 'what u mean', 'wdym', 'hard to say', 'who knows', 'god knows', 'couldnt tell you', 'couldnt say', 'cant say', 'no one told me', 'noone told me', 'nobody told me', 'never been told', 'not been told', 'forgot', 'i forgot', 'i forget', 'ive forgotten', '🤷', '🤔', '❓',
  ]),
]); // prettier-ignore

// Words that add nothing to an answer. ♀ and ♂ are what is left of a shrug once its joiners are gone.
const softeners = new Set(
  'um umm er erm ermm eh uh uhh hmm hmmm hm mm oh ah ahh aw well like so lol lmao haha hahaha x xx mate m8 bro bruv fam hun love tbh ngl imo really rly rlly actually just honestly literally cheers thanks thank ta u you then and but sorry soz wait hi hello hey hiya it is i mean that this thx ty 🤣 😂 🙂 😊 😅 😁 😭 🙃 😢 😕 😬 🙄 😳 😆 😉 ❤ ♀ ♂ 🙏'.split(' '),
); // prettier-ignore

// An answer that goes on: "yeah since i was 15", "no i left at 15". After "no" only a new clause goes on; "no one cares" is no answer.
const opensYes = new Set('yes ye yh yhh yeh yeah yea yep yup yess aye yer yh yuh deffo defo 👍 ✅'.split(' '));
const opensNo = new Set('no nah nope naw nar 👎 ❌'.split(' '));
const opensUnsure =
  /^(?! how).* (?:sure|unsure|certain|idk|idek|dk|dunno+|dno|duno|donno|kn?ow?|maybe?|perhaps|possibly) $|^ (?:i )?(?:dont|dnt) no $/u;
/** Words after "not sure" that still belong to it: "not sure if it counts". More are a question of their own. */
const mostAfterUnsure = 5;
const clause = new Set(
  'i im ive ill we weve were he hes she shes they theyve theyre it its just only but never not cos cuz coz bc because since cause although my the that thats this his her nothing yet unless dont didnt havent isnt wasnt aint cant left'.split(' '),
); // prettier-ignore

// "yes no wait no": what comes last is meant.
const corrections = new Set(['wait', 'sorry', 'soz', 'mean', 'meant', 'actually', 'oops']);

/**
 * Yes, no or not sure, from a message's words as typed (Tidied.raw), in young people's ways of saying it. "Probably" is not sure:
 * rights hang on the answer. Null when the words say none of these, or yes and no at once.
 */
export function findYesNo(words: readonly string[]): YesNo | null {
  const read = words.slice(0, mostRead);
  const told: YesNo[] = [];
  let at = 0;
  while (at < read.length) {
    const length = phraseAt(read, at);
    if (length > 0) {
      told.push(phrases.get(read.slice(at, at + length).join(' '))!);
      at += length;
    } else if (softeners.has(read[at]!)) at++;
    else break;
  }
  if (at === read.length && words.length <= mostRead) return verdict(told, read);
  return told[0] === undefined ? null : goesOn(told, read, at);
}

function said(what: YesNo, ways: readonly string[]): (readonly [string, YesNo])[] {
  return ways.map((way) => [way, what]);
}

// How many words from here on are an answer; 0 when none are.
function phraseAt(words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    if (phrases.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

function verdict(told: readonly YesNo[], words: readonly string[]): YesNo | null {
  if (told.includes('not-sure')) return 'not-sure';
  const differ = told.includes('yes') && told.includes('no');
  return differ && !words.some((w) => corrections.has(w)) ? null : (told.at(-1) ?? null);
}

function goesOn(told: readonly YesNo[], words: readonly string[], at: number): YesNo | null {
  const whole = verdict(told, words) ?? told[0];
  if (whole === 'not-sure')
    return opensUnsure.test(` ${words.slice(0, at).join(' ')} `) && words.length - at <= mostAfterUnsure ? whole : null;
  const opener = words.find((w) => !softeners.has(w) || phrases.has(w))!;
  if (whole === 'yes') return opensYes.has(opener) ? whole : null;
  if (whole !== 'no' || !opensNo.has(opener)) return null;
  if (opener !== 'no') return whole;
  return words.slice(words.indexOf(opener) + 1, at + 1).some((w) => clause.has(w)) ? whole : null;
}
