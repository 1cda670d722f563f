import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Router, json, type NextFunction, type Request, type Response } from 'express';
import { ActivityTypes } from 'botbuilder-core';
import type { Kits } from '../host/kits.node';
import { readSaid, Refused } from '../said';
import type { Settings } from '../settings';
import { words } from '../words';
import { DirectLineAdapter } from './directline/adapter';
import { createConversations } from './directline/conversations';
import { readIncoming, type Incoming } from './directline/incoming';
import { allowedOrigins, onlyFrom } from './directline/origins';
import { createStreams } from './directline/stream';
import { createTokens, tokenLife, type Pass } from './directline/tokens';
import { createTurns } from './directline/turns';
import { readUpload } from './directline/upload';
import type { Talk } from './talk';

/** Largest body read, bytes, as on the web. Files of an upload are not held and not counted. */
const largestBody = '32kb';
/** How often what was held long enough is forgotten, milliseconds. */
const sweepEvery = 10_000;

export interface DirectLineRoom {
  readonly talk: Talk;
  readonly kits: Pick<Kits, 'councils'>;
  readonly settings: Pick<Settings, 'PUBLIC_URL' | 'BRAND_NAME'> & { readonly DIRECTLINE_ORIGINS: string };
  readonly clock: () => number;
}

/** The channel: routes to mount at /v3/directline, and what the server hands over and stops with. */
export interface DirectLine {
  readonly routes: Router;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly stop: () => void;
}

/** Direct Line 3.0 for pages that embed a Bot Framework client. Every answer is what the protocol names or a clear 4xx. */
export function createDirectLine({ talk, kits, settings, clock }: DirectLineRoom): DirectLine {
  const tokens = createTokens(clock);
  const conversations = createConversations(clock);
  const allows = allowedOrigins(settings.DIRECTLINE_ORIGINS);
  const streams = createStreams({ tokens, conversations, allows });
  const turns = createTurns(talk, new DirectLineAdapter(conversations), settings.BRAND_NAME, clock);
  const sweeping = setInterval(conversations.sweep, sweepEvery);
  sweeping.unref();

  const ticket = ({ conversation }: Pass, token: string): object => ({ conversationId: conversation, token, expires_in: tokenLife });
  const joined = (request: Request, pass: Pass, watermark = ''): object => {
    const token = tokens.issue(pass);
    const base = (settings.PUBLIC_URL ?? `http://${request.get('host')}`).replace(/^http/u, 'ws').replace(/\/$/u, '');
    const seen = watermark && `watermark=${encodeURIComponent(watermark)}&`;
    return { ...ticket(pass, token), streamUrl: `${base}/v3/directline/conversations/${pass.conversation}/stream?${seen}t=${token}` };
  };

  const guard = (request: Request, response: Response, next: NextFunction): void => {
    const token = /^Bearer (\S+)$/iu.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined) return fail(response, 401, 'MissingToken', 'Send the header authorization: Bearer and a token.');
    const pass = tokens.read(token);
    // The stock client takes any 403 to mean that it needs a new token, which is what would mend it.
    if (pass === 'expired') return fail(response, 403, 'TokenExpired', 'This token is too old. Ask for a new one.');
    if (pass === 'wrong')
      return fail(response, 403, 'BadToken', 'This token was not given out here, or before a restart. Ask for a new one.');
    const { id } = request.params;
    if (id !== undefined && id !== pass.conversation)
      return fail(response, 403, 'BadConversation', 'This token is for another conversation.');
    response.locals['pass'] = pass;
    next();
  };
  const passOf = (response: Response): Pass => response.locals['pass'] as Pass;

  const start = async (request: Request, response: Response): Promise<void> => {
    const pass = passOf(response);
    const known = conversations.has(pass.conversation);
    if (!known) await turns.welcome(conversations.open(pass.conversation), pass);
    response.status(known ? 200 : 201).json(joined(request, pass));
  };
  const answer = async (response: Response, incoming: Incoming): Promise<void> => {
    const pass = passOf(response);
    if (incoming.type === ActivityTypes.EndOfConversation) conversations.forget(pass.conversation);
    const id =
      incoming.type === ActivityTypes.Message
        ? await turns.said(conversations.open(pass.conversation), pass, incoming)
        : `${pass.conversation}|${clock()}`;
    response.json({ id });
  };

  const routes = Router();
  routes.use(onlyFrom(allows));
  routes.post('/tokens/generate', json({ limit: largestBody }), (request, response) => {
    const { council, reader } = readSaid({ ...(request.body as object), text: '', channel: 'web', lang: undefined }, kits.councils);
    const pass = tokens.begin({ ...(council && { council }), ...(reader && { reader }) });
    response.json(ticket(pass, tokens.issue(pass)));
  });
  routes.post('/tokens/refresh', guard, (_, response) => void response.json(ticket(passOf(response), tokens.issue(passOf(response)))));
  routes.post('/conversations', guard, (request, response) => start(request, response));
  routes.get('/conversations/:id', guard, (request, response) => {
    const { watermark } = request.query;
    if (conversations.since(conversations.open(passOf(response).conversation), watermark) === null) return badWatermark(response);
    response.json(joined(request, passOf(response), watermark as string | undefined));
  });
  routes.get('/conversations/:id/activities', guard, (request, response) => {
    const group = conversations.since(conversations.open(passOf(response).conversation), request.query['watermark']);
    if (group === null) return badWatermark(response);
    response.type('json').send(group);
  });
  routes.post('/conversations/:id/activities', guard, json({ limit: largestBody }), (request, response) => {
    if (!request.is('application/json')) throw Object.assign(new Refused('Send JSON with content-type application/json.'), { status: 415 });
    return answer(response, readIncoming(request.body));
  });
  routes.post('/conversations/:id/upload', guard, (request, response) =>
    readUpload(request).then((incoming) => answer(response, incoming)),
  );
  routes.use((_, response) => fail(response, 404, 'NotFound', 'Direct Line has no such address here.'));
  routes.use(async (error: Error & { status?: number; type?: string }, _request: Request, response: Response, _next: NextFunction) => {
    const pass = response.locals['pass'] as Pass | undefined;
    const status = error instanceof Refused ? (error.status ?? 400) : (error.status ?? 500);
    // There is a person behind it: what they sent could not be read, so they are told who to ring.
    if (pass) await turns.sorry(conversations.open(pass.conversation), pass, words.t(status === 413 ? 'too-long' : 'not-read'));
    fail(response, status, status === 500 ? 'ServiceError' : 'BadArgument', reason(error, status));
  });

  return {
    routes,
    upgrade: streams.upgrade,
    stop: () => {
      clearInterval(sweeping);
      streams.stop();
    },
  };
}

function reason(error: Error, status: number): string {
  if (error instanceof Refused) return error.message;
  if (status === 413) return 'That message is too long. Send at most 32 KB.';
  return status < 500
    ? 'That could not be read. Send JSON such as {"type":"message","text":"do i pay council tax"}.'
    : 'Something failed here.';
}

function badWatermark(response: Response): void {
  fail(response, 400, 'BadArgument', 'watermark is not one that was given out here; leave it out to begin again.');
}

function fail(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ error: { code, message } });
}
