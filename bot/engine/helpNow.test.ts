import fc from 'fast-check';
import { isOpen } from './duty';
import { dutyInWords, helpNow, reminder, safeReply } from './helpNow';
import { safety } from './turn';
import { crisisCategories, type Hours, type Line, type Memory, type Safety } from './types';

const night = Date.parse('2026-11-21T02:00:00Z');
const weekday = Date.parse('2026-11-19T11:00:00Z');
const councils = Object.keys(safety.councils);

const anyTime = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2029-12-31T00:00:00Z') });
const anyCategory = fc.constantFrom(...crisisCategories);
const anyMemory: fc.Arbitrary<Memory> = fc
  .tuple(
    fc.constantFrom(undefined, 'elsewhere', 'nowhere', 'constructor', ...councils),
    fc.constantFrom(undefined, 'care-leaver', 'foster-carer'),
  )
  .map(([council, reader]) => ({ ...(council && { council }), ...(reader && { reader }) }));

const lineHours = (text: string) => Object.values(safety.helplines).find((line) => text.includes(line.say))?.hours;

test.each(crisisCategories)('the reply to %s begins with 999 and says that this is a computer', (category) => {
  fc.assert(
    fc.property(anyMemory, anyTime, (memory, now) => {
      const reply = helpNow({ category, rule: 'x' }, memory, now, safety);
      expect(reply).toMatchObject({ kind: 'help-now', crisis: category, title: safety.replies[category].title });
      for (const parts of [reply.parts, reply.brief]) {
        expect(parts[0]?.text).toContain('999');
        expect(parts.at(-1)?.text).toBe(safety.robot);
      }
      expect(reply.brief.filter((part) => !reply.parts.includes(part))).toEqual([]);
      expect(reply.choices).toEqual([]);
    }),
  );
});

test('the helpline given is never one that is known to be shut, whatever the hour and whatever the rule asks for', () => {
  fc.assert(
    fc.property(
      anyCategory,
      anyMemory,
      anyTime,
      fc.constantFrom(undefined, ...Object.keys(safety.helplines)),
      (category, memory, now, helpline) => {
        const reply = helpNow({ category, rule: 'x', ...(helpline && { helpline }) }, memory, now, safety);
        const hours = lineHours(reply.parts.find((p) => p.role === 'next')!.text)!;
        expect(hours).toBeDefined();
        expect(isOpen(hours, now, safety)).not.toBe(false);
      },
    ),
  );
});

const withHours = (id: string, hours: Hours): Safety => ({
  ...safety,
  helplines: { ...safety.helplines, [id]: { ...safety.helplines[id]!, hours } },
});

test.each<[string, Hours, number, string, string]>([
  ['open', [{ days: [4], opens: 540, closes: 1020 }], weekday, 'karma-nirvana', ' Open now.'],
  ['of unknown hours', 'unknown', weekday, 'karma-nirvana', ''],
  ['shut', [{ days: [4], opens: 540, closes: 1020 }], night, 'refuge', ' Open day and night.'],
])("when a rule's own helpline is %s, the right one is given", (_, hours, now, given, open) => {
  const { parts } = helpNow(
    { category: 'domestic-abuse', rule: 'x', helpline: 'karma-nirvana' },
    {},
    now,
    withHours('karma-nirvana', hours),
  );
  expect(parts.find((p) => p.role === 'next')?.text).toBe(`${safety.helplines[given]!.say}${open}`);
});

test.each(crisisCategories.filter((c) => safety.replies[c].carerHelplines))(
  'a foster carer is given their own helpline for %s',
  (category) => {
    const told = (memory: Memory) => helpNow({ category, rule: 'x' }, memory, night, safety).parts.find((p) => p.role === 'next')!.text;
    const [line] = safety.replies[category].carerHelplines!;
    expect(told({ reader: 'foster-carer' })).toContain(safety.helplines[line!]!.say);
    expect(told({})).not.toContain(safety.helplines[line!]!.say);
  },
);

test.each(crisisCategories.filter((c) => safety.replies[c].carerSay))('a foster carer is told what a carer can do for %s', (category) => {
  const told = (memory: Memory) => helpNow({ category, rule: 'x' }, memory, night, safety).parts.map((p) => p.text);
  expect(told({ reader: 'foster-carer' })).toContain(safety.replies[category].carerSay);
  expect(told({})).toContain(safety.replies[category].say);
});

