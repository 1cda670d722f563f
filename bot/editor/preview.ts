import type { Knowledge } from '../kit/knowledge';
import type { Problem } from '../kit/problem';
import { asText as asPlainText } from '../render/text';
import { everyReply } from './everyReply';
import { asText } from './fits';
import { ease, proseOf } from './plainWords';

/** A topic as each reader gets it, as text message and as page or Teams text, with what it costs and how easy it reads. */
export function preview(knowledge: Knowledge, problems: Problem[], topic: string, council: string | undefined, now: number): string[] {
  const shown = everyReply(knowledge, now, problems).filter((r) => r.topic === topic && r.council === (council ?? 'national'));
  if (shown.length === 0)
    return [
      `There is no topic "${topic}"${council ? ` or no council "${council}"` : ''}. Topics: ${[...knowledge.national.keys()].join(', ')}.`,
    ];
  return shown.flatMap((r) => {
    const { text, segments, encoding } = asText(r);
    const name = knowledge.councils.find((c) => c.id === council)?.names.shortName ?? null;
    return [
      `== ${r.reader}`,
      `-- text message: ${segments} parts, ${encoding}, ${text.length} characters`,
      text,
      `-- page and Teams: reading ease ${ease(proseOf(r)).toFixed(0)}`,
      asPlainText({ ...r.reply, why: { rule: 'preview' } }, name),
      '',
    ];
  });
}
