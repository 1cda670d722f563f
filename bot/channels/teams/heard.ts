import type { Activity } from 'botbuilder';

/** What an activity asks of the assistant. */
export type Heard =
  | { readonly is: 'question'; readonly text: string; readonly withFiles: boolean }
  /** The assistant was added, or called by its name and nothing else. */
  | { readonly is: 'hello' }
  /** Files, pictures or cards, with no words. */
  | { readonly is: 'only-files' }
  /** A button of a card that is not ours. */
  | { readonly is: 'unknown-button' }
  | { readonly is: 'nothing' };

/** Longest text read, characters: Teams sends at most 28 KB. Of a longer one, the beginning and the end are read. */
const longest = 32_000;

/** True in a group chat or a channel, where others read along. */
export function isShared({ conversation }: Activity): boolean {
  return conversation.isGroup || ['groupChat', 'channel'].includes(conversation.conversationType);
}

/** Reads an activity. In company only what names the assistant is heard, and presses of its own buttons. */
export function hear(activity: Activity): Heard {
  switch (activity.type) {
    case 'message':
      return hearMessage(activity);
    case 'messageUpdate':
      // Who mends a question asks it again. Teams sends deletes that are taken back under the same type.
      return eventType(activity) === 'editMessage' ? hearMessage(activity) : { is: 'nothing' };
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient?.id) ? { is: 'hello' } : { is: 'nothing' };
    case 'invoke':
      return activity.name === 'adaptiveCard/action' ? { is: 'unknown-button' } : { is: 'nothing' };
    default:
      return { is: 'nothing' };
  }
}

function hearMessage(activity: Activity): Heard {
  const mentions = mentionsOf(activity);
  const named = mentions.some(({ id }) => id === activity.recipient?.id);
  const pressed = askOf(activity.value);
  if (isShared(activity) && !named && pressed === null) return { is: 'nothing' };
  const own = mentions.filter(({ id }) => id === activity.recipient?.id);
  const text = wordsOf(activity.text ?? '', own) || pressed || '';
  // Teams sends every message a second time as an attachment of HTML.
  const files = (activity.attachments ?? []).some(({ contentType }) => contentType !== 'text/html');
  if (text) return { is: 'question', text: shortened(text), withFiles: files };
  if (files) return { is: 'only-files' };
  return activity.value === undefined || activity.value === null ? { is: 'hello' } : { is: 'unknown-button' };
}

interface Mention {
  readonly id: string;
  readonly text: string;
}

function mentionsOf({ entities }: Activity): Mention[] {
  return (entities ?? []).flatMap(({ type, mentioned, text }) => {
    const id: unknown = (mentioned as { id?: unknown } | undefined)?.id;
    return type === 'mention' && typeof id === 'string' ? [{ id, text: typeof text === 'string' ? text : '' }] : [];
  });
}

// The assistant's own name goes; other people's stay as words, without their tags.
function wordsOf(text: string, own: readonly Mention[]): string {
  const without = own.reduce((left, mention) => (mention.text ? left.split(mention.text).join(' ') : left), text);
  return without
    .replace(/<\/?at[^<>]{0,100}>|&nbsp;/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)} ${text.slice(-longest / 2)}`;
}

// What a button of ours carries (render/teams.ts).
function askOf(value: unknown): string | null {
  const ask: unknown = typeof value === 'object' && value !== null ? (value as { ask?: unknown }).ask : undefined;
  return typeof ask === 'string' ? ask : null;
}

function eventType({ channelData }: Activity): unknown {
  const data: unknown = channelData;
  return typeof data === 'object' && data !== null ? (data as { eventType?: unknown }).eventType : undefined;
}
