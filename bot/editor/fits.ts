import { asSms } from '../render/sms';
import { segmentsOf } from '../render/segments';
import type { Problem } from '../kit/problem';
import type { Rendered } from './everyReply';

const mostSegments = 2;

/** A reply as a text message, with what it costs. */
export function asText(rendered: Rendered): { text: string; segments: number; encoding: string } {
  const text = asSms({ ...rendered.reply, why: { rule: 'preview' } });
  return { text, ...segmentsOf(text) };
}

/** Problems of a reply as a text message: more than two parts, an alphabet that halves what fits, or a next step that is lost. */
export function misfits(rendered: Rendered): Problem[] {
  const { file, council, reader, reply } = rendered;
  const { text, segments, encoding } = asText(rendered);
  const next = reply.brief.find((p) => p.role === 'next')?.text ?? '';
  const note = (found: string, expected: string, mend: string): Problem => ({
    file,
    line: 0,
    field: `say.short (${council}, ${reader})`,
    found,
    expected,
    mend,
  });
  return [
    ...(segments > mostSegments ? [note(`${segments} parts as a text message`, `at most ${mostSegments}`, 'Shorten say.short.')] : []),
    ...(encoding !== 'GSM-7'
      ? [note('a letter outside the GSM-7 alphabet', 'plain letters, quotes and dashes', 'Write it without the special letter.')]
      : []),
    ...(!text.includes(next.replace(/[’‘]/gu, "'"))
      ? [note('no room for the next step', 'say.short and next.do together in two parts', 'Shorten one of them.')]
      : []),
  ];
}
