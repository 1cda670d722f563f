import { publicUrl, start } from '../../sms/start';
import { authToken, form, post } from '../../sms/twilioSide';
import type { ChannelUnderTest } from './channel';
import { beginByText } from './phone';

/** Texts by Twilio: forms with its own signature in, TwiML out. */
export const twilio: ChannelUnderTest = {
  name: 'a text by Twilio',
  open: async (clock) => {
    const { server, url } = await start({ TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl }, clock);
    let phones = 0;
    return {
      begin: (council) => {
        const From = `+4479${11_000_000 + ++phones}`;
        return beginByText(async (text) => {
          const { status, body, texts } = await post(url, form(text, { From }));
          if (status !== 200) throw new Error(`${status} ${body}`);
          return texts;
        }, council);
      },
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  },
};
