import type { Entry, Figure, Figures, Layer, Offer } from '../engine/types';
import { fill, holes } from '../engine/fill';
import type { Council } from './councilFile';
import type { CouncilEntry, NationalEntry } from './entryFile';
import type { Filed, Knowledge } from './knowledge';
import { inOneLine, type Problem } from './problem';

/** Lays one council's words over the national ones; `council` is null for the national kit. Faults are noted with their place. */
export function overlay(knowledge: Knowledge, topic: string, council: Council | null, problems: Problem[]): Entry | null {
  const base = knowledge.national.get(topic);
  if (!base) return null;
  const { written } = base;
  const names = fixedNames(knowledge, council);
  const national = layer(base, whoIn(written.who, knowledge, council, base, problems), names, problems);
  const own = council && knowledge.local.get(council.id)?.get(topic);
  const head = { id: topic, ref: written.ref, title: written.title, local: written.local };
  if (own) {
    const who = own.written.who ? whoIn(own.written.who, knowledge, council, own, problems) : national.who;
    return { ...head, national, council: local(own, written, national, who, names, problems) };
  }
  if (council && written.local === 'varies') return { ...head, national, council: notKnown(knowledge, council, national) };
  return { ...head, national };
}

function layer(filed: Filed<NationalEntry>, who: string[], names: Names, problems: Problem[]): Layer {
  const { say, law, next } = filed.written;
  const put = putting(filed, {}, names, problems);
  return {
    short: put('say.short', say.short),
    full: put('say.full', say.full),
    ...(say['foster-carer'] && { carerFull: put('say.foster-carer', say['foster-carer']) }),
    ...(say['foster-carer-short'] && { carerShort: put('say.foster-carer-short', say['foster-carer-short']) }),
    ...(law && law !== 'none' && { law: put('law', law) }),
    next: put('next.do', next.do),
    ...(next['foster-carer'] && { carerNext: put('next.foster-carer', next['foster-carer']) }),
    who,
    figures: figuresOf(filed.written),
    sources: filed.written.sources,
    asOf: filed.written.as_of,
    status: filed.written.status,
    offers: offersOf(filed, figuresOf(filed.written), put, problems),
  };
}

// A birthday is named, not typed, so that the line and the sentence about it can never part.
function offersOf(filed: Filed<NationalEntry | CouncilEntry>, figures: Figures, put: Put, problems: Problem[]): Offer[] {
  return filed.written.offers.map((offer, i): Offer => {
    const years = (name: string | undefined, key: string): number | undefined => {
      if (name === undefined) return undefined;
      const figure = figures[name];
      if (figure?.kind === 'text') return Number(figure.value);
      note(problems, {
        file: filed.file,
        line: filed.lineOf(['offers', i, key]),
        field: `offers.${key}`,
        found: name,
        expected: 'the name of one of the ages of this file',
        mend: 'Add the age under ages with its source, or mend the name.',
      });
      return undefined;
    };
    const from = years(offer.from, 'from');
    const until = years(offer.until, 'until');
    const carer = offer['foster-carer'];
    return {
      line: put('offers', offer.line),
      ...(carer && { carer: put('offers', carer) }),
      for: offer.for,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(offer.doing && { doing: offer.doing }),
      ...(offer.living && { living: offer.living }),
    };
  });
}

function local(
  filed: Filed<CouncilEntry>,
  base: NationalEntry,
  national: Layer,
  who: readonly string[],
  names: Names,
  problems: Problem[],
): Layer {
  const { say, next } = filed.written;
  const put = putting(filed, figuresOf(base), names, problems);
  return {
    short: put('say.short', say.short),
    full: put('say.full', say.full),
    ...(say['foster-carer'] && { carerFull: put('say.foster-carer', say['foster-carer']) }),
    ...(say['foster-carer-short'] && { carerShort: put('say.foster-carer-short', say['foster-carer-short']) }),
    next: next ? put('next.do', next.do) : national.next,
    ...(filed.written.below_minimum && { belowMinimum: true }),
    ...(next && { ownNext: true }),
    ...(next?.['foster-carer'] && { carerNext: put('next.foster-carer', next['foster-carer']) }),
    who,
    figures: figuresOf(filed.written),
    sources: filed.written.sources,
    asOf: filed.written.as_of,
    status: filed.written.status,
    offers: offersOf(filed, { ...figuresOf(base), ...figuresOf(filed.written) }, put, problems),
  };
}

// Nothing is known of this council's own offer: the reply says so and names who to ask.
function notKnown(knowledge: Knowledge, council: Council, national: Layer): Layer {
  const value = (name: string) => ({ council: council.names.shortName, person: council.person })[name];
  return {
    short: national.short,
    ...(national.carerShort && { carerShort: national.carerShort }),
    full: fill(knowledge.says['council-unknown'] ?? '', value),
    next: national.next,
    who: national.who,
    figures: {},
    sources: [],
    asOf: 'unknown',
    status: 'unknown',
    offers: [],
  };
}

export type Names = Readonly<Record<string, string>>;

