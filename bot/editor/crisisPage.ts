import { helpNow } from '../engine/helpNow';
import { listUnder } from '../engine/pattern';
import { safety } from '../engine/turn';
import { crisisCategories, type Memory } from '../engine/types';
import { asSms } from '../render/sms';
import { segmentsOf } from '../render/segments';

/** Hours that stand for all: an office day, its evening, a night, a weekend and a bank holiday. */
const hours: readonly [string, string][] = [
  ['a weekday at 11 in the morning', '2026-11-23T11:00:00Z'],
  ['a weekday at 7 in the evening', '2026-11-23T19:00:00Z'],
  ['2 at night', '2026-11-24T02:00:00Z'],
  ['a Saturday at noon', '2026-11-28T12:00:00Z'],
  ['Christmas Day at noon', '2026-12-25T12:00:00Z'],
];

/** Every crisis reply, for each council, reader and kind of hour, for a safeguarding lead to read and sign. */
export function crisisPage(): string[] {
  const councils = [undefined, ...Object.keys(safety.councils)];
  return [
    '# Crisis replies, to read and sign',
    ...crisisCategories.flatMap((category) => [
      '',
      `## ${category}`,
      ...councils.flatMap((council) =>
        (['care-leaver', 'foster-carer'] as const).flatMap((reader) => {
          const memory: Memory = { reader, ...(council && { council }) };
          const said = hours.map(([when, iso]) => {
            const reply = helpNow({ category, rule: '' }, memory, Date.parse(iso), safety);
            const sms = asSms({ ...reply, why: { rule: '' } });
            return { when, web: reply.parts.map((p) => p.text).join('\n'), sms, cost: segmentsOf(sms).segments };
          });
          // Hours with the same words are told once.
          const groups = new Map<string, typeof said>();
          for (const one of said) listUnder(groups, one.web, one);
          return [...groups.values()].flatMap((same) => [
            '',
            `### ${council ?? 'council not known'}, ${reader}: ${same.map((s) => s.when).join('; ')}`,
            same[0]!.web,
            `Text message (${same[0]!.cost} parts): ${same[0]!.sms}`,
          ]);
        }),
      ),
    ]),
    '',
    'Read by: ____________________  Role: ____________________  Date: ____________',
  ];
}
