import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder-core';
import type { Conversation, Conversations } from './conversations';

const place = Symbol('conversation of this turn');

/** Direct Line as a Bot Framework adapter: what a turn sends is kept for the client and streamed to it. */
export class DirectLineAdapter extends BotAdapter {
  constructor(readonly conversations: Conversations) {
    super();
  }

  /** Runs one turn in a conversation. */
  async receive(conversation: Conversation, activity: Partial<Activity>, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(place, conversation);
    await this.runMiddleware(context, async (turn) => void (await logic(turn)));
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const conversation = context.turnState.get<Conversation>(place);
    return activities.map((activity) => ({ id: this.conversations.add(conversation, 'assistant', activity) }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('Direct Line cannot change what was sent.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('Direct Line cannot take back what was sent.');
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = TurnContext.applyConversationReference({ type: ActivityTypes.Event, name: 'continueConversation' }, reference, true);
    await this.receive(this.conversations.open(event.conversation!.id), event, logic);
  }
}
