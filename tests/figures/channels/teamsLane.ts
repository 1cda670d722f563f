import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import express from 'express';
import { LoopbackLogin } from '../../../bot/channels/teams/login';
import { message } from '../../teams/activities';
import { openCloud } from '../../teams/cloud';
import { EchoBot } from './echo';
import { conversationOf, textOf, type Lane } from './lane';

/** Teams: an RS256 token checked, the reply posted to a connector on this machine. */
export const teamsLane: Lane = {
  name: 'Teams',
  async open() {
    const cloud = await openCloud();
    // The connector forgets what it was sent: the bench would otherwise measure its memory.
    cloud.manner = () => {
      cloud.delivered.length = 0;
      return {};
    };
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${cloud.token()}` };
    return {
      settings: cloud.settings,
      visit: async () => (i) => ({
        path: '/api/messages',
        headers,
        body: JSON.stringify(message(textOf(i), cloud.url, { conversation: { conversationType: 'personal', id: conversationOf(i) } })),
      }),
      close: () => cloud.close(),
    };
  },
  echoBot(settings) {
    const login = new LoopbackLogin(settings['MicrosoftAppId']!, settings['MicrosoftAppPassword']!);
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, login));
    const bot = new EchoBot();
    const app = express();
    app.post('/api/messages', express.json(), (request, response) => adapter.process(request, response, (context) => bot.run(context)));
    return app;
  },
};
