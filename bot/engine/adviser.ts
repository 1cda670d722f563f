import { answer, sourcePart, type AnswerKit } from './answer';
import { fill } from './fill';
import { sentencesOf } from './sentences';
import type { Entry, Part } from './types';

/** How much of an answer a message quotes: what would be said in a text. */
const mostQuoted = 200;

/**
 * One answer as a message to the personal adviser, with the rule quoted and where it stands: the words to copy, and links
 * that open them as a text and as an email on the person's own phone. `said` takes the place of the usual request.
 */
export function adviserMessage(entry: Entry, kit: AnswerKit, now: number, said: string | null = null): Part[] {
  const { title, parts } = answer(entry, kit, null, now, null);
  const rule = parts.find(({ role }) => role === 'law') ?? parts.find(({ role }) => role === 'council') ?? parts[0]!;
  const cited = (rule.role === 'council' ? entry.council : entry.national)?.sources[0];
  const source = cited ? `(${sourcePart(cited.id, cited.at, kit).text.replace(/\.$/u, '')}.)` : '';
  const values: Readonly<Record<string, string>> = { title: title.toLowerCase(), rule: quoted(rule.text), source };
  const text = said ?? fill(kit.says['adviser-message']!, (name) => values[name]);
  const subject = encodeURIComponent(title);
  const body = encodeURIComponent(text);
  return [
    { role: 'notice', text: kit.says['adviser-lead']! },
    { role: 'what', text },
    { role: 'next', text: kit.says['adviser-text']!, href: `sms:?&body=${body}` },
    { role: 'next', text: kit.says['adviser-email']!, href: `mailto:?subject=${subject}&body=${body}` },
  ];
}

// Whole sentences, as many as fit.
function quoted(text: string): string {
  const sentences = sentencesOf(text);
  let kept = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (kept.length + sentence.length > mostQuoted) break;
    kept += ` ${sentence}`;
  }
  return kept;
}
