import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, json, type Request, type Response } from 'express';
import { NotTaken, type SendText } from './notifySend';
import { once, type Once } from '../seen';
import { isId, phoneOf, type AnswerText, type TextIn } from './textIn';

/** Largest body read, bytes. */
const largestBody = '32kb';

export interface NotifyRoom {
  /** The bearer token that Notify was told to call with. */
  readonly callbackToken: string;
  readonly answer: AnswerText;
  readonly send: SendText;
  readonly clock: () => number;
}

/**
 * POST /sms/notify: Notify's received-text callback. 204 once Notify has taken the answer; any 5xx makes it call again, and
 * then only what was not yet taken is sent.
 */
export function notifyRoute(room: NotifyRoom): Router {
  const taken: Taken = { answers: once(room.clock), deliveries: once(room.clock) };
  const routes = Router();
  routes.post(
    '/sms/notify',
    (request, response, next) => (isBearer(request, room.callbackToken) ? next() : refuseToken(response)),
    json({ limit: largestBody }),
    (request, response) => post(room, taken, request, response),
  );
  return routes;
}

interface Taken {
  readonly answers: Once<readonly string[]>;
  readonly deliveries: Once<void>;
}

async function post({ answer, send }: NotifyRoom, { answers, deliveries }: Taken, request: Request, response: Response): Promise<void> {
  if (!request.is('application/json')) return refuse(response, 415, 'Send JSON, as GOV.UK Notify does.');
  const text = read(request.body);
  if (!text) return refuse(response, 400, 'id and source_number are needed.');
  try {
    const messages = await answers(text.id, () => answer(text));
    // The last message is the answer and bears the inbound id; what goes before it has a name of its own.
    for (const [i, message] of messages.entries()) {
      const reference = i === messages.length - 1 ? text.id : `${text.id}-before-${i + 1}`;
      await deliveries(reference, () => send(text.from!, message, reference));
    }
    response.status(204).end();
  } catch (error) {
    // Never the error itself: it holds the number and the words.
    const { status, again } = error instanceof NotTaken ? error : { status: 0, again: true };
    console.error(`GOV.UK Notify did not take an answer (${status || 'no reply'}).${again ? ' It will call again.' : ''}`);
    refuse(response, again ? 503 : 422, 'GOV.UK Notify did not take the answer.');
  }
}

function refuse(response: Response, status: number, why: string): void {
  response.status(status).json({ error: why });
}

function refuseToken(response: Response): void {
  refuse(response.set('www-authenticate', 'Bearer'), 401, 'The bearer token is not the one in NOTIFY_CALLBACK_TOKEN.');
}

// Digests have one length, so that neither the token's length nor how much of it is right shows in the time taken.
function isBearer(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/iu.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function read(body: unknown): TextIn | null {
  if (typeof body !== 'object' || body === null) return null;
  const { id, source_number: from, message } = body as Readonly<Record<string, unknown>>;
  if (!isId(id) || typeof from !== 'string') return null;
  return { id, from: phoneOf(from), text: typeof message === 'string' ? message : '', pictures: false, answered: false };
}
