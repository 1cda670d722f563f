import { serve } from '../../browser/browser';
import { ask, begin } from '../../directline/client';
import type { ChannelUnderTest } from './channel';

/** Direct Line, as its clients ask it: activities in, activities out. */
export const directLine: ChannelUnderTest = {
  name: 'Direct Line',
  open: async (clock) => {
    const { server, url } = await serve({ DIRECTLINE_ORIGINS: 'https://www.example.gov.uk' }, clock);
    return {
      begin: async (council) => {
        const line = await begin(url, { council });
        return async (text) => {
          const reply = await ask(url, line, text);
          return { text: reply.text, choices: reply.suggestedActions?.actions.map(({ title }) => title) ?? [] };
        };
      },
      close: () => void server.close(),
    };
  },
};
