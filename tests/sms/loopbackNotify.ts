import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, { type Request, type Response } from 'express';
import { urlOf } from './start';

const service = '26785a09-ab16-4eb0-8407-a37497a57506';
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';

export const callbackToken = 'a-bearer-token-of-our-own';
export const templateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
export const apiKey = `text_key-${service}-${secret}`;

/** What happens to one request to send: taken, or one of the ways to fail. */
export type Fate = 'taken' | 400 | 403 | 429 | 500 | 503 | 'taken, then 500' | 'taken, then cut off' | 'cut off' | 'no reply';

export interface Sent {
  readonly to: string;
  readonly message: string;
  readonly reference: string;
}

export interface LoopbackNotify {
  readonly url: string;
  readonly server: Server;
  readonly sent: Sent[];
  /** Requests to send that came, taken or not. */
  tries: number;
  /** Requests with no true token. */
  refused: number;
  /** Says what becomes of a request to send. */
  fate: (reference: string) => Fate;
}

/** GOV.UK Notify's two calls on loopback: the token is checked as Notify does, its service, secret and age of 30 seconds. */
export async function loopbackNotify(): Promise<LoopbackNotify> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const notify: LoopbackNotify = { url: urlOf(server), server, sent: [], tries: 0, refused: 0, fate: () => 'taken' };
  app.use((request, response, next) => {
    if (hasTrueToken(request)) return next();
    notify.refused++;
    return fail(response, 403, 'AuthError');
  });
  app.post('/v2/notifications/sms', express.json(), (request, response) => send(notify, request, response));
  app.get('/v2/notifications', (request, response) => {
    const found = notify.sent.filter((s) => s.reference === request.query['reference']);
    response.json({ notifications: found.map(({ reference }) => ({ reference, type: 'sms', status: 'created' })), links: {} });
  });
  return notify;
}

function send(notify: LoopbackNotify, request: Request, response: Response): void {
  notify.tries++;
  const { phone_number: to, template_id, personalisation, reference } = request.body as Record<string, unknown>;
  const message = (personalisation as Record<string, unknown> | undefined)?.['message'];
  if (typeof to !== 'string' || typeof message !== 'string' || typeof reference !== 'string' || template_id !== templateId)
    return fail(response, 400, 'BadRequestError');
  const fate = notify.fate(reference);
  if (fate === 'taken' || fate === 'taken, then 500' || fate === 'taken, then cut off') notify.sent.push({ to, message, reference });
  if (fate === 'taken') return void response.status(201).json({ id: 'n', reference, content: { body: message } });
  if (fate === 'no reply') return undefined;
  if (fate === 'cut off' || fate === 'taken, then cut off') return void response.socket?.destroy();
  return fail(response, fate === 'taken, then 500' ? 500 : fate, fate === 429 ? 'RateLimitError' : 'Error');
}

function fail(response: Response, status: number, error: string): void {
  response.status(status).json({ status_code: status, errors: [{ error, message: 'no' }] });
}

function hasTrueToken(request: Request): boolean {
  const [head = '', body = '', signature = ''] = (request.get('authorization') ?? '').replace(/^Bearer /, '').split('.');
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const { alg } = decoded(head);
  const { iss, iat } = decoded(body);
  return alg === 'HS256' && iss === service && Math.abs(Date.now() / 1000 - Number(iat)) < 30;
}

function decoded(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
}

let ids = 0;

export interface Callback {
  readonly id: string;
  readonly source_number: string;
  readonly destination_number: string;
  readonly message: string;
  readonly date_received: string;
}

/** A received-text callback as Notify writes it. */
export function callback(message: string, from = '447700900123'): Callback {
  const id = `00000000-0000-4000-8000-${(++ids).toString(16).padStart(12, '0')}`;
  return { id, source_number: from, destination_number: '07700900999', message, date_received: '2026-11-21T14:00:00.000000Z' };
}

/** Calls back with a body, as Notify does; resolves with the status. */
export async function call(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const response = await fetch(`${url}/sms/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${callbackToken}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}
