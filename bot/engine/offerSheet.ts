import { sourcePart } from './answer';
import { london } from './london';
import { sentence } from './offerParts';
import { offersFor, statusesShown, type OfferFacts, type OfferLine, type Offers } from './offers';
import { themeOf } from './themes';
import type { AgeBand, Cited, Kit, OfferSheet, SheetGroup, SheetLine } from './types';

/** What a sheet needs of a kit. */
export type SheetKit = Pick<Kit, 'council' | 'councils' | 'name' | 'person' | 'entries' | 'services' | 'sources'>;

/** All that a person gets on a day (milliseconds since 1970), with who to ring; `duty` names who is on duty then. */
export function sheetOf(facts: OfferFacts, kit: SheetKit, now: number, duty: string): OfferSheet {
  return { ...bare(facts, kit, now, duty), ...printed(offersFor(facts, kit, now), { begins: [], ends: [] }, kit) };
}

/** The bands before and after the birthdays at which councils write. */
const around: Readonly<Record<18 | 21, readonly [AgeBand, AgeBand]>> = { 18: ['16-17', '18-20'], 21: ['18-20', '21-24'] };

/** The letter that a council sends at a birthday: what is theirs from that day, what begins and what ends with it. */
export function letterOf(birthday: 18 | 21, told: OfferFacts, kit: SheetKit, now: number, duty: string): OfferSheet {
  const [before, after] = around[birthday];
  const facts: OfferFacts = { ...told, age: after, reader: 'care-leaver' };
  const offers = offersFor(facts, kit, now);
  const changes = changesBetween(offersFor({ ...facts, age: before }, kit, now), offers, birthday);
  return { ...bare(facts, kit, now, duty), letter: birthday, ...printed(offers, changes, kit) };
}

interface Changes {
  readonly begins: readonly OfferLine[];
  readonly ends: readonly OfferLine[];
}

// A line ends on its birthday, or when it had no other end and nothing more is given on its topic; begins likewise. What only
// changes its words does neither.
function changesBetween(before: Offers, after: Offers, birthday: number): Changes {
  const only = (lines: readonly OfferLine[], others: readonly OfferLine[], edge: 'from' | 'until'): OfferLine[] =>
    lines.filter((line) => line[edge] === birthday || (line[edge] === null && !others.some(({ topic }) => topic === line.topic)));
  return {
    begins: [...only(after.law, before.law, 'from'), ...only(after.council, before.council, 'from')],
    ends: [...only(before.law, after.law, 'until'), ...only(before.council, after.council, 'until')],
  };
}

function bare(facts: OfferFacts, kit: SheetKit, now: number, duty: string): Omit<OfferSheet, keyof ReturnType<typeof printed>> {
  const own = kit.councils.find(({ id }) => id === kit.council);
  const lines =
    facts.reader === 'foster-carer' ? ['fosterline', 'always-heard', 'help-at-hand'] : ['always-heard', 'help-at-hand', 'samaritans'];
  return {
    letter: null,
    reader: facts.reader,
    status: facts.care === 'not-sure' ? null : (statusesShown(facts)[0] ?? null),
    council: own ? { name: kit.name, shortName: own.shortName } : null,
    date: london(now).date,
    ask: kit.person,
    duty,
    helplines: lines.flatMap((id) => {
      const service = kit.services[id];
      return service?.phone ? [{ name: service.name, phone: service.phone }] : [];
    }),
  };
}

// Each document is numbered once, with all the places in it that lines stand on.
function printed(offers: Offers, { begins, ends }: Changes, kit: Pick<Kit, 'sources'>) {
  const places = new Map<string, Set<string>>();
  const numbered = ({ id, at }: Cited): number => {
    places.set(id, (places.get(id) ?? new Set()).add(at));
    return [...places.keys()].indexOf(id) + 1;
  };
  const line = (of: OfferLine): SheetLine => ({
    text: of.line,
    when: of.when && sentence(of.when),
    soIn: of.soIn,
    sources: [...new Set(of.sources.map(numbered))].sort((a, b) => a - b),
  });
  const groups = (lines: readonly OfferLine[]): SheetGroup[] =>
    [...new Set(lines.map(({ topic }) => themeOf(topic)))].map((theme) => ({
      theme,
      lines: lines.filter(({ topic }) => themeOf(topic) === theme).map(line),
    }));
  const lines = {
    begins: begins.map(line),
    ends: ends.map((of) => ({ ...line(of), when: null })),
    law: groups(offers.law),
    ofCouncil: groups(offers.council),
  };
  return { ...lines, sources: [...places].map(([id, at]) => sourcePart(id, inOne(at), kit).text) };
}

function inOne(at: ReadonlySet<string>): string {
  const parts = [...at].filter((one) => !one.startsWith('whole '));
  return parts.length ? parts.join('; ') : 'whole page';
}
