import { apiKey, call, callback, callbackToken, loopbackNotify, templateId } from '../../sms/loopbackNotify';
import { start } from '../../sms/start';
import type { ChannelUnderTest } from './channel';
import { beginByText } from './phone';

/** Texts by GOV.UK Notify: its callback in, its request to send out, to a Notify on this machine that checks the token. */
export const notify: ChannelUnderTest = {
  name: 'a text by GOV.UK Notify',
  open: async (clock) => {
    const loopback = await loopbackNotify();
    const account = { NOTIFY_API_KEY: apiKey, NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_TEMPLATE_ID: templateId };
    const { server, url } = await start({ ...account, NOTIFY_BASE_URL: loopback.url }, clock);
    let phones = 0;
    return {
      begin: (council) => {
        const from = `4479${11_000_000 + ++phones}`;
        return beginByText(async (text) => {
          const before = loopback.sent.length;
          const status = await call(url, callback(text, from));
          if (status !== 204) throw new Error(`status ${status}`);
          return loopback.sent.slice(before).flatMap(({ to, message }) => (to === `+${from}` ? [message] : []));
        }, council);
      },
      close: () => {
        for (const each of [server, loopback.server]) {
          each.closeAllConnections();
          each.close();
        }
      },
    };
  },
};
