import type { Part, Reply } from '../engine/types';
import { say, words } from '../words';

/** A reply as plain text, whole: for the terminal, for JSON and for channels without cards. */
export function asText(reply: Reply, councilName: string | null): string {
  // A link that opens the person's own messages means nothing in plain text.
  const lines = reply.parts.filter((part) => !part.href).map((part) => labelled(part, councilName));
  const choices = reply.choices.map((choice, i) => `${i + 1}. ${choice}`);
  return [...lines, ...(choices.length ? [choices.join('\n')] : []), ...(reply.ref ? [`Ref ${reply.ref}`] : [])].join('\n\n');
}

function labelled(part: Part, councilName: string | null): string {
  const label = labelOf(part, councilName);
  return label ? `${label}: ${part.text}` : part.text;
}

/** The heading that a part stands under, or null when it stands alone. */
export function labelOf(part: Part, councilName: string | null): string | null {
  if (part.role === 'law') return say('law');
  if (part.role === 'council') return words.t('council-adds', { council: councilName ?? '' });
  if (part.role === 'source') return say('more');
  return null;
}