test('a helpline is said to be open only while its hours are known and it is open', () => {
  fc.assert(
    fc.property(anyCategory, anyMemory, anyTime, (category, memory, now) => {
      const { text } = helpNow({ category, rule: 'x' }, memory, now, safety).parts.find((p) => p.role === 'next')!;
      expect(/ Open (now|day and night)\.$/u.test(text)).toBe(isOpen(lineHours(text)!, now, safety) === true);
    }),
  );
});

test.each(councils.flatMap((council) => crisisCategories.map((category) => [council, category] as const)))(
  'in %s the reply to %s names a number of that council',
  (council, category) => {
    const { day, outOfHours } = safety.councils[council]!;
    const numbers = [...day, ...(outOfHours ? [outOfHours] : [])].map((line) => line.phone);
    for (const now of [night, weekday]) {
      const { brief } = helpNow({ category, rule: 'x' }, { council }, now, safety);
      expect(numbers.some((number) => brief.some((p) => p.role === 'who' && p.text.includes(number)))).toBe(true);
    }
  },
);

const book = (day: readonly Line[], outOfHours: Line | null): Safety => ({
  ...safety,
  councils: { a: { name: 'A Council', shortName: 'A', day, outOfHours } },
});
const office: Line = { name: 'Front Door', phone: '01632 960 001', hours: [{ days: [1, 2, 3, 4, 5], opens: 540, closes: 1020 }] };
const nights: Line = { name: 'Night Team', phone: '01632 960 002', hours: 'unknown' };

test.each<[string, readonly Line[], Line | null, number, string]>([
  ['open', [office], nights, weekday, 'A: ring 01632 960 001, the Front Door. If no one answers, ring 01632 960 002, the Night Team.'],
  ['shut', [office], nights, night, 'A: ring 01632 960 002, the Night Team. They are on duty now.'],
  ['shut with no night number', [office], null, night, 'A: ring 01632 960 001, the Front Door.'],
  ['open day and night', [{ ...office, hours: 'always' }], nights, night, 'A: ring 01632 960 001, the Front Door. Open day and night.'],
  [
    'of unknown hours, at night',
    [{ ...office, hours: 'unknown' }],
    nights,
    night,
    'A: ring 01632 960 002, the Night Team. If no one answers, ring 01632 960 001, the Front Door.',
  ],
  [
    'of unknown hours, by day',
    [{ ...office, hours: 'unknown' }],
    nights,
    weekday,
    'A: ring 01632 960 001, the Front Door. If no one answers, ring 01632 960 002, the Night Team.',
  ],
  ['without a day number', [], nights, weekday, 'A: ring 01632 960 002, the Night Team.'],
  ['without any number', [], null, weekday, safety.noCouncil],
])('who to ring for an office that is %s, in words', (_, day, outOfHours, now, said) => {
  expect(dutyInWords('a', now, book(day, outOfHours))).toBe(said);
});

test('a council with unknown hours is never said to be open or shut', () => {
  fc.assert(
    fc.property(anyTime, fc.constantFrom(nights, null), (now, outOfHours) => {
      expect(dutyInWords('a', now, book([{ ...office, hours: 'unknown' }], outOfHours))).not.toMatch(/open|shut|closed|on duty/iu);
    }),
  );
});

test.each([undefined, 'elsewhere', 'nowhere', 'constructor', '__proto__'])(
  'when the council is %s, its main number is named instead',
  (council) => {
    expect(dutyInWords(council, night, safety)).toBe(safety.noCouncil);
  },
);

test('when something has failed, the reply still gives 999, a line that listens day and night, and the council', () => {
  fc.assert(
    fc.property(anyMemory, anyTime, (memory, now) => {
      const { kind, parts, brief } = safeReply(memory, now, safety);
      const text = parts.map((p) => p.text).join('\n');
      expect(kind).toBe('person');
      expect(text).toContain('999');
      expect(text).toContain(`${safety.helplines['samaritans']!.say} Open day and night.`);
      expect(text).toContain(dutyInWords(memory.council, now, safety));
      expect(new Set(brief)).toEqual(new Set(parts));
      // A short text message keeps the first parts: danger, and a person to ring.
      expect(brief.slice(0, 2).map((p) => p.role)).toEqual(['what', 'next']);
    }),
  );
});

test.each(crisisCategories)('a person who was in crisis (%s) and asks something else is given the same helpline once more', (category) => {
  const first = helpNow({ category, rule: 'x' }, {}, night, safety).parts.find((p) => p.role === 'next')!;
  expect(reminder(category, {}, night, safety)).toBe(`${safety.stillHere} ${first.text}`);
});
