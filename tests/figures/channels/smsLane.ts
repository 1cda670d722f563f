import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { publicUrl } from '../../sms/start';
import { authToken, form } from '../../sms/twilioSide';
import { people, textOf, type Lane } from './lane';

const path = '/sms/twilio';

/** Text messages as Twilio sends them: each signed, each new, the answer in the response. */
export const smsLane: Lane = {
  name: 'SMS',
  open: async () => ({
    settings: { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl },
    visit: async () => (i) => {
      const fields = form(textOf(i), { From: `+447700900${String(i % people).padStart(3, '0')}` });
      return {
        path,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': getExpectedTwilioSignature(authToken, publicUrl + path, fields),
        },
        body: new URLSearchParams(fields).toString(),
      };
    },
    close: () => undefined,
  }),
};
