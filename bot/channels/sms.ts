import { createHmac, randomBytes } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder-core';
import { Router, type NextFunction, type Request, type Response } from 'express';
import { safeReply } from '../engine/helpNow';
import { safety } from '../engine/turn';
import type { Reply } from '../engine/types';
import { asSms } from '../render/sms';
import { plainForSms, segmentsOf } from '../render/segments';
import type { Settings } from '../settings';
import { words } from '../words';
import { OutboxAdapter } from './outbox';
import { keywordIn } from './sms/keywords';
import { notifyRoute } from './sms/notify';
import { notifySender } from './sms/notifySend';
import { holding } from './seen';
import type { AnswerText, TextIn } from './sms/textIn';
import { twilioRoute } from './sms/twilio';
import type { Talk } from './talk';

/** Text messages as a Bot Framework adapter: one text in, the texts of its turn out. */
export class SmsAdapter extends OutboxAdapter {
  protected readonly channel = 'SMS';
}

export interface SmsRoom {
  readonly talk: Talk;
  readonly clock: () => number;
  readonly settings: Settings;
}

/** What is known of a thread for the half hour after its last text. */
interface Thread {
  readonly introduced: boolean;
  readonly stopped: boolean;
}

const newThread: Thread = { introduced: false, stopped: false };

/**
 * Answers texts. A person is known by a keyed hash of their number; the key is made at start and never leaves the process,
 * so no number is held and none can be worked out. Never rejects: whatever fails, the texts are the safe reply.
 */
export function createSms({ talk, clock, settings }: SmsRoom, adapter = new SmsAdapter()): AnswerText {
  const key = randomBytes(32);
  const threads = holding<Thread>(clock);

  async function messages(who: string, { text, pictures, answered }: TextIn): Promise<readonly string[]> {
    const keyword = keywordIn(text);
    if (keyword === 'stop') {
      const stoppedBefore = threads.get(who)?.stopped;
      threads.put(who, { ...newThread, stopped: true });
      return stoppedBefore || answered ? [] : [words.t('sms-stopped')];
    }
    if (keyword) threads.put(who, newThread);
    if (keyword && answered) return [];
    const reply = await talk(who, { text: keyword === 'start' ? 'hello' : (keyword ?? text), channel: 'sms' });
    const { introduced } = threads.get(who) ?? newThread;
    const said = asSms(reply, settings.PUBLIC_URL);
    const inCrisis = reply.kind === 'help-now';
    threads.put(who, { introduced: introduced || !inCrisis, stopped: false });
    // Help in a crisis comes first and alone, and says itself that this is a computer.
    if (inCrisis) return [said];
    const introduction = introduced ? [] : [words.t('sms-introduction', { name: settings.BRAND_NAME })];
    return together([...introduction, ...(pictures ? [words.t('sms-picture')] : [])], said);
  }

  return async (text) => {
    if (text.from === null) return [];
    const who = createHmac('sha256', key).update(text.from).digest('hex');
    try {
      const outbox = await adapter.receive(asActivity(who, text), async (context) => {
        for (const message of await messages(who, text)) await context.sendActivity(message);
      });
      return outbox.map((activity) => activity.text ?? '');
    } catch {
      return [lastWords(clock())];
    }
  };
}

function asActivity(who: string, { id, text }: TextIn): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    id,
    channelId: 'sms',
    text,
    conversation: { id: who, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: who, name: '' },
    recipient: { id: 'assistant', name: '' },
    serviceUrl: 'urn:sms',
  };
}

// One text where it costs no more than two segments; else what goes before is a text of its own.
function together(before: readonly string[], said: string): string[] {
  const first = plainForSms(before.join(' '));
  if (!first) return [said];
  const joined = `${first} ${said}`;
  return segmentsOf(joined).segments <= 2 ? [joined] : [first, said];
}

function lastWords(now: number): string {
  const reply: Reply = { ...safeReply({}, now, safety), why: { rule: 'failed' } };
  return plainForSms(reply.brief.map((p) => p.text).join(' '));
}

/** The providers whose settings are given, as the start-up line names them. */
export function smsOn(settings: Settings): string[] {
  return [...(settings.TWILIO_AUTH_TOKEN ? ['sms (Twilio)'] : []), ...(settings.NOTIFY_API_KEY ? ['sms (GOV.UK Notify)'] : [])];
}

/** The routes of the providers whose settings are given; the others stay 404. */
export function smsRoutes(room: SmsRoom): Router {
  const { settings, clock } = room;
  const { TWILIO_AUTH_TOKEN: token, PUBLIC_URL: publicUrl } = settings;
  const { NOTIFY_API_KEY: apiKey, NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_TEMPLATE_ID: templateId } = settings;
  const answer = createSms(room);
  const routes = Router();
  if (token && publicUrl) routes.use(twilioRoute({ token, publicUrl, answer, clock }));
  if (apiKey && callbackToken && templateId) {
    const send = notifySender({ baseUrl: settings.NOTIFY_BASE_URL, apiKey, templateId, clock });
    routes.use(notifyRoute({ callbackToken, answer, send, clock }));
  }
  routes.use('/sms', (error: Error & { status?: number }, _: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    response
      .status(status)
      .type('text')
      .send(status === 413 ? 'That is over 32 KB.\n' : 'That could not be read.\n');
  });
  return routes;
}
