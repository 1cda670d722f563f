import type { Reply } from '../engine/types';
import { asText } from './text';

/** The fields of a Bot Framework message that a reply fills. */
export interface ReplyActivity {
  readonly text: string;
  readonly textFormat: 'plain';
  readonly suggestedActions?: {
    readonly to: string[];
    readonly actions: { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
  /** What the reply is, so that a council's page can style a crisis reply; never why. */
  readonly channelData: Pick<Reply, 'kind' | 'topics' | 'crisis' | 'ref' | 'council'>;
}

/** A reply as one Bot Framework message: its words whole, its choices as buttons. */
export function asActivity(reply: Reply, councilName: string | null): ReplyActivity {
  const { kind, topics, crisis, ref, council, choices } = reply;
  const actions = choices.map((choice) => ({ type: 'imBack' as const, title: choice, value: choice }));
  return {
    // The stock web chat gives each line of plain text its own paragraph; an empty line would leave a hole.
    text: asText({ ...reply, choices: [] }, councilName).replace(/\n+/gu, '\n'),
    textFormat: 'plain',
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
    channelData: { kind, topics, crisis, ref, council },
  };
}
