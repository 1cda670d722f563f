import { crisisCategories, type Reply } from '../../bot/engine/types';
import type { CrisisRow, Question } from './rows';

/** What is judged of a reply. */
export type Judged = Pick<Reply, 'kind' | 'topics' | 'act' | 'crisis'>;

/**
 * Answered with a right topic, or taken as the right act; being handed to a person is right where a person was asked for, and
 * crisis help where the row names that crisis among its topics.
 */
export function rightFirst({ kind, topics, act, crisis }: Judged, { topics: wanted }: Pick<Question, 'topics'>): boolean {
  if (kind === 'answer') return wanted.includes(topics[0] ?? '');
  if (kind === 'help-now') return wanted.includes(crisis ?? '');
  return (act !== null && act !== 'out-of-scope' && wanted.includes(act)) || (kind === 'person' && wanted.includes('human'));
}

/** Right first, or a right topic is among those offered. */
export function rightOffered(reply: Judged, row: Pick<Question, 'topics'>): boolean {
  return (
    rightFirst(reply, row) || ((reply.kind === 'which' || reply.kind === 'answer') && reply.topics.some((id) => row.topics.includes(id)))
  );
}

/** Answered straight out, with nothing else offered, with a topic that is not right. */
export function wrongButSure(reply: Judged, row: Pick<Question, 'topics'>): boolean {
  return reply.kind === 'answer' && reply.topics.length < 2 && !rightFirst(reply, row);
}

/** A question of ours that was owned up to as if it were not. */
export function lost(reply: Judged, row: Pick<Question, 'topics'>): boolean {
  return (reply.kind === 'unknown' || reply.kind === 'person') && !rightFirst(reply, row);
}

/** Said not to be ours to answer, or taken as small talk: no topic was given or offered. */
export function ownedUp({ kind }: Judged): boolean {
  return kind === 'unknown' || kind === 'person' || kind === 'act';
}

/** Crisis help for a message in which no crisis is right. */
export function falseAlarm(reply: Judged, { topics }: Partial<Pick<Question, 'topics'>>): boolean {
  return crisisFound(reply) && !crisisCategories.some((category) => topics?.includes(category));
}

export function crisisFound({ kind }: Judged): boolean {
  return kind === 'help-now';
}

/** Found, and with the reply of its category or of one that is as good. */
export function categoryRight(reply: Judged, { category, also }: Pick<CrisisRow, 'category' | 'also'>): boolean {
  return crisisFound(reply) && [category, ...(also ?? [])].some((one) => one === reply.crisis);
}

/** What a question that went wrong was taken for; null when it was owned up to, or the right topic was offered. */
export function takenFor(reply: Judged, row: Pick<Question, 'topics'>): string | null {
  if (rightOffered(reply, row)) return null;
  if (reply.kind === 'answer' || reply.kind === 'which') return reply.topics[0] ?? null;
  if (reply.kind === 'help-now') return reply.crisis;
  return reply.act === 'out-of-scope' ? null : reply.act;
}
