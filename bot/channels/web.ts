import { randomUUID } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder-core';
import type { Reply, Said } from '../engine/types';
import { OutboxAdapter } from './outbox';
import type { Talk } from './talk';

/** The web channel as a Bot Framework adapter: one request in, the activities of its turn out. */
export class WebAdapter extends OutboxAdapter {
  protected readonly channel = 'web';
}

/** One message from the web, answered; `conversation` names the thread whose memory is used. */
export function createWeb(talk: Talk, adapter = new WebAdapter()): (conversation: string, said: Said) => Promise<Reply> {
  return async (conversation, said) => {
    const activity: Partial<Activity> = {
      type: ActivityTypes.Message,
      id: randomUUID(),
      channelId: 'web',
      text: said.text,
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
      from: { id: conversation, name: '' },
      recipient: { id: 'assistant', name: '' },
      serviceUrl: 'urn:web',
    };
    const [activitySent] = await adapter.receive(activity, async (context) => {
      const reply = await talk(conversation, said);
      await context.sendActivity({ type: ActivityTypes.Message, text: reply.parts.map((p) => p.text).join('\n\n'), channelData: reply });
    });
    return activitySent?.channelData as Reply;
  };
}
