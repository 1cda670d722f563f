import { lineInWords, offerBrief, offerParts } from '../../bot/engine/offerParts';
import { letterOf, sheetOf } from '../../bot/engine/offerSheet';
import { offersFor, type OfferFacts, type OfferLine } from '../../bot/engine/offers';
import { themes } from '../../bot/engine/themes';
import { ageBands, cares, doings, livings, type Kit, type OfferSheet } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { offerText } from '../../bot/render/offerText';

const kits = openKits('build/kits');
const now = Date.parse('2026-11-21T14:00:00Z');
const councils = [undefined, ...kits.councils];
const kitOf = (council?: string): Kit => kits.for(council).kit!;
const readers = ['care-leaver', 'foster-carer'] as const;

const ways: Pick<OfferFacts, 'doing' | 'living'>[] = [{}, ...doings.map((doing) => ({ doing })), ...livings.map((living) => ({ living }))];
const everyone: OfferFacts[] = ageBands.flatMap((age) =>
  cares.flatMap((care) => readers.flatMap((reader) => ways.map((way) => ({ age, care, reader, ...way })))),
);
const leicestershire: OfferFacts = { age: '18-20', care: 'thirteen-weeks', doing: 'university', living: 'own-home', reader: 'care-leaver' };
const bedford: OfferFacts = { age: '16-17', care: 'in-care', living: 'carers', reader: 'foster-carer' };

/** Each different line that somebody is shown, once. */
function linesFor(people: readonly OfferFacts[], kit: Kit): OfferLine[] {
  const lines = people.flatMap((facts) => {
    const { law, council } = offersFor(facts, kit, now);
    return [...law, ...council];
  });
  return [...new Map(lines.map((line) => [`${line.topic}: ${lineInWords(line)}`, line])).values()];
}

