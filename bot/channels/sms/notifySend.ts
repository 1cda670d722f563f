import { setTimeout as pause } from 'node:timers/promises';
import axios, { isAxiosError } from 'axios';
import { NotifyClient } from 'notifications-node-client';
import { holding } from '../seen';

/** Sends one text; resolves once Notify has accepted it, rejects with NotTaken when it has not. */
export type SendText = (to: string, message: string, reference: string) => Promise<void>;

/** Notify did not take a text: its status, 0 when it did not reply, and whether trying again could help. */
export class NotTaken extends Error {
  constructor(
    readonly status: number,
    readonly again: boolean,
  ) {
    super(`GOV.UK Notify answered ${status}`);
  }
}

export interface NotifyAccount {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** A text template whose whole body is ((message)). */
  readonly templateId: string;
  readonly clock: () => number;
  /** Milliseconds to wait before each new try. */
  readonly pauses?: readonly number[];
  /** Milliseconds that Notify has to reply to one request. */
  readonly patience?: number;
}

/** Sends through Notify. 429, 5xx and silence are tried again with growing pauses, and no text is sent twice for it. */
export function notifySender({ baseUrl, apiKey, templateId, clock, pauses = [200, 600, 1800], patience = 5000 }: NotifyAccount): SendText {
  const client = new NotifyClient(baseUrl, apiKey);
  client.setClient(axios.create({ timeout: patience, maxRedirects: 0 }));
  // References of texts that Notify may have accepted although its reply said otherwise or never came.
  const doubtful = holding<true>(clock);

  async function attempt(to: string, message: string, reference: string): Promise<void> {
    if (doubtful.get(reference) && (await wasAccepted(reference))) return;
    try {
      await client.sendSms(templateId, to, { personalisation: { message }, reference });
      doubtful.drop(reference);
    } catch (error) {
      const failed = notTaken(error);
      if (failed.status === 0 || failed.status >= 500) doubtful.put(reference, true);
      throw failed;
    }
  }

  async function wasAccepted(reference: string): Promise<boolean> {
    try {
      const { data } = await client.getNotifications('sms', undefined, reference);
      return data.notifications.length > 0;
    } catch (error) {
      throw notTaken(error);
    }
  }

  return async (to, message, reference) => {
    for (const wait of [...pauses, null]) {
      try {
        return await attempt(to, message, reference);
      } catch (error) {
        if (wait === null || !(error instanceof NotTaken) || !worthAPause(error)) throw error;
        await pause(wait);
      }
    }
  };
}

function worthAPause({ status }: NotTaken): boolean {
  return status === 0 || status === 429 || status >= 500;
}

// A refusal of the key or the template may be mended by its owner in the minutes before Notify calls again; one of the
// number or the words (400) will not change.
function notTaken(error: unknown): NotTaken {
  if (error instanceof NotTaken) return error;
  const status = isAxiosError(error) ? (error.response?.status ?? 0) : 0;
  return new NotTaken(status, status !== 400);
}
