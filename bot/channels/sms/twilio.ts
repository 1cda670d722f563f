import { Router, urlencoded, type Request, type Response } from 'express';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { once, type Once } from '../seen';
import { isId, phoneOf, type AnswerText, type TextIn } from './textIn';

/** Largest body read, bytes: a ten-part text with every Twilio field is under 8 KB. */
const largestBody = '32kb';

export interface TwilioRoom {
  readonly token: string;
  /** The address that Twilio was given, without the path: what it signs. The request's own host could be anyone's. */
  readonly publicUrl: string;
  readonly answer: AnswerText;
  readonly clock: () => number;
}

/**
 * POST /sms/twilio: the answer goes back as TwiML in the same response, so that Twilio knows when it did not arrive and asks
 * again. A message that comes again gets the very same answer, and its turn is taken once.
 */
export function twilioRoute(room: TwilioRoom): Router {
  const answers = once<readonly string[]>(room.clock);
  const routes = Router();
  routes.post('/sms/twilio', urlencoded({ extended: false, limit: largestBody }), (request, response) =>
    post(room, answers, request, response),
  );
  return routes;
}

async function post(
  { token, publicUrl, answer }: TwilioRoom,
  answers: Once<readonly string[]>,
  request: Request,
  response: Response,
): Promise<void> {
  if (!request.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return refuse(response, 415, 'Send a form, as Twilio does.');
  const body = (request.body ?? {}) as Record<string, unknown>;
  const url = publicUrl.replace(/\/$/u, '') + request.originalUrl;
  if (!validateRequest(token, request.get('x-twilio-signature') ?? '', url, body))
    return refuse(response, 403, "The signature is not Twilio's for this account and this PUBLIC_URL.");
  const text = read(body);
  if (!text) return refuse(response, 400, 'MessageSid and From are needed.');
  const twiml = new MessagingResponse();
  for (const message of await answers(text.id, () => answer(text))) twiml.message(message);
  response.type('text/xml').set('cache-control', 'no-store').send(twiml.toString());
}

function refuse(response: Response, status: number, why: string): void {
  response.status(status).type('text').send(`${why}\n`);
}

function read(body: Readonly<Record<string, unknown>>): TextIn | null {
  const { MessageSid: id, From: from, Body: text } = body;
  if (!isId(id) || typeof from !== 'string') return null;
  return {
    id,
    from: phoneOf(from),
    text: typeof text === 'string' ? text : '',
    pictures: Number(body['NumMedia'] ?? 0) > 0,
    // Set by Advanced Opt-Out, which sends its own words for STOP, START and HELP.
    answered: typeof body['OptOutType'] === 'string',
  };
}
