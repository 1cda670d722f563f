import type { Activity } from 'botbuilder-core';
import { forgetAfter } from '../../host/memory.node';

/** How long a person's own words are held, milliseconds: a dropped client comes back within 15 seconds, a slow phone within two minutes. */
export const forgetWordsAfter = 2 * 60_000;

/** Conversations at once: with what one may hold, 128 MB at the very most. Beyond it the one longest idle is forgotten. */
export const mostConversations = 2_000;

/** Characters of activities held for one conversation: about 20 long replies, far more than a client that polls or comes back has missed. */
export const mostHeld = 64 * 1024;

/** Somewhere that new activities are sent at once. */
export interface Stream {
  readonly push: (group: string) => void;
  /** Tells the client that it may come back. */
  readonly end: () => void;
}

interface Held {
  readonly at: number;
  readonly by: 'person' | 'assistant';
  readonly json: string;
}

/** What one client has not seen yet, until it is forgotten. */
export interface Conversation {
  readonly id: string;
  /** True until the person has said something. */
  fresh: boolean;
  usedAt: number;
  last: number;
  held: Held[];
  readonly streams: Set<Stream>;
}

/** Conversations in this process; nothing is written anywhere. */
export interface Conversations {
  readonly has: (id: string) => boolean;
  /** Finds a conversation, or begins it again when it was forgotten: whoever holds a good token is always answered. */
  readonly open: (id: string) => Conversation;
  /** Keeps an activity, sends it to every stream, and returns its id. */
  readonly add: (conversation: Conversation, by: Held['by'], activity: Partial<Activity>) => string;
  /** Activities after a watermark, as Direct Line's JSON; null when the watermark is not one given out here. */
  readonly since: (conversation: Conversation, watermark: unknown) => string | null;
  readonly forget: (id: string) => void;
  /** Forgets what has been held long enough. */
  readonly sweep: () => void;
}

/** A watermark is the time of an activity in milliseconds, made unique, so that it still counts after a conversation was forgotten. */
export function createConversations(clock: () => number): Conversations {
  const open = new Map<string, Conversation>();

  const forget = (id: string): void => {
    const conversation = open.get(id);
    open.delete(id);
    if (conversation) for (const stream of conversation.streams) stream.end();
  };

  const dropOld = (conversation: Conversation, now: number): void => {
    conversation.held = conversation.held.filter(({ by, at }) => by === 'assistant' || now - at < forgetWordsAfter);
    let size = conversation.held.reduce((sum, { json }) => sum + json.length, 0);
    while (size > mostHeld && conversation.held.length > 1) size -= conversation.held.shift()!.json.length;
  };

  const sweep = (): void => {
    const now = clock();
    for (const conversation of open.values()) {
      if (now - conversation.usedAt >= forgetAfter) forget(conversation.id);
      else dropOld(conversation, now);
    }
  };

  return {
    has: (id) => open.has(id),
    open: (id) => {
      const found = open.get(id);
      if (found) return found;
      const made: Conversation = { id, fresh: true, usedAt: clock(), last: 0, held: [], streams: new Set() };
      open.set(id, made);
      // Longest idle first: a map keeps the order of insertion.
      if (open.size > mostConversations) forget(open.keys().next().value!);
      return made;
    },
    add: (conversation, by, activity) => {
      const now = clock();
      const at = Math.max(conversation.last + 1, now);
      conversation.last = at;
      if (by === 'person') {
        conversation.usedAt = now;
        if (open.delete(conversation.id)) open.set(conversation.id, conversation);
      }
      const id = `${conversation.id}|${at}`;
      const json = JSON.stringify({ ...activity, id, timestamp: new Date(now).toISOString() });
      conversation.held.push({ at, by, json });
      dropOld(conversation, now);
      for (const stream of conversation.streams) stream.push(group([json], at));
      return id;
    },
    since: (conversation, watermark) => {
      const now = clock();
      const after = positionOf(watermark);
      if (after === null || after > Math.max(conversation.last, now)) return null;
      dropOld(conversation, now);
      const missed = conversation.held.filter(({ at }) => at > after);
      return group(
        missed.map(({ json }) => json),
        missed.at(-1)?.at ?? after,
      );
    },
    forget,
    sweep,
  };
}

// A client that has seen nothing yet sends no watermark, an empty one or "-".
function positionOf(watermark: unknown): number | null {
  if (watermark === undefined || watermark === '' || watermark === '-') return 0;
  return typeof watermark === 'string' && /^\d{1,15}$/u.test(watermark) ? Number(watermark) : null;
}

function group(activities: readonly string[], watermark: number): string {
  return `{"activities":[${activities.join(',')}],"watermark":"${watermark}"}`;
}
