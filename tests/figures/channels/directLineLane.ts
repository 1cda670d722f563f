import { begin } from '../../directline/client';
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
};