describe.each(councils.map((council) => [council ?? 'all England', council] as const))('the kit of %s', (_name, council) => {
  const kit = kitOf(council);
  const shown = linesFor(everyone, kit);

  test('whoever it is, no line has a gap, and each has a source that is in the list', () => {
    expect(shown.length).toBeGreaterThan(40);
    expect(shown.filter(({ line }) => /[{}]|undefined|\.\.|\s{2}/u.test(line))).toEqual([]);
    expect(shown.filter(({ sources }) => sources.length === 0 || sources.some(({ id }) => !kit.sources[id]))).toEqual([]);
    expect(shown.filter(({ status }) => status === 'unknown')).toEqual([]);
  });

  test('every offer that is written reaches somebody, and every carer line a carer', () => {
    const reached = new Set(shown.map(({ topic, line }) => `${topic}: ${line}`));
    const fixed = (line: string) => !line.includes('{{');
    const written = Object.values(kit.entries).flatMap((e) =>
      [e.national, e.council].flatMap((l) =>
        (l?.offers ?? []).flatMap((o) => [o.line, o.carer ?? o.line].map((line) => `${e.id}: ${line}`)),
      ),
    );
    expect(written.filter((line) => fixed(line) && !reached.has(line.replace(/\.$/u, '')))).toEqual([]);
    expect(reached.size).toBe(new Set(written).size);
  });

  test('a carer is never spoken to as if they were the young person', () => {
    const carers = linesFor(
      everyone.filter(({ reader }) => reader === 'foster-carer'),
      kit,
    ).map(lineInWords);
    expect(carers.filter((line) => /\byour (?!home|council tax)/u.test(line))).toEqual([]);
  });

  test('the sheet and both letters can be made for everyone, with numbers to ring and sources in the list', () => {
    const sheets = everyone
      .filter((_, i) => i % 29 === 0)
      .flatMap((facts) => [sheetOf(facts, kit, now, 'Duty'), letterOf(18, facts, kit, now, 'Duty'), letterOf(21, facts, kit, now, 'Duty')]);
    expect(sheets.filter((sheet) => /undefined|\{\{|null/u.test(offerText(sheet)))).toEqual([]);
    expect(sheets.filter((sheet) => sheet.helplines.length !== 3)).toEqual([]);
    const cited = (sheet: OfferSheet) => [...sheet.law, ...sheet.ofCouncil].flatMap((group) => group.lines.flatMap((line) => line.sources));
    expect(sheets.filter((sheet) => cited(sheet).some((number) => number < 1 || number > sheet.sources.length))).toEqual([]);
  });
});

test('every topic that has an offer stands under a heading', () => {
  const headed = new Set(Object.values(themes).flat());
  const offering = councils.flatMap((council) =>
    Object.values(kitOf(council).entries).filter((e) => e.national.offers.length + (e.council?.offers.length ?? 0) > 0),
  );
  expect([...new Set(offering.map(({ id }) => id))].filter((id) => !headed.has(id))).toEqual([]);
});

test('a Leicestershire former relevant young person of 19 gets what the law and the council give', () => {
  const { law, council } = offersFor(leicestershire, kitOf('leicestershire'), now);
  const said = (lines: typeof law) => lines.map(lineInWords).join('\n');
  for (const wanted of [
    'A personal adviser (PA), your worker for home, money, study, work and your plan. Until your 21st birthday.',
    'At least £3,000 to set up your first home',
    '£2,000 once from your council for university, on top of your loan. Until your 25th birthday.',
    'A place to stay in the holidays',
    'Free prescriptions in full-time study. Until your 19th birthday.',
  ])
    expect(said(law)).toContain(wanted);
  expect(said(council)).toContain(
    "No council tax to pay, anywhere in the county's seven districts. Until your 25th birthday. This was so in January 2020.",
  );
  for (const not of ['Staying Put', 'social worker', 'custody', 'Health checks']) expect(said([...law, ...council])).not.toContain(not);
});

test('a Bedford Borough foster carer of a 17 year old gets what a carer acts on', () => {
  const { law, council } = offersFor(bedford, kitOf('bedford-borough'), now);
  const said = [...law, ...council].map(lineInWords).join('\n');
  for (const wanted of [
    'Staying Put: they can live on with you after 18, if you both want it and it is good for them. Until their 21st birthday.',
    'Money from the council for you while they stay put, at a rate that it sets. Until their 21st birthday.',
    '£20,440 a year free of tax for your home, plus £515 a week for them',
    'A social worker of their own. Until their 18th birthday.',
    'A pathway plan written by them and with them. This was so in January 2019.',
  ])
    expect(said).toContain(wanted);
  for (const not of ['Universal Credit', 'council tax', 'University']) expect(said).not.toContain(not);
});

test('who was in care for a short time is told of advice and help, and not of a personal adviser', () => {
  const { law } = offersFor({ age: '18-20', care: 'fewer-weeks', reader: 'care-leaver' }, kitOf('devon'), now);
  const said = law.map(({ line }) => line);
  expect(said).toContain('Advice and help from the council that looked after you');
  expect(said.filter((line) => /personal adviser|pathway plan/iu.test(line))).toEqual([]);
});

test('who was in care before 16 only is still told of their file and of help with a home', () => {
  const { law, council } = offersFor({ age: '18-20', care: 'before-16', reader: 'care-leaver' }, kitOf('leicestershire'), now);
  const topics = law.map(({ topic }) => topic);
  expect(topics).toEqual(expect.arrayContaining(['care-records', 'homelessness', 'emergency-money', 'benefits']));
  expect(topics).not.toContain('personal-adviser');
  expect(council.map(({ topic }) => topic)).not.toContain('council-tax');
});

test('as a reply it has law, council, next, who and sources in that order, and what to check', () => {
  const kit = kitOf('leicestershire');
  const facts: OfferFacts = { age: '18-20', care: 'not-sure', reader: 'care-leaver' };
  const parts = offerParts(offersFor(facts, kit, now), facts, kit);
  const roles = parts.map(({ role }) => role).filter((role, i, all) => role !== all[i - 1]);
  expect(roles).toEqual(['law', 'council', 'next', 'who', 'notice', 'source']);
  expect(parts.filter(({ role }) => role === 'notice').map(({ text }) => text)).toEqual([
    expect.stringContaining('Am I a care leaver?'),
    expect.stringContaining('old'),
  ]);
  expect(parts[0]?.text.split('\n').every((line) => line.startsWith('- ') && /[.)]$/u.test(line))).toBe(true);
  expect(parts.find(({ role }) => role === 'who')?.text).toContain('0116 305 0005');
});

test('with no council the reply asks for one, and by text it is a few lines with someone to ask', () => {
  const kit = kitOf();
  const facts: OfferFacts = { age: '18-20', care: 'thirteen-weeks', reader: 'care-leaver' };
  const offers = offersFor(facts, kit, now);
  expect(offerParts(offers, facts, kit).map(({ role }) => role)).not.toContain('council');
  expect(offerParts(offers, facts, kit).some(({ text }) => text.startsWith('Each council adds'))).toBe(true);
  const brief = offerBrief(offers, facts, kit);
  expect(brief[0]?.text.match(/\./gu)!.length).toBeLessThan(20);
  expect(brief.map(({ role }) => role)).toEqual(expect.arrayContaining(['what', 'next', 'who']));
});

test('the letter at 18 names what begins and what ends, each on that birthday', () => {
  const letter = letterOf(
    18,
    { age: '16-17', care: 'in-care', living: 'carers', reader: 'care-leaver' },
    kitOf('leicestershire'),
    now,
    'Duty',
  );
  expect(letter).toMatchObject({ letter: 18, status: 'former-relevant', reader: 'care-leaver' });
  const text = (lines: typeof letter.begins) => lines.map((line) => line.text);
  expect(text(letter.ends)).toEqual(expect.arrayContaining(['A social worker of your own', 'Health checks while you are in care']));
  expect(text(letter.begins)).toEqual(
    expect.arrayContaining(['Help to find a home and keep it', "No council tax to pay, anywhere in the county's seven districts"]),
  );
  expect(text(letter.begins).filter((line) => line.includes('Staying Put'))).toEqual([]);
});

test('the letter at 21 says that a personal adviser now comes on asking, until 25', () => {
  const letter = letterOf(21, leicestershire, kitOf('leicestershire'), now, 'Duty');
  expect(letter.ends.map((line) => line.text)).toContain('A personal adviser (PA), your worker for home, money, study, work and your plan');
  expect(letter.ends.map((line) => line.text)).not.toContain('Free prescriptions in full-time study');
  expect(letter.begins).toContainEqual(
    expect.objectContaining({ text: 'A personal adviser (PA) if you ask for one, in study or not', when: 'Until your 25th birthday' }),
  );
});

test('the letter at 21 to one who was in care for a short time tells that the status ends', () => {
  const letter = letterOf(21, { age: '18-20', care: 'fewer-weeks', reader: 'care-leaver' }, kitOf(), now, 'Duty');
  expect(letter.ends.map((line) => line.text)).toContain('Advice and help from the council that looked after you');
});
