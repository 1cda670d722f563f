import express, { type Request, type Response } from 'express';
import { WebAdapter } from '../../../bot/channels/web';
import { echoThrough } from './echo';
import { conversationOf, textOf, type Lane } from './lane';

/** The web: JSON in and out, through a BotAdapter of our own. */
export const webLane: Lane = {
  name: 'Web',
  open: async () => ({
    settings: {},
    visit: async () => (i) => ({
      path: '/chat',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: textOf(i), conversation: conversationOf(i) }),
    }),
    close: () => undefined,
  }),
  echoBot() {
    const echo = echoThrough(new WebAdapter(), 'web');
    const answer = async (request: Request, response: Response): Promise<void> => {
      const { text, conversation } = request.body as { text: string; conversation: string };
      const [said] = await echo(conversation, text);
      response.json({ conversation, text: said });
    };
    return express().post('/chat', express.json(), (request, response) => answer(request, response));
  },
};
