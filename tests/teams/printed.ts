import type { SentActivity } from './cloud';

/** What a button of a card sends back. */
export interface Press {
  readonly text: string;
  readonly value: unknown;
}

/** The buttons of a sent card that say something, in the order they stand. */
export function pressesOf(sent: SentActivity): Press[] {
  const found: Press[] = [];
  JSON.stringify(sent.attachments ?? [], (key, value: unknown) => {
    if (key === 'msteams') found.push(value as Press);
    return value;
  });
  return found;
}

/** A sent activity as lines for the terminal: each of the card's words, its buttons numbered. */
export function printed(sent: SentActivity): string {
  if (sent.type === 'typing') return '...';
  const card = sent.attachments?.[0]?.content;
  if (!card) return sent.text ?? '';
  const labels = pressesOf(sent).map(({ text }) => text);
  return wordsOf(card)
    .map((line) => (labels.includes(line) ? `[${labels.indexOf(line) + 1}] ${line}` : line))
    .join('\n');
}

/** Every word that a card shows, folded parts too, from top to bottom; buttons by their titles. */
export function wordsOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(wordsOf);
  if (typeof card !== 'object' || card === null) return [];
  const { type, text, title, body, items, actions } = card as Record<string, unknown>;
  const own = type === 'TextBlock' ? [text as string] : typeof type === 'string' && type.startsWith('Action.') ? [title as string] : [];
  return [...own, ...[body, items, actions].flatMap(wordsOf)];
}
