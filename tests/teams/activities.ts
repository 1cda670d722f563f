import { randomUUID } from 'node:crypto';
import { appId } from './cloud';

export interface Activity {
  readonly [field: string]: unknown;
}

const bot = { id: `28:${appId}`, name: 'Care leaver assistant' };

let personal = 'a:personal-1';
let thread = '19:team@thread.tacv2;messageid=1';

/** What is said from now on is said in conversations that are new. */
export function newConversations(): void {
  personal = `a:${randomUUID()}`;
  thread = `19:${randomUUID()}@thread.tacv2;messageid=1`;
}

/** A message as Teams posts it (learn.microsoft.com, "Conversation basics"): in a chat of one person with the assistant. */
export function message(text: string | undefined, serviceUrl: string, more: Activity = {}): Activity {
  const html = { contentType: 'text/html', content: `<p>${text ?? ''}</p>` };
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:someone', name: 'Sam', aadObjectId: randomUUID() },
    recipient: bot,
    conversation: { conversationType: 'personal', tenantId: 'tenant', id: personal },
    channelData: { tenant: { id: 'tenant' } },
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    ...(text !== undefined && { text, textFormat: 'plain', attachments: [html] }),
    ...more,
  };
}

/** The same in a channel of a team, or a group chat; `named` puts the assistant's name before the words. */
export function inCompany(text: string, serviceUrl: string, named: boolean, kind = 'channel', more: Activity = {}): Activity {
  const tag = '<at>Care leaver assistant</at>';
  return message(named ? `${tag} ${text}` : text, serviceUrl, {
    conversation: { isGroup: true, conversationType: kind, tenantId: 'tenant', id: thread },
    entities: named ? [{ type: 'mention', mentioned: bot, text: tag }] : [],
    ...more,
  });
}

/** What Teams sends when a button of a card is pressed. */
export function pressed(label: string, value: unknown, serviceUrl: string, more: Activity = {}): Activity {
  return message(label, serviceUrl, { value, replyToId: 'sent-1', attachments: [], ...more });
}

/** The assistant, or someone else, comes into a conversation. */
export function joined(who: 'assistant' | 'someone', serviceUrl: string): Activity {
  return message(undefined, serviceUrl, {
    type: 'conversationUpdate',
    membersAdded: [who === 'assistant' ? bot : { id: '29:someone-else' }],
  });
}
