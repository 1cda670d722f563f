import { sourcePart } from './answer';
import { fill } from './fill';
import type { OfferFacts, OfferLine, Offers } from './offers';
import type { Kit, Part } from './types';

/** What the words round a list of offers need of a kit. */
export type OfferKit = Pick<Kit, 'council' | 'name' | 'person' | 'says' | 'sources'>;

/**
 * What somebody gets, as parts of a reply: law, council, one next step, who to ask, what to check, sources. The lines of a
 * part stand on lines of their own, each after "- ".
 */
export function offerParts(offers: Offers, facts: OfferFacts, kit: OfferKit): Part[] {
  const say = sayIn(kit);
  const { law, council } = offers;
  return [
    { role: 'law', text: law.length ? list(law) : say('offer-none-law') },
    ...(kit.council === null
      ? [{ role: 'notice' as const, text: say('offer-no-council') }]
      : [{ role: 'council' as const, text: council.length ? list(council) : say('offer-none-council') }]),
    { role: 'next', text: say(facts.reader === 'foster-carer' ? 'offer-next-carer' : 'offer-next') },
    { role: 'who', text: `${say('who')} ${kit.person}.` },
    ...(facts.care === 'not-sure' ? [{ role: 'notice' as const, text: say('offer-check') }] : []),
    ...([...law, ...council].some(({ soIn }) => soIn !== null) ? [{ role: 'notice' as const, text: say('offer-old') }] : []),
    ...sourcesOf([...council, ...law], kit),
  ];
}

/** The same in few words, for a text message: the first few lines of the council's and the law's, the next step, and who to ask. */
export function offerBrief(offers: Offers, facts: OfferFacts, kit: OfferKit, most = 3): Part[] {
  const say = sayIn(kit);
  const first = [...offers.council.slice(0, most), ...offers.law].slice(0, most * 2);
  const whole = offerParts(offers, facts, kit);
  return [
    { role: 'what', text: first.length ? first.map(lineInWords).join(' ') : say('offer-none-law') },
    ...whole.filter(({ role }) => role === 'next' || role === 'notice' || role === 'who'),
  ];
}

/** One line of an offer in sentences: what it is, until when, and of which month it speaks if it is old. */
export function lineInWords({ line, when, soIn }: OfferLine): string {
  const old = soIn === null || soIn === 'unknown' ? null : `This was so in ${soIn}`;
  return [line, when && sentence(when), old].flatMap((words) => (words ? [`${words}.`] : [])).join(' ');
}

/** The same words with a capital letter. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Each source that a list of offers stands on, once, in the order of the lines. */
export function sourcesOf(lines: readonly OfferLine[], kit: Pick<Kit, 'sources'>): Part[] {
  const all = lines.flatMap(({ sources }) => sources.map(({ id, at }) => sourcePart(id, at, kit)));
  return all.filter((part, i) => all.findIndex(({ text }) => text === part.text) === i);
}

function list(lines: readonly OfferLine[]): string {
  return lines.map((line) => `- ${lineInWords(line)}`).join('\n');
}

function sayIn({ says, name, person }: OfferKit): (key: string) => string {
  return (key) => fill(says[key] ?? '', (hole) => ({ council: name, person })[hole]);
}
