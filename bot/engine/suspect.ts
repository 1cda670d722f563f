import { knownWords, mended } from './crisis';
import { withGaps } from './features';
import { because, scores } from './rank';
import type { CrisisCategory, Safety, Tidied, Weights } from './types';

/** The class of every crisis, of whatever category. */
export const anyCrisis = 'crisis';

/**
 * From these scores on a message is answered as a crisis though no rule fired: one in English, and one in another language.
 * Chosen on messages kept out of the learning; what they find and what they cost is printed by `npm run figures`.
 */
const suspicious = { english: 0.2, abroad: 0.3 };

/** A message of which fewer words than this share are known is in another language. */
const mostlyKnown = 0.5;

/** Words heard at the start of a long message, and as many at its end; the rules read all of it. */
const mostHeard = 100;

/** What the second detector makes of a message. Scores run from about -1 (no) to 1 (surely). */
export interface Suspicion {
  /** Whether it is answered as a crisis. */
  readonly crisis: boolean;
  readonly score: number;
  readonly scoreOf: (category: CrisisCategory) => number;
  /** The words and letters that spoke for a crisis most, where it is answered as one. */
  readonly because: readonly string[];
}

/** The second detector: sums over weights learnt from messages, so that each can be explained. */
export function suspect({ tokens, raw }: Tidied, safety: Pick<Safety, 'heard' | 'heardAbroad' | 'rules' | 'words'>): Suspicion {
  const known = knownWords(safety);
  const words = mended(tokens, safety);
  const isEnglish = words.filter((word) => known.has(word)).length >= mostlyKnown * words.length;
  return isEnglish ? weighed(words, safety.heard, suspicious.english, known) : weighed(raw, safety.heardAbroad, suspicious.abroad, known);
}

function weighed(all: readonly string[], heard: Weights, limit: number, known: ReadonlyMap<string, number>): Suspicion {
  const words = all.length > 2 * mostHeard ? [...all.slice(0, mostHeard), ...all.slice(-mostHeard)] : all;
  const scored = scores(withGaps(words), heard, (word) => known.has(word));
  const placeOf = (id: string): number => heard.classes.indexOf(id);
  const scoreOf = (id: string): number => scored.of[placeOf(id)] ?? -1;
  const score = scoreOf(anyCrisis);
  const crisis = score >= limit;
  return { crisis, score, scoreOf, because: crisis ? because(scored, placeOf(anyCrisis)) : [] };
}
