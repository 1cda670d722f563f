import type { Part, Reply } from '../engine/types';
import { say } from '../words';
import { labelOf } from './text';

/** Adaptive Cards 1.5, the newest version that Teams shows on every device (learn.microsoft.com, "Types of cards"). */
const version = '1.5';

/** An Adaptive Card, or a piece of one, as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** A reply for Teams: a card, and the same in plain text for whoever cannot see cards. Both hold the same words. */
export interface TeamsReply {
  readonly card: Card;
  readonly text: string;
}

/** What stands in a card from top to bottom, before it is JSON or text. */
type Block =
  | { readonly is: 'danger' | 'title' | 'heading' | 'words' | 'notice' | 'ref' | 'source'; readonly text: string }
  | { readonly is: 'choice'; readonly text: string; readonly number: number };

/** The reply as a card and as text. In a crisis the danger comes first, and numbers are always words of the card itself. */
export function asTeams(reply: Reply, councilName: string | null): TeamsReply {
  const blocks = blocksOf(reply, councilName);
  const text = blocks.map(line).join('\n\n');
  const sources = blocks.filter(({ is }) => is === 'source');
  const rest = blocks.filter(({ is }) => is !== 'source');
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version,
    fallbackText: text,
    body: [...rest.map(element), ...(sources.length > 0 ? folded(sources) : [])],
  };
  return { card, text };
}

function blocksOf(reply: Reply, councilName: string | null): Block[] {
  const crisis = reply.kind === 'help-now';
  const title: Block[] = reply.title ? [{ is: 'title', text: reply.title }] : [];
  const [danger, ...others] = crisis ? reply.parts : [];
  const sources = reply.parts.filter(({ role }) => role === 'source');
  // A link that opens the phone's own messages is of no use inside Teams.
  const rest = (crisis ? others : reply.parts).filter(({ role, href }) => role !== 'source' && !href);
  return [
    ...(danger ? [{ is: 'danger' as const, text: danger.text }] : []),
    ...title,
    ...rest.flatMap((part) => partBlocks(part, councilName)),
    ...reply.choices.map((text, i) => ({ is: 'choice' as const, text, number: i + 1 })),
    ...(reply.ref ? [{ is: 'ref' as const, text: `Ref ${reply.ref}` }] : []),
    ...sources.map(({ text }) => ({ is: 'source' as const, text })),
  ];
}

function partBlocks(part: Part, councilName: string | null): Block[] {
  // "Ring 0300 ..." says for itself that it is what to do.
  const label = part.role === 'next' && !part.text.includes('Ring') ? say('next') : labelOf(part, councilName);
  const is = part.role === 'notice' ? 'notice' : 'words';
  return [...(label ? [{ is: 'heading' as const, text: label }] : []), { is, text: part.text }];
}

function line(block: Block): string {
  if (block.is === 'choice') return `${block.number}. ${block.text}`;
  return block.is === 'source' ? `${say('more')}: ${block.text}` : block.text;
}

function element(block: Block): Card {
  switch (block.is) {
    case 'danger':
      return { type: 'Container', style: 'attention', items: [textBlock(block.text, { weight: 'Bolder', size: 'Medium' })] };
    case 'title':
      return textBlock(block.text, { weight: 'Bolder', size: 'Large', style: 'heading' });
    case 'heading':
      return textBlock(block.text, { weight: 'Bolder', spacing: 'Medium' });
    case 'notice':
      return { type: 'Container', style: 'emphasis', items: [textBlock(block.text)] };
    case 'ref':
      return textBlock(block.text, { isSubtle: true, size: 'Small' });
    case 'choice':
      return button(block.text);
    default:
      return textBlock(block.text);
  }
}

// One button to a row: side by side, Teams cuts long words off.
function button(label: string): Card {
  const data = { msteams: { type: 'messageBack', text: label, displayText: label, value: { ask: label } } };
  return { type: 'ActionSet', spacing: 'Small', actions: [{ type: 'Action.Submit', title: label, data }] };
}

function folded(sources: readonly Block[]): Card[] {
  const toggle = { type: 'Action.ToggleVisibility', title: say('more'), targetElements: ['sources'] };
  return [
    { type: 'ActionSet', spacing: 'Medium', actions: [toggle] },
    { type: 'Container', id: 'sources', isVisible: false, items: sources.map(element) },
  ];
}

function textBlock(text: string, more: Card = {}): Card {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...more };
}

/** Text whose every sign is shown as it stands: a text block reads some as Markdown. */
export function plain(text: string): string {
  return text
    .replace(/[\\`*[\]~]|(?<!\w)_|_(?!\w)/gu, String.raw`\$&`)
    .replace(/^([ \t]{0,9})([-+#>])(?=\s)/gmu, String.raw`$1\$2`)
    .replace(/^([ \t]{0,9}\d{1,9})([.)])(?=\s)/gmu, String.raw`$1\$2`);
}
