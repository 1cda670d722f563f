import { Counter, Registry } from 'prom-client';
import type { Channel, Reply } from '../engine/types';

/** Counts replies for Prometheus. Only names from fixed lists are counted: never a word that a person typed. */
export function createCounters(): { count: (reply: Reply, channel: Channel) => void; text: () => Promise<string> } {
  const registry = new Registry();
  const replies = new Counter({
    name: 'replies_total',
    help: 'Replies by what they were',
    labelNames: ['kind', 'topic', 'crisis', 'channel', 'lang'],
    registers: [registry],
  });
  return {
    count: (reply, channel) =>
      replies.inc({
        kind: reply.kind,
        topic: reply.kind === 'answer' ? (reply.topics[0] ?? '') : '',
        crisis: reply.crisis ?? '',
        channel,
        lang: 'en',
      }),
    text: () => registry.metrics(),
  };
}
