import { ActivityTypes, type Activity } from 'botbuilder-core';
import { safeReply } from '../../engine/helpNow';
import { safety } from '../../engine/turn';
import type { Reader, Reply, Said } from '../../engine/types';
import { asActivity } from '../../render/activity';
import { words } from '../../words';
import type { Talk } from '../talk';
import type { DirectLineAdapter } from './adapter';
import type { Conversation } from './conversations';
import type { Incoming } from './incoming';
import type { Pass } from './tokens';

/** What may happen in a conversation. */
export interface Turns {
  /** Says what this is and what to do in danger, once, before anything is typed. */
  readonly welcome: (conversation: Conversation, pass: Pass) => Promise<void>;
  /** Answers what a person sent and returns the id of their own activity. */
  readonly said: (conversation: Conversation, pass: Pass, incoming: Incoming) => Promise<string>;
  /** Tells a person that what they sent could not be read, why, and who to ring. */
  readonly sorry: (conversation: Conversation, pass: Pass, why: string) => Promise<void>;
}

/** Joins the adapter and the talk: each turn sends one message, so that its buttons stand on the last one. */
export function createTurns(talk: Talk, adapter: DirectLineAdapter, name: string, clock: () => number): Turns {
  const activityOf = ({ conversation, user }: Pass, type: string, text?: string): Partial<Activity> => ({
    type,
    channelId: 'directline',
    // Never what the client says of itself: the token knows.
    from: { id: user, name: '', role: 'user' },
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    recipient: { id: 'assistant', name, role: 'bot' },
    serviceUrl: 'urn:directline',
    ...(text !== undefined && { text, textFormat: 'plain' }),
  });
  const send = (conversation: Conversation, activity: Partial<Activity>, reply: () => Promise<Reply> | Reply): Promise<void> =>
    adapter.receive(conversation, activity, async (context) => {
      const said = await reply();
      const council = said.council ? (safety.councils[said.council]?.shortName ?? null) : null;
      await context.sendActivity({ type: ActivityTypes.Message, ...asActivity(said, council) });
    });
  return {
    welcome: (conversation, pass) =>
      adapter.receive(conversation, activityOf(pass, ActivityTypes.ConversationUpdate), (context) =>
        context.sendActivity({
          type: ActivityTypes.Message,
          text: ['danger', 'intro', 'robot'].map((key) => words.t(key)).join('\n'),
          textFormat: 'plain',
        }),
      ),
    said: async (conversation, pass, incoming) => {
      const text = incoming.text || (incoming.files ? words.t('file-sent') : '');
      const activity = activityOf(pass, incoming.type, text);
      const echo = { ...activity, channelData: { clientActivityID: incoming.clientActivityID } };
      const id = adapter.conversations.add(conversation, 'person', echo);
      const said = saidBy(pass, incoming.text, conversation.fresh);
      conversation.fresh = false;
      await send(conversation, { ...activity, id }, async () => {
        if (!incoming.files) return talk(`directline:${pass.conversation}`, said);
        if (incoming.text.trim() === '') return cannot(pass, words.t('no-files'), clock());
        const reply = await talk(`directline:${pass.conversation}`, said);
        return { ...reply, parts: [...reply.parts, { role: 'notice', text: words.t('no-files') }] };
      });
      return id;
    },
    sorry: (conversation, pass, why) => send(conversation, activityOf(pass, ActivityTypes.Event), () => cannot(pass, why, clock())),
  };
}

// The page's council and reader are where a conversation starts; what the person then says counts for more.
function saidBy({ council, reader }: Pass, text: string, fresh: boolean): Said {
  return { text, channel: 'directline', ...(fresh && { ...(council && { council }), ...(reader && { reader: reader as Reader }) }) };
}

function cannot({ council }: Pass, why: string, now: number): Reply {
  const safe = safeReply(council ? { council } : {}, now, safety);
  return { ...safe, parts: [{ role: 'what', text: why }, ...safe.parts.slice(1)], why: { rule: 'refused' } };
}
