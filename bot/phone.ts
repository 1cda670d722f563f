import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { openKits } from './host/kits.node';
import { readOptions } from './options';
import { segmentsOf } from './render/segments';
import { createApp, listen } from './server';
import { readSettings } from './settings';

// A phone in the terminal: npm run -s sms. Each line is a text, signed and posted as Twilio does it.

/** A made-up number of the block that Ofcom keeps for drama: nobody's. */
const drama = '+447700900123';

const usage = 'npm run -s sms -- [--from +447700900123] [--url http://localhost:3978]';

interface Phone {
  /** The address that the server takes for its own, which is what is signed. */
  readonly publicUrl: string;
  /** Where to post; the same unless the server is reached another way. */
  readonly at: string;
  readonly token: string;
  readonly from: string;
}

/** Sends one text and gives the texts that come back; throws with the server's reason when it refuses. */
async function text(phone: Phone, body: string): Promise<string[]> {
  const form = {
    MessageSid: `SM${randomBytes(16).toString('hex')}`,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: phone.from,
    To: '+441632960000',
    Body: body,
    NumMedia: '0',
    NumSegments: String(segmentsOf(body).segments),
  };
  const signature = getExpectedTwilioSignature(phone.token, `${phone.publicUrl}/sms/twilio`, form);
  const response = await fetch(`${phone.at}/sms/twilio`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(form),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${answer.trim()}`);
  return [...answer.matchAll(/<Message>([^<]*)<\/Message>/gu)].map((m) => unescapeXml(m[1]!));
}

function cost(answer: string): string {
  const { segments } = segmentsOf(answer);
  return segments === 1 ? '1 segment' : `${segments} segments`;
}

function unescapeXml(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!);
}

async function main(): Promise<void> {
  const { values } = readOptions({ options: { url: { type: 'string' }, from: { type: 'string', default: drama } } }, usage);
  const phone = values.url ? elsewhere(values.url, values.from) : await own(values.from);
  console.log(`Texting ${phone.publicUrl} from ${phone.from}. One line is one text; Ctrl+D hangs up.`);
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ', terminal: process.stdin.isTTY ?? false });
  lines.prompt();
  for await (const line of lines) {
    const answers = await text(phone, line).catch((error: Error) => [`(not answered: ${error.message})`]);
    for (const answer of answers) console.log(`${answer}\n  [${cost(answer)}]`);
    if (answers.length === 0) console.log('(no answer)');
    lines.prompt();
  }
}

function elsewhere(url: string, from: string): Phone {
  const { TWILIO_AUTH_TOKEN: token, PUBLIC_URL } = process.env;
  if (!token) throw new Error('Set TWILIO_AUTH_TOKEN to the one that the server at --url was started with.');
  const at = url.replace(/\/$/u, '');
  return { at, publicUrl: (PUBLIC_URL || at).replace(/\/$/u, ''), token, from };
}

// Starts a server of its own on a free port, with a token that only the two of them know.
async function own(from: string): Promise<Phone> {
  const token = randomBytes(16).toString('hex');
  const publicUrl = 'https://ask.example.gov.uk';
  const settings = readSettings({ ...process.env, TWILIO_AUTH_TOKEN: token, PUBLIC_URL: publicUrl, PORT: '0', HOST: '127.0.0.1' });
  const server = await listen(createApp(settings, openKits(settings.KITS)), settings);
  server.unref();
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publicUrl, token, from };
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
