import { ActivityTypes, CardFactory, CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { TeamsReply } from '../../render/teams';

/** A reply that did not reach the person: the connector refused it, failed or did not answer in time. */
export class Undelivered extends Error {}

/** Time before a person is shown that an answer is on its way (a second is the most that needs no sign: Nielsen, 1993), and between two such signs, milliseconds. */
const typing = { after: 1000, again: 3000 };

/** The SDK's cloud adapter. Its own process() would log errors with what they hold and send them to the caller. */
export class TeamsAdapter extends CloudAdapter {
  /** Checks the token, then runs the turn; rejects with the guard's errors or the turn's. */
  receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** Sends a reply as a card; where the connector does not take the card, as its text. Rejects with Undelivered. */
export async function send(context: TurnContext, { card, text }: TeamsReply): Promise<void> {
  // The words of a toast stand on a locked screen, where anyone may read them: it says only that there is an answer.
  const withCard = { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(card)], summary: 'Your answer' };
  try {
    await context.sendActivity(withCard);
  } catch (error) {
    if (!isBadCard(error)) throw new Undelivered();
    await context.sendActivity({ type: ActivityTypes.Message, text, textFormat: 'plain' }).catch(() => {
      throw new Undelivered();
    });
  }
}

function isBadCard(error: unknown): boolean {
  return [400, 413, 415, 422].includes((error as { statusCode?: number }).statusCode ?? 0);
}

/**
 * Shows that an answer is on its way while the work takes long; what is to be sent is sent after it, so that no sign follows an
 * answer. The SDK's ShowTypingMiddleware is not used: a connector that refuses the sign would end the process, as it rejects in
 * a timer.
 */
export async function whileTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
  const reference = { conversation: context.activity.conversation, from: context.activity.recipient, recipient: context.activity.from };
  const show = () => {
    const sign: Partial<Activity> = { type: ActivityTypes.Typing, serviceUrl: context.activity.serviceUrl, ...reference };
    context.adapter.sendActivities(context, [sign]).catch(() => undefined);
    timer = setTimeout(show, typing.again);
  };
  let timer = setTimeout(show, typing.after);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
