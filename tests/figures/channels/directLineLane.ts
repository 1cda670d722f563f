import express from 'express';
import { createDirectLine } from '../../../bot/channels/directline';
import type { Talk } from '../../../bot/channels/talk';
import { begin } from '../../directline/client';
import { echoed } from './echo';
import { textOf, type Lane } from './lane';

const conversations = 200;

/** Direct Line: a token checked, the reply kept for the client, the id of the message handed back. */
export const directLineLane: Lane = {
  name: 'Direct Line',
  open: async () => ({
    settings: { DIRECTLINE_ORIGINS: 'http://localhost' },
    async visit(url) {
      const lines = await Promise.all(Array.from({ length: conversations }, () => begin(url)));
      return (i) => {
        const { conversationId, token } = lines[i % conversations]!;
        return {
          path: `/v3/directline/conversations/${conversationId}/activities`,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ type: 'message', from: { id: 'me' }, text: textOf(i) }),
        };
      };
    },
    close: () => undefined,
  }),
  // The SDK has no Direct Line of its own to run its bot in: an echo of ours stands in the channel, and nothing else.
  echoBot(settings) {
    const talk: Talk = async (_, { text }) => echoed(text);
    const { DIRECTLINE_ORIGINS } = settings as Record<'DIRECTLINE_ORIGINS', string>;
    const room = { talk, kits: { councils: [] }, settings: { BRAND_NAME: 'Echo', DIRECTLINE_ORIGINS }, clock: Date.now };
    return express().use('/v3/directline', createDirectLine(room).routes);
  },
};
