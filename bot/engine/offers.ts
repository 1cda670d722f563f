import { bands } from './age';
import { agedNotice } from './answer';
import { figureInWords, fill } from './fill';
import { inWords, london } from './london';
import { ordinal } from './ordinal';
import { historyOf, statusOf } from './rules';
import { orderOf } from './themes';
import type { AgeBand, Care, Cited, Doing, Entry, Figures, Kit, Layer, Living, Offer, Reader, Status } from './types';

/** What has to be known of a person to list what they get; what they do and where they live may be left out. */
export interface OfferFacts {
  readonly age: AgeBand;
  readonly care: Care;
  readonly doing?: Doing;
  readonly living?: Living;
  /** Who reads the list; a carer reads of the young person they look after. */
  readonly reader: Reader;
}

/** One thing that this person gets, from one level of one entry, with the evidence it stands on. */
export interface OfferLine {
  readonly topic: string;
  readonly ref: string;
  readonly title: string;
  /** In few words and with its figures, without a full stop. */
  readonly line: string;
  /** When it begins and ends, such as "until your 21st birthday"; null where no birthday changes it. */
  readonly when: string | null;
  /** The same in years of age. */
  readonly from: number | null;
  readonly until: number | null;
  readonly sources: readonly Cited[];
  /** ISO date the evidence speaks for, or unknown. */
  readonly asOf: string;
  readonly status: Layer['status'];
  /** The month of evidence that is old and unconfirmed, in words; "unknown" where it shows no date; null for any other. */
  readonly soIn: string | null;
}

/** What one person gets: from the law and its guidance, and from their council. */
export interface Offers {
  readonly law: readonly OfferLine[];
  readonly council: readonly OfferLine[];
}

/** What a person gets on a day (milliseconds since 1970), in the order in which it is read. */
export function offersFor(facts: OfferFacts, kit: Pick<Kit, 'entries'>, now: number): Offers {
  const day: Day = { now, date: london(now).date, statuses: statusesShown(facts) };
  const entries = Object.values(kit.entries).sort((a, b) => orderOf(a.id) - orderOf(b.id));
  return {
    law: entries.flatMap((entry) => linesOf(entry, entry.national, entry.national.figures, facts, day)),
    council: entries.flatMap((entry) =>
      entry.council ? linesOf(entry, entry.council, { ...entry.national.figures, ...entry.council.figures }, facts, day) : [],
    ),
  };
}

/**
 * The statuses whose lines are shown. One who is not sure of their time in care is shown what most care leavers get, to be
 * checked, and never less than they are sure of.
 */
export function statusesShown({ age, care }: Pick<OfferFacts, 'age' | 'care'>): readonly Status[] {
  const sure = statusOf(historyOf({ age, care }));
  if (care !== 'not-sure' || age === 'under-16' || age === '25-or-over') return [sure];
  return [age === '16-17' ? 'eligible' : 'former-relevant'];
}

/** Whether all that an entry gives is over by an age; false where some of it holds, or none is listed. */
export function isPast({ national, council }: Entry, age: AgeBand): boolean {
  const offers = [...national.offers, ...(council?.offers ?? [])];
  return offers.length > 0 && offers.every(({ until = Infinity }) => until <= bands[age][0]);
}

/** What is worked out once for all lines: the moment, its date in London, and the statuses whose lines are shown. */
interface Day {
  readonly now: number;
  readonly date: string;
  readonly statuses: readonly Status[];
}

function linesOf(entry: Entry, layer: Layer, figures: Figures, facts: OfferFacts, day: Day): OfferLine[] {
  const carer = facts.reader === 'foster-carer';
  return layer.offers
    .filter((offer) => offer.for.some((status) => day.statuses.includes(status)) && reaches(offer, facts) && (!carer || offer.carer))
    .map((offer) => {
      const line = inFull((carer && offer.carer) || offer.line, figures, day.date);
      return {
        topic: entry.id,
        ref: entry.ref,
        title: entry.title,
        line,
        when: whenOf(offer, facts),
        from: offer.from ?? null,
        until: offer.until ?? null,
        sources: layer.sources,
        asOf: layer.asOf,
        status: layer.status,
        soIn: soIn(layer, line, day.now),
      };
    });
}

// What is not said of a person shuts nothing out: all that those who study get is shown until they say that they work.
function reaches({ from = 0, until = Infinity, doing, living }: Offer, facts: OfferFacts): boolean {
  const [first, last] = bands[facts.age];
  if (from >= last || until <= first) return false;
  if (facts.doing && doing && !doing.includes(facts.doing)) return false;
  return !(facts.living && living && !living.includes(facts.living));
}

// A line that names its own years ("in the plan for 2019 to 2022") has said when it was so.
function soIn(layer: Layer, line: string, now: number): string | null {
  if (agedNotice(layer, now) !== null) return inWords(layer.asOf.slice(0, 7));
  return layer.status === 'unconfirmed' && layer.asOf === 'unknown' && !/\b20\d\d\b/u.test(line) ? 'unknown' : null;
}

function inFull(line: string, figures: Figures, today: string): string {
  return fill(line, (name) => (figures[name] ? figureInWords(figures[name], today) : undefined)).replace(/\.$/u, '');
}

// Birthdays that the whole band has passed are not named.
function whenOf({ from, until }: Offer, { age, reader }: OfferFacts): string | null {
  const whose = reader === 'foster-carer' ? 'their' : 'your';
  const starts = from !== undefined && from > bands[age][0] ? `from ${whose} ${ordinal(from)} birthday` : null;
  const ends = until === undefined ? null : `until ${whose} ${ordinal(until)} birthday`;
  return [starts, ends].filter((words) => words !== null).join(' ') || null;
}
