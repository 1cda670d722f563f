import { randomUUID } from 'node:crypto';
import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder-core';
import type { Reply, Said } from '../engine/types';
import type { Talk } from './talk';

const sent = Symbol('activities sent in this turn');

/** The web channel as a Bot Framework adapter: one request in, the activities of its turn out. */
export class WebAdapter extends BotAdapter {
  /** Runs one turn and returns what was sent in it. */
  async receive(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const outbox: Partial<Activity>[] = [];
    context.turnState.set(sent, outbox);
    await this.runMiddleware(context, logic);
    return outbox;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    context.turnState.get<Partial<Activity>[]>(sent).push(...activities);
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('The web channel cannot change what was sent.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('The web channel cannot take back what was sent.');
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.receive(
      TurnContext.applyConversationReference({ type: ActivityTypes.Event, name: 'continueConversation' }, reference, true),
      logic,
    );
  }
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
