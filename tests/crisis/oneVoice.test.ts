import { helpNow, safeReply } from '../../bot/engine/helpNow';
import { panel } from '../../bot/engine/panel';
import { safety, turnWith } from '../../bot/engine/turn';
import { crisisCategories, type CrisisFound, type Kit, type Memory, type Part, type Reader, type Reply } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { days, type Day } from './duty/calendar';
import { discords, numbersOf, type Known } from './duty/oneVoice';
import { bookOf, councilFiles, tableOf } from './duty/table';

const kits = openKits('build/kits');
const councils = [...Object.keys(councilFiles), undefined, 'elsewhere'];
const readers: readonly (Reader | undefined)[] = [undefined, 'care-leaver', 'foster-carer'];
const memoryOf = (council: string | undefined, reader: Reader | undefined): Memory => ({
  ...(council && { council }),
  ...(reader && { reader }),
});

// A moment for each class of hours: on every kind of day, the minute before and the minute after whatever is told changes.
interface Moment {
  readonly now: number;
  readonly known: Known | null;
}
const oneOfEachKind = [...new Map(days.map((day) => [`${day.weekday} ${day.bankHoliday} ${day.clock.length}`, day])).values()];

const changes = (council: string, day: Day): Moment[] => {
  const book = bookOf(councilFiles[council]!);
  const table = tableOf(book, day);
  const always = new Set(book.day.filter((line) => line.schedules === 'always').map((line) => line.phone.replaceAll(' ', '')));
  const numbers = numbersOf(council);
  const told = day.clock.map((shown) => table[shown]!);
  return told.flatMap((one, i) =>
    one === told[i - 1] && one === told[i + 1] ? [] : [{ now: day.starts + i * 60_000, known: { numbers, always, told: one } }],
  );
};

const moments = (council: string | undefined): Moment[] =>
  council !== undefined && council in councilFiles
    ? oneOfEachKind.flatMap((day) => changes(council, day))
    : oneOfEachKind.map(({ starts }) => ({ now: starts, known: null }));

const judged = new Map<string, readonly string[]>();

const wrongIn = (reply: Omit<Reply, 'why'>, known: Known | null): readonly string[] => {
  const whole: Reply = { ...reply, why: { rule: '' } };
  const key = JSON.stringify([reply.parts, reply.brief, reply.choices, known && [...known.numbers], known?.told]);
  if (!judged.has(key)) judged.set(key, discords(whole, known));
  return judged.get(key)!;
};

describe.each(councils)('for the council %s', (council) => {
  const at = moments(council);

  test('there are moments to look at', () => {
    expect(at.length).toBeGreaterThanOrEqual(oneOfEachKind.length);
  });

  test.each(crisisCategories)('no reply to %s says two things of the council, whoever asks and whenever', (category) => {
    const wrong = at.flatMap(({ now, known }) =>
      readers.flatMap((reader) => wrongIn(helpNow({ category, rule: '' }, memoryOf(council, reader), now, safety), known)),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  const classes = [...new Map(at.map((moment) => [JSON.stringify(moment.known?.told), moment])).values()];

  test.each(crisisCategories)('nor where a rule of %s asks for a helpline of its own, or only the second detector speaks', (category) => {
    const founds = Object.keys(safety.helplines).map((helpline): CrisisFound => ({ category, rule: '', helpline, unsure: true }));
    const wrong = classes.flatMap(({ now, known }) =>
      readers.flatMap((reader) => founds.flatMap((found) => wrongIn(helpNow(found, memoryOf(council, reader), now, safety), known))),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('nor does the reply when something has failed', () => {
    const wrong = at.flatMap(({ now, known }) =>
      readers.flatMap((reader) => wrongIn(safeReply(memoryOf(council, reader), now, safety), known)),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test.each(Object.entries(panel))('nor does a conversation about %s, with and without a kit', (_, messages) => {
    const wrong = classes.flatMap(({ now, known }) =>
      readers.flatMap((reader) =>
        [(id: string | undefined): Kit | null => kits.for(id).kit, () => null].flatMap((kitFor) => {
          const first = turnWith(kitFor, memoryOf(council, reader), { text: messages[0]!, channel: 'web' }, now);
          const next = turnWith(kitFor, first.memory, { text: 'qwx zzv', channel: 'web' }, now);
          expect(first.reply.kind).toBe('help-now');
          expect(next.reply.kind).toMatch(/help-now|person/u);
          return [...wrongIn(first.reply, known), ...wrongIn(next.reply, known)];
        }),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});

const devon: Known = {
  numbers: numbersOf('devon'),
  told: { state: 'open', call: '0345 155 1071', otherwise: '0345 6000 388' },
  always: new Set(),
};
const saying = (...texts: string[]): Reply => {
  const parts = texts.map((text): Part => ({ role: 'who', text }));
  const noon = Date.parse('2026-11-19T12:00:00Z');
  return { ...safeReply({}, noon, safety), parts, brief: parts, why: { rule: '' } };
};

test.each([
  ['nothing, where all is right', ['Devon: ring 0345 155 1071.'], []],
  ['two texts', ['Devon: ring 0345 155 1071.', 'Ring 0345 6000 388.'], ['2 different texts say whom to ring']],
  [
    "another council's number",
    ['Ring 0345 155 1071 or 01234 718700.'],
    ["01234718700 is in neither the council's file nor the fixed words"],
  ],
  ['the wrong number first', ['Ring 0345 6000 388.'], ['03456000388 is named first, not 0345 155 1071']],
  ['no number at all', ['Ring the council.'], ['no number is named first, not 0345 155 1071']],
  ['a line said to be open', ['Ring 0345 155 1071. Open now.'], ['03451551071 is said to be open, and that is not known']],
  ['a line said to be shut', ['Ring 0345 155 1071. It is closed.'], ['03451551071 is said to be shut, and that is not known']],
])('this test finds %s', (_, texts, found) => {
  expect([...new Set(discords(saying(...texts), devon))]).toEqual(found);
});

test('this test finds a line that is said to be open and shut', () => {
  const known: Known = { ...devon, always: new Set(['03451551071']) };
  const found = discords(saying('Ring 0345 155 1071. Open day and night. It is shut.'), known);
  expect(found).toContain('03451551071 is said to be open and shut');
});
