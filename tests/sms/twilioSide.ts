import { request } from 'node:http';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { publicUrl } from './start';

export const authToken = '12345678901234567890123456789012';

export type Form = Readonly<Record<string, string>>;

let sids = 0;

/** A webhook's form as Twilio fills it in. */
export function form(body: string, more: Form = {}): Form {
  const sid = `SM${(++sids).toString(16).padStart(32, '0')}`;
  return {
    ToCountry: 'GB',
    MessageSid: sid,
    SmsSid: sid,
    AccountSid: 'AC00000000000000000000000000000000',
    From: '+447700900123',
    To: '+441632960000',
    Body: body,
    NumMedia: '0',
    NumSegments: '1',
    ApiVersion: '2010-04-01',
    ...more,
  };
}

export interface Signed {
  readonly token?: string;
  readonly signedUrl?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** The texts of the TwiML, in order. */
  readonly texts: readonly string[];
}

/** Signs a form with Twilio's own signer and posts it. */
export async function post(
  url: string,
  fields: Form,
  { token = authToken, signedUrl, headers = {}, path = '/sms/twilio' }: Signed = {},
): Promise<Answered> {
  const signature = getExpectedTwilioSignature(token, signedUrl ?? publicUrl + path, fields);
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature, ...headers },
    body: new URLSearchParams(fields),
  });
  const body = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', body, texts: textsOf(body) };
}

/** Posts and hangs up as soon as the request is away, before any answer can be read. */
export function postAndHangUp(url: string, fields: Form): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  const signature = getExpectedTwilioSignature(authToken, `${publicUrl}/sms/twilio`, fields);
  return new Promise((resolve) => {
    const away = request(`${url}/sms/twilio`, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signature,
      },
    });
    away.on('error', () => resolve());
    away.on('close', () => resolve());
    away.end(body, () => setImmediate(() => away.destroy()));
  });
}

function textsOf(twiml: string): string[] {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return [...twiml.matchAll(/<Message>([^<]*)<\/Message>/g)].map((m) => m[1]!.replace(/&(\w+);/g, (_, name: string) => names[name]!));
}
