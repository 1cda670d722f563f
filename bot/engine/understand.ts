import type { Kit, Memory, Ranked, Ranker, Reader, Tidied, Understood } from './types';
import { findAge } from './age';
import { findChoice } from './choice';
import { findCouncil, findReader, isIn, isOwn, onlyNames, saysOnlyAge } from './entities';
import { lexicon, withConcepts, type Lexicon } from './features';
import { madeOnce } from './madeOnce';
import { rank } from './rank';
import { mend, type Vocabulary } from './spelling';

/** Words read for ranking; a longer message has said what it is about by then. */
const mostRanked = 120;

/** Reads a tidied message with the kit: who, which council, which choice, and the topics it may be about. */
export function understand(
  tidied: Tidied,
  kit: Kit,
  memory: Memory,
  labels: readonly string[],
  keep: (word: string) => boolean,
  now: number,
): Understood {
  const { vocabulary, concepts } = opened(kit.ranker);
  const council = findCouncil(tidied.tokens, kit.councils, kit.elsewhere);
  const asked = afterGreeting(tidied.tokens.filter((_, at) => !(council && isIn(council.names, at)))).slice(0, mostRanked);
  const spelt = mend(asked, vocabulary, keep);
  const letters = spelt.filter((w) => /\p{L}/u.test(w));
  const reader = findReader(tidied.tokens) ?? memory.reader ?? null;
  const onlyCouncil = council !== null && onlyNames(tidied.tokens, council);
  const onlyAge = saysOnlyAge(tidied.raw) && memory.topic !== undefined;
  const age = findAge(tidied.raw, onlyAge, now, reader);
  return {
    ranked: forCarer(rank(withConcepts(spelt, concepts), kit.ranker), reader),
    known: letters.length ? letters.filter((w) => vocabulary.rank.has(w)).length / letters.length : 0,
    council: council && (onlyCouncil || isOwn(tidied.tokens, council, memory.council !== undefined)) ? council.id : null,
    onlyCouncil,
    reader,
    age: typeof age === 'object' && age && !age.unsure ? age.band : null,
    onlyAge,
    choice: findChoice(tidied.raw, labels),
  };
}

const greetings = new Set('hi hello hey hiya heya yo morning afternoon evening'.split(' '));
const fewestAfter = 3;

// "hello can you speak polish": a greeting before a question is only good manners.
function afterGreeting(words: readonly string[]): readonly string[] {
  const from = greetings.has(words[0] ?? '') ? 1 : words[0] === 'good' && greetings.has(words[1] ?? '') ? 2 : 0;
  return words.length - from < fewestAfter ? words : words.slice(from);
}

/** How much likelier, as a score, a foster carer asks about Staying Put for carers than others do. */
const carersOwn = 0.3;

function forCarer(ranked: readonly Ranked[], reader: Reader | null): readonly Ranked[] {
  if (reader !== 'foster-carer') return ranked;
  const moved = ranked.map((one) =>
    one.id === 'staying-put-carers' ? { ...one, score: one.score + carersOwn, because: [...one.because, 'a foster carer asks'] } : one,
  );
  return moved.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

interface Opened {
  readonly vocabulary: Vocabulary;
  readonly concepts: Lexicon;
}

// The kit travels as plain JSON; its look-up tables are made once, the first time it is used.
const opened = madeOnce((ranker: Ranker): Opened => {
  const places = new Map(ranker.words.split(' ').map((word, place) => [word, place] as const));
  const together = (first: string, second: string) => Object.hasOwn(ranker.weights, `${first}_${second}`);
  return { vocabulary: { rank: places, together }, concepts: lexicon(ranker.concepts) };
});
