import { type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { Router, json, type NextFunction, type Request, type Response } from 'express';
import { safety } from '../engine/turn';
import type { Reply } from '../engine/types';
import { asTeams, type TeamsReply } from '../render/teams';
import { inOrder } from './inOrder';
import type { Talk } from './talk';
import { NotAnActivity, readActivity } from './teams/activity';
import { send, TeamsAdapter, Undelivered, whileTyping } from './teams/adapter';
import { cannotRead, failed, welcome, withNotice } from './teams/fixed';
import { Guard, KeysUnavailable } from './teams/guard';
import { hear, isShared, type Heard } from './teams/heard';
import { once } from './teams/once';
import type { TeamsOn } from './teams/settings';

/** Largest body read: Teams sends at most 28 KB of words, twice, in up to four bytes a letter. */
const largestBody = '256kb';

export interface TeamsRoom {
  readonly talk: Talk;
  readonly clock: () => number;
  readonly adapter: TeamsAdapter;
}

type Logic = (context: TurnContext) => Promise<void>;

/** The adapter that lets in only what Azure Bot Service signed for this bot; `wait` is the longest wait, milliseconds. */
export function teamsAdapter(settings: TeamsOn, wait?: number): TeamsAdapter {
  return new TeamsAdapter(new Guard(settings, wait));
}

/** POST /api/messages: Teams and every other channel of Azure Bot Service. Each request gets one clear status. */
export function teamsRoutes(room: TeamsRoom): Router {
  const turn = turns(room);
  const routes = Router();
  routes.post('/api/messages', json({ limit: largestBody }), (request, response) => post(room.adapter, turn, request, response));
  routes.all('/api/messages', (_, response) => refuse(response.set('allow', 'POST'), 405, 'Only POST is answered here.'));
  routes.use((error: Error & { status?: number }, _: Request, response: Response, _next: NextFunction) => {
    const [status, why] = faultOf(error);
    if (status === 401) response.set('www-authenticate', 'Bearer');
    refuse(response, status, why);
  });
  return routes;
}

async function post(adapter: TeamsAdapter, turn: Logic, request: Request, response: Response): Promise<void> {
  if (!request.is('application/json')) return refuse(response, 415, 'Send JSON with content-type application/json.');
  const result = await adapter.receive(request.get('authorization') ?? '', readActivity(request.body), turn);
  response.status(result?.status ?? 200);
  if (result?.body === undefined) response.end();
  else response.json(result.body);
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}

function faultOf(error: Error & { status?: number }): readonly [number, string] {
  if (error instanceof AuthenticationError) return [401, 'This is open to Azure Bot Service only.'];
  if (error instanceof NotAnActivity) return [400, error.message];
  if (error instanceof KeysUnavailable) return [503, 'The keys to check this with cannot be fetched now. Try again.'];
  if (error instanceof Undelivered) return [502, 'The answer could not be delivered.'];
  if (error.status === 413) return [413, 'This is too large. Send at most 256 KB.'];
  if (error.status !== undefined && error.status < 500) return [error.status, 'This could not be read. Send an activity as JSON.'];
  return [500, 'Something failed here.'];
}

// One turn: what was heard, its reply, and its delivery; one conversation's turns one after another, each message once.
function turns({ talk, clock }: TeamsRoom): Logic {
  const ordered = inOrder();
  const onlyOnce = once(clock);
  return async (context) => {
    const { activity } = context;
    const heard = hear(activity);
    if (heard.is === 'nothing') return;
    const made = async () => inCard(await replyTo(heard, activity, talk, clock));
    const answer = async () => send(context, await whileTyping(context, made));
    await onlyOnce(nameOf(activity), () => ordered(threadOf(activity), answer));
    if (activity.type === 'invoke') await context.sendActivity({ type: 'invokeResponse', value: cardIsGone() });
  };
}

async function replyTo(heard: Heard, activity: Activity, talk: Talk, clock: () => number): Promise<Reply> {
  try {
    return await plainReply(heard, activity, talk, clock);
  } catch {
    return failed(clock());
  }
}

async function plainReply(heard: Heard, activity: Activity, talk: Talk, clock: () => number): Promise<Reply> {
  if (heard.is === 'hello') return welcome();
  if (heard.is !== 'question') return cannotRead(heard.is === 'only-files' ? 'only-files' : 'unknown-button', clock());
  const reply = await talk(personOf(activity), { text: heard.text, channel: 'teams' });
  const whole = heard.withFiles ? withNotice(reply, 'teams-with-files') : reply;
  return isShared(activity) ? withNotice(whole, 'teams-shared') : whole;
}

// A reply that cannot be made a card gives way to the safe one.
function inCard(reply: Reply): TeamsReply {
  try {
    return asTeams(reply, reply.council ? (safety.councils[reply.council]?.shortName ?? null) : null);
  } catch {
    return asTeams(failed(Number.NaN), null);
  }
}

// Told as the protocol of card buttons asks: Teams shows the message beside the button.
function cardIsGone(): InvokeResponse {
  const message = cannotRead('unknown-button', Number.NaN).parts[0]!.text;
  const value = { code: 'BadRequest', message };
  return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
}

function threadOf({ channelId, conversation }: Activity): string {
  return `${channelId}:${conversation.id}`;
}

// In company each person has a memory of their own, so that nobody is answered for another's council.
function personOf(activity: Activity): string {
  return `teams:${threadOf(activity)}:${activity.from.id}`;
}

// An edit has its message's id, and a time of its own.
function nameOf(activity: Activity): string | null {
  const { id, type, timestamp } = activity;
  return !id ? null : JSON.stringify([threadOf(activity), type, id, type === 'messageUpdate' ? timestamp : null]);
}
