import { ActivityHandler, MessageFactory } from 'botbuilder';

/** The SDK's echo bot, as its samples have it: https://github.com/microsoft/BotBuilder-Samples, 02.echo-bot. */
export class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const echoed = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(echoed, echoed));
      await next();
    });
  }
}
