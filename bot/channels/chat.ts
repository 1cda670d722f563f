import { randomUUID } from 'node:crypto';
import { Router, json, urlencoded, type NextFunction, type Request, type Response } from 'express';
import { findCrisis } from '../engine/crisis';
import { safeReply } from '../engine/helpNow';
import { tidy } from '../engine/tidy';
import { safety } from '../engine/turn';
import type { Reply, Said } from '../engine/types';
import type { Kits } from '../host/kits.node';
import { asFields } from '../render/json';
import { page, turnHtml, type PageView } from '../render/page';
import { readSaid, Refused } from '../said';
import type { Settings } from '../settings';
import { brandOf, councilChoices } from './brand';

/** Largest body read, bytes. */
const largestBody = '32kb';

export interface ChatRoom {
  readonly talk: (conversation: string, said: Said) => Promise<Reply>;
  readonly kits: Kits;
  readonly settings: Settings;
}

/** GET / is the page; POST /chat answers a form with the page, and JSON with JSON. Every answer is a reply or a clear 4xx. */
export function chatRoutes(room: ChatRoom): Router {
  const routes = Router();
  routes.get('/', (_, response) => {
    response
      .type('html')
      .set('cache-control', 'no-store')
      .send(page(view(room, randomUUID(), {}, null)));
  });
  routes.get('/chat', (_, response) => response.redirect(303, '/'));
  routes.post('/chat', json({ limit: largestBody }), urlencoded({ extended: false, limit: largestBody }), (request, response) =>
    post(room, request, response),
  );
  routes.use((request, response) => refuse(room, request, response, 404, 'There is no page at this address. Go to / to ask a question.'));
  routes.use((error: Failure, request: Request, response: Response, _next: NextFunction) => {
    if (error.status !== undefined && error.status < 500) refuse(room, request, response, error.status, reason(error));
    else
      send(room, request, response, {
        conversation: randomUUID(),
        asked: '',
        reply: { ...safeReply({}, Date.now(), safety), why: { rule: 'failed' } },
      });
  });
  return routes;
}

async function post(room: ChatRoom, request: Request, response: Response): Promise<void> {
  if (!isForm(request) && !request.is('application/json')) {
    return refuse(room, request, response, 415, 'Send a form, or JSON with content-type application/json.');
  }
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(room, request, response, 400, 'Send a JSON object such as {"text":"do i pay council tax"}.');
  }
  const asked = body as Record<string, unknown>;
  const conversation = conversationOf(asked['conversation']);
  let said: Said;
  try {
    said = readSaid({ ...asked, channel: 'web' }, room.kits.councils);
  } catch (error) {
    const text = asked['text'];
    // A wrong field is refused, unless the person is in danger: then they are answered all the same.
    if (!(error instanceof Refused) || typeof text !== 'string' || !findCrisis(tidy(text, safety.spelling), safety)) {
      return refuse(room, request, response, 400, error instanceof Refused ? error.message : 'This could not be read.');
    }
    said = { text, channel: 'web' };
  }
  send(room, request, response, { conversation, asked: said.text, reply: await room.talk(conversation, said), reader: said.reader });
}

interface Answered {
  readonly conversation: string;
  readonly asked: string;
  readonly reply: Reply;
  readonly reader?: string | undefined;
}

// A form gets the page, the page's script gets the one turn, a program gets JSON.
function send(room: ChatRoom, request: Request, response: Response, answered: Answered): void {
  if (isForm(request)) {
    sendHtml(room, request, response, answered);
    return;
  }
  const { conversation, reply } = answered;
  const name = reply.council ? (safety.councils[reply.council]?.shortName ?? null) : null;
  const parts = reply.parts.map(({ role, text }) => ({ role, text }));
  response.set('cache-control', 'no-store').json({ conversation, title: reply.title, ...asFields(reply, 'web', name, 'en'), parts });
}

function sendHtml(room: ChatRoom, request: Request, response: Response, { conversation, asked, reply, reader }: Answered): void {
  const shown = view(room, conversation, { council: reply.council ?? undefined, reader }, { asked, reply });
  const onlyTurn = request.get('x-part') === 'turn';
  response
    .set('cache-control', 'no-store')
    .type('html')
    .send(onlyTurn ? turnHtml(asked, reply, shown).text : page(shown));
}

function isForm(request: Request): boolean {
  return Boolean(request.is('application/x-www-form-urlencoded'));
}

function conversationOf(given: unknown): string {
  return typeof given === 'string' && /^[\w-]{1,64}$/u.test(given) ? given : randomUUID();
}

function view(
  room: ChatRoom,
  conversation: string,
  chosen: { council?: string | undefined; reader?: string | undefined },
  turn: PageView['turn'],
): PageView {
  const { settings, kits } = room;
  return {
    brand: brandOf(settings),
    councils: councilChoices(kits),
    conversation,
    council: chosen.council ?? null,
    reader: chosen.reader ?? null,
    turn,
  };
}

// A person who fills in the page gets a page with somewhere to go; a program gets the reason.
function refuse(room: ChatRoom, request: Request, response: Response, status: number, why: string): void {
  response.status(status);
  if (!isForm(request) && request.accepts(['json', 'html']) !== 'html') {
    response.set('cache-control', 'no-store').json({ error: why });
    return;
  }
  const safe = safeReply({}, Date.now(), safety);
  const reply: Reply = { ...safe, parts: [{ role: 'what', text: why }, ...safe.parts.slice(1)], why: { rule: 'refused' } };
  sendHtml(room, request, response, { conversation: randomUUID(), asked: '', reply });
}

/** What Express's readers throw: the status they would answer with, and what went wrong. */
type Failure = Error & { readonly status?: number; readonly type?: string };

function reason(error: Failure): string {
  if (error.type === 'entity.too.large') return 'That message is too long. Send at most 32 KB.';
  if (error.type === 'entity.parse.failed') return 'That is not JSON. Send an object such as {"text":"do i pay council tax"}.';
  return 'That request could not be read.';
}