/** Names that do not change with the day, and so are put in when the kit is made: services, the council and its teams. */
export function fixedNames(knowledge: Knowledge, council: Council | null): Names {
  const names: Record<string, string> = { person: council?.person ?? "your council's leaving care team" };
  for (const s of knowledge.services) {
    names[`services.${s.id}.name`] = s.name;
    if (s.phone) names[`services.${s.id}.phone`] = s.phone;
    if (s.textTo) names[`services.${s.id}.text_to`] = s.textTo;
    if (s.url) names[`services.${s.id}.url`] = s.url;
    if (s.email) names[`services.${s.id}.email`] = s.email;
  }
  if (!council) return names;
  const { leaving_care, front_door, out_of_hours, contacts } = council.written;
  names['council.name'] = council.names.name;
  names['council.short_name'] = council.names.shortName;
  if (council.written.offer_url !== 'unknown') names['council.offer_url'] = council.written.offer_url;
  const teams: Record<string, { name: string; phone?: string | undefined; email?: string | undefined }> = {
    leaving_care,
    front_door,
    out_of_hours,
  };
  for (const [id, contact] of Object.entries(contacts)) teams[`contacts.${id}`] = contact;
  for (const [id, team] of Object.entries(teams)) {
    names[`council.${id}.name`] = team.name;
    if (team.phone && team.phone !== 'unknown') names[`council.${id}.phone`] = team.phone;
    if (team.email) names[`council.${id}.email`] = team.email;
  }
  return names;
}

type Put = (field: string, text: string) => string;

function putting(filed: Filed<NationalEntry | CouncilEntry>, under: Figures, names: Names, problems: Problem[]): Put {
  const figures: Figures = { ...under, ...figuresOf(filed.written) };
  return (field, text) => {
    for (const name of holes(text)) {
      if (Object.hasOwn(figures, name) || Object.hasOwn(names, name)) continue;
      note(problems, {
        file: filed.file,
        line: filed.lineOf(field.split('.')),
        field,
        found: `{{${name}}}`,
        expected: 'the name of a field of this file, a service or the council',
        mend: 'Add the field with its source, or mend the name.',
      });
    }
    return fill(text, (name) => (Object.hasOwn(figures, name) || !Object.hasOwn(names, name) ? `{{${name}}}` : names[name])).trim();
  };
}

function figuresOf(entry: NationalEntry | CouncilEntry): Figures {
  const rows: [string, Figure][] = [
    ...Object.entries(entry.ages).map(([k, v]) => [`ages.${k}`, { kind: 'text', value: String(v) }] as [string, Figure]),
    ...Object.entries(entry.times).map(([k, v]) => [`times.${k}`, { kind: 'text', value: v }] as [string, Figure]),
    ...Object.entries(entry.names).map(([k, v]) => [`names.${k}`, { kind: 'text', value: v }] as [string, Figure]),
    ...Object.entries(entry.dates).map(([k, v]) => [`dates.${k}`, { kind: 'date', value: v }] as [string, Figure]),
    ...Object.entries(entry.amounts).map(
      ([k, v]) => [`amounts.${k}`, { kind: 'amount', values: v.values.map(({ from, value }) => ({ from, value })) }] as [string, Figure],
    ),
  ];
  return Object.fromEntries(rows);
}

function whoIn(
  ids: readonly string[],
  knowledge: Knowledge,
  council: Council | null,
  filed: Filed<unknown>,
  problems: Problem[],
): string[] {
  return ids.flatMap((id, i) => {
    if (id === 'personal-adviser') return ['your personal adviser'];
    if (id === 'social-worker') return ['your social worker'];
    if (id === 'leaving-care-team') return [council?.person ?? "your council's leaving care team"];
    const contact = council && contactOf(council, id);
    if (contact) return [named(`the ${contact.name}`, contact.phone === 'unknown' ? undefined : contact.phone, contact.email)];
    const service = knowledge.services.find((s) => s.id === id);
    // A number seen in one place only is never given without saying so.
    if (service)
      return [
        named(service.name, service.phone, service.email ?? service.url?.replace(/^https:\/\//u, '')) +
          (service.unconfirmed && service.phone ? ' (check this number first)' : ''),
      ];
    // A kind of contact that some other council has: this one has none on record.
    if (knowledge.councils.some((c) => contactOf(c, id))) return [];
    note(problems, {
      file: filed.file,
      line: filed.lineOf(['who', i]),
      field: 'who',
      found: id,
      expected: 'personal-adviser, leaving-care-team, social-worker, a contact of a council or a service of directory.yaml',
      mend: 'Check its spelling.',
    });
    return [];
  });
}

function contactOf({ written: { contacts } }: Council, id: string): Council['written']['contacts'][string] | undefined {
  return Object.hasOwn(contacts, id) ? contacts[id] : undefined;
}

/** Notes a fault once: the same words are read for every council. */
export function note(problems: Problem[], problem: Problem): void {
  if (!problems.some((p) => inOneLine(p) === inOneLine(problem))) problems.push(problem);
}

function named(name: string, phone: string | undefined, other: string | undefined): string {
  if (phone) return `${name} on ${phone}`;
  return other ? `${name} at ${other}` : name;
}
