import type { Entry, Figures, Kit, Layer, Part, Reader, Reply } from './types';
import { figureInWords, fill } from './fill';
import { inWords, london } from './london';

/** Evidence older than this, in days, is labelled unless it is confirmed (24 months). */
const oldAfter = 730;
const day = 86_400_000;

/** What an answer needs of a kit beside its entry. */
export type AnswerKit = Pick<Kit, 'council' | 'councils' | 'says' | 'sources'>;

/** The reply on one topic: what it is, what the law gives, what the council adds, one next step, who to ask, sources. */
export function answer(entry: Entry, kit: AnswerKit, reader: Reader | null, now: number, notice: string | null): Omit<Reply, 'why'> {
  const today = london(now).date;
  const { national, council } = entry;
  const words = new Words(national, council, reader, today);
  const asksCouncil = entry.local === 'varies' && kit.council === null && notice === null;
  const what: Part = { role: 'what', text: words.full(national) };
  const next: Part = { role: 'next', text: words.next() };
  const who: Part = { role: 'who', text: `${kit.says['who']} ${either((council ?? national).who)}.` };
  const notices: Part[] = [
    ...(notice ? [noticePart(notice)] : []),
    ...(council?.belowMinimum ? [noticePart(kit.says['below-minimum']!)] : []),
    ...[agedNotice(council, now), council ? null : agedNotice(national, now)].filter((text) => text !== null).map(noticePart),
    ...(asksCouncil ? [noticePart(kit.says['which-council']!)] : []),
  ];
  return {
    kind: 'answer',
    topics: [entry.id],
    crisis: null,
    act: null,
    title: entry.title,
    parts: [
      what,
      ...(national.law ? [{ role: 'law' as const, text: words.fill(national.law, national) }] : []),
      ...(council ? [{ role: 'council' as const, text: words.full(council) }] : []),
      next,
      who,
      ...notices,
      ...[...(council?.sources ?? []), ...national.sources].slice(0, 3).map((cited) => sourcePart(cited.id, cited.at, kit)),
    ],
    brief: [{ role: 'what', text: words.short(council ?? national) }, next, ...notices, who],
    choices: asksCouncil ? kit.councils.map((c) => c.shortName) : [],
    ref: kit.council ? `${entry.ref}-${kit.council.slice(0, 3).toUpperCase()}` : entry.ref,
    council: kit.council,
  };
}

/** The words of one entry, filled for this reader and day; the council's figures lie over the national ones. */
class Words {
  constructor(
    private readonly national: Layer,
    private readonly council: Layer | undefined,
    private readonly reader: Reader | null,
    private readonly today: string,
  ) {}

  full(layer: Layer): string {
    return this.fill((this.forCarer && layer.carerFull) || layer.full, layer);
  }

  short(layer: Layer): string {
    return this.fill((this.forCarer && layer.carerShort) || layer.short, layer);
  }

  next(): string {
    const [layer, other] = this.council ? [this.council, this.national] : [this.national, undefined];
    if (this.forCarer && layer.carerNext) return this.fill(layer.carerNext, layer);
    if (this.forCarer && !layer.ownNext && other?.carerNext) return this.fill(other.carerNext, other);
    return this.fill(layer.next, layer);
  }

  fill(text: string, layer: Layer): string {
    const figures: Figures = layer === this.national ? layer.figures : { ...this.national.figures, ...layer.figures };
    return fill(text, (name) => (figures[name] ? figureInWords(figures[name], this.today) : undefined));
  }

  private get forCarer(): boolean {
    return this.reader === 'foster-carer';
  }
}

function noticePart(text: string): Part {
  return { role: 'notice', text };
}

/** What is said of evidence that is old and unconfirmed on a day (milliseconds since 1970), or null. */
export function agedNotice(layer: Pick<Layer, 'status' | 'asOf'> | undefined, now: number): string | null {
  if (!layer || layer.status !== 'unconfirmed' || !/^\d{4}/u.test(layer.asOf)) return null;
  if (now - Date.parse(layer.asOf) < oldAfter * day) return null;
  return `This was so in ${inWords(layer.asOf.slice(0, 7))}. Check with your personal adviser.`;
}

/** Where something stands, as a person reads it: title, paragraph, publisher and date. */
export function sourcePart(id: string, at: string, kit: Pick<AnswerKit, 'sources'>): Part {
  const known = kit.sources[id];
  if (!known) return { role: 'source', text: id };
  const where = at === 'whole page' ? '' : `, ${at}`;
  const when = known.dated === 'unknown' ? 'no date shown' : inWords(known.dated);
  return { role: 'source', text: `${known.title}${where}. ${known.publisher}, ${when}.` };
}

function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** A text with {{names}} filled from an entry's figures, the council's over the national ones, on a day (milliseconds since 1970). */
export function entryWords(text: string, entry: Entry, now: number): string {
  const figures: Figures = { ...entry.national.figures, ...entry.council?.figures };
  const today = london(now).date;
  return fill(text, (name) => (figures[name] ? figureInWords(figures[name], today) : undefined));
}

/** The parts of a reply with one more, set before the sources, which come last. */
export function beforeSources(parts: readonly Part[], more: Part): readonly Part[] {
  const at = parts.findIndex((p) => p.role === 'source');
  return at < 0 ? [...parts, more] : [...parts.slice(0, at), more, ...parts.slice(at)];
}
