import { parse } from './htmlText';
import { serve } from '../../browser/browser';
import type { ChannelUnderTest, Shown } from './channel';

/** The web page as a browser without script posts it: forms in, HTML out. */
export const webPage: ChannelUnderTest = {
  name: 'the web page',
  open: async (clock) => {
    const { server, url } = await serve({}, clock);
    return {
      begin: async (council) => {
        let hidden: Record<string, string> = council ? { council } : {};
        return async (text) => {
          const response = await fetch(`${url}/chat`, { method: 'POST', body: new URLSearchParams({ ...hidden, text }) });
          const shown = parse(await response.text());
          hidden = shown.hidden;
          return { text: shown.text, choices: shown.choices };
        };
      },
      close: () => void server.close(),
    };
  },
};

/** The web as a program asks it: JSON in, JSON out. */
export const webJson: ChannelUnderTest = {
  name: 'POST /chat with JSON',
  open: async (clock) => {
    const { server, url } = await serve({}, clock);
    return {
      begin: async (council) => {
        let conversation: string | undefined;
        return async (text): Promise<Shown> => {
          const response = await fetch(`${url}/chat`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text, conversation, ...(conversation === undefined && { council }) }),
          });
          const reply = (await response.json()) as Answer;
          conversation = reply.conversation;
          return { text: [...reply.parts.map((part) => part.text), reply.ref ?? ''].join('\n'), choices: reply.choices };
        };
      },
      close: () => void server.close(),
    };
  },
};

interface Answer {
  readonly conversation: string;
  readonly parts: readonly { readonly text: string }[];
  readonly choices: readonly string[];
  readonly ref: string | null;
}
