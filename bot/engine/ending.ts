import { adviserMessage } from './adviser';
import { answer, entryWords } from './answer';
import { bare } from './bare';
import { lookUp } from './lookUp';
import { offerLink } from './offerLink';
import { offerBrief, offerParts } from './offerParts';
import { offersFor, type OfferFacts } from './offers';
import { holds, type Stage } from './stage';
import { cares, type AgeBand, type Care, type Dialog, type Doing, type Living, type Part, type Reply, type Show } from './types';

/** What a dialog ends in: the pieces that its picks call for, in the order they are written, sources last and each once. */
export function ending(dialog: Dialog, picked: Readonly<Record<string, string>>, stage: Stage): Reply {
  const shown = dialog.shows.filter((show) => holds(show.when, picked)).map((show) => pieces(show, picked, stage));
  const all = shown.flatMap(({ parts }) => parts);
  const { kit, memory } = stage;
  const parts = [...all.filter((p) => p.role !== 'source'), ...once(all.filter((p) => p.role === 'source'))];
  return {
    ...bare('answer', parts, memory),
    topics: [dialog.about],
    title: dialog.title,
    brief: shown.flatMap(({ brief }) => brief),
    ref: kit.entries[dialog.about]?.ref ?? null,
    why: { rule: `${dialog.id}: ended` },
  };
}

interface Pieces {
  readonly parts: readonly Part[];
  readonly brief: readonly Part[];
}

function pieces(show: Show, picked: Readonly<Record<string, string>>, stage: Stage): Pieces {
  const { kit, memory, now, tidied, calendar } = stage;
  if ('offers' in show) {
    const facts = factsOf(picked, stage);
    const offers = offersFor(facts, kit, now);
    const link: Part = { role: 'next', text: kit.says['offer-page']!, href: offerLink({ ...facts, council: memory.council }) };
    return { parts: [...offerParts(offers, facts, kit), link], brief: offerBrief(offers, facts, kit) };
  }
  if ('lookUp' in show) {
    const looked = lookUp(show.lookUp, tidied, kit, now, calendar);
    return looked ? both(looked.parts) : answer(kit.entries[show.lookUp]!, kit, memory.reader ?? null, now, null);
  }
  const entry = kit.entries[show.of]!;
  if ('say' in show) return both([{ role: show.role, text: entryWords(show.say, entry, now) }]);
  if ('message' in show) return both(adviserMessage(entry, kit, now, entryWords(show.message, entry, now)));
  const whole = answer(entry, kit, memory.reader ?? null, now, null);
  const of = (parts: readonly Part[]): Part[] => parts.filter(({ role }) => show.parts.includes(role));
  return { parts: of(whole.parts), brief: of(whole.brief) };
}

function both(parts: readonly Part[]): Pieces {
  return { parts, brief: parts.filter(({ href }) => !href) };
}

function once(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => parts.findIndex(({ text }) => text === part.text) === i);
}

function factsOf({ age, care, doing, living }: Readonly<Record<string, string>>, { memory }: Stage): OfferFacts {
  return {
    age: age as AgeBand,
    care: cares.includes(care as Care) ? (care as Care) : 'not-sure',
    reader: memory.reader ?? 'care-leaver',
    ...(doing && { doing: doing as Doing }),
    ...(living && { living: living as Living }),
  };
}
