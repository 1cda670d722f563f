import { ActivityHandler, ActivityTypes, MessageFactory } from 'botbuilder';
import { bare } from '../../../bot/engine/bare';
import type { Memory, Reply } from '../../../bot/engine/types';
import type { OutboxAdapter } from '../../../bot/channels/outbox';

/** botbuilder's echo bot, as its samples have it: https://github.com/microsoft/BotBuilder-Samples, javascript_nodejs/02.echo-bot. */
export class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const said = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(said, said));
      await next();
    });
  }
}

/** What botbuilder's echo bot says to a message of somebody, through an adapter that hands it back. */
export function echoThrough(adapter: OutboxAdapter, channelId: string): (who: string, text: string) => Promise<string[]> {
  const bot = new EchoBot();
  return async (who, text) => {
    const conversation = { id: who, isGroup: false, conversationType: '', name: '' };
    const people = { from: { id: who, name: '' }, recipient: { id: 'assistant', name: '' } };
    const activity = { type: ActivityTypes.Message, channelId, text, conversation, ...people, serviceUrl: `urn:${channelId}` };
    return (await adapter.receive(activity, (context) => bot.run(context))).map(({ text: said }) => said ?? '');
  };
}

/** An echo as a reply of ours, to stand where the engine does. */
export function echoed(text: string, memory: Memory = {}): Reply {
  return { ...bare('answer', [{ role: 'what', text: `Echo: ${text}` }], memory), why: { rule: 'echo' } };
}
