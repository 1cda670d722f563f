import express from 'express';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { SmsAdapter } from '../../../bot/channels/sms';
import type { AnswerText } from '../../../bot/channels/sms/textIn';
import { twilioRoute } from '../../../bot/channels/sms/twilio';
import { publicUrl } from '../../sms/start';
import { authToken, form } from '../../sms/twilioSide';
import { echoThrough } from './echo';
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
  echoBot() {
    const echo = echoThrough(new SmsAdapter(), 'sms');
    const answer: AnswerText = ({ from, text }) => echo(from!, text);
    return express().use(twilioRoute({ token: authToken, publicUrl, answer, clock: Date.now }));
  },
};
