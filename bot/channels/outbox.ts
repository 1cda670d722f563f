import { randomUUID } from 'node:crypto';
import { ActivityTypes, BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder-core';

const sent = Symbol('activities sent in this turn');

/** A Bot Framework adapter that hands back what a turn sent, for channels that answer in their own way. */
export abstract class OutboxAdapter extends BotAdapter {
  /** The channel's name, as it stands in a message to a developer. */
  protected abstract readonly channel: string;

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
    throw new Error(`The ${this.channel} channel cannot change what was sent.`);
  }

  override async deleteActivity(): Promise<void> {
    throw new Error(`The ${this.channel} channel cannot take back what was sent.`);
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
