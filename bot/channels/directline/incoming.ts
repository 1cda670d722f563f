import { ActivityTypes } from 'botbuilder-core';
import { Refused } from '../../said';

/** What is read of an activity that a client posts; all else in it is left aside. */
export interface Incoming {
  readonly type: ActivityTypes;
  readonly text: string;
  /** The client's own id, given back so that it can tick its message off. */
  readonly clientActivityID?: string;
  /** True when a picture or another file came with it. */
  readonly files: boolean;
}

const types = new Map<string, ActivityTypes>(Object.values(ActivityTypes).map((type) => [type, type]));

/** Reads a posted activity; throws Refused with the field at fault. `files` is true when files came beside it. */
export function readIncoming(body: unknown, files = false): Incoming {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused('Send an activity such as {"type":"message","text":"do i pay council tax"}.');
  const { text, attachments, channelData, ...rest } = body as Record<string, unknown>;
  const type = types.get(String(rest['type']));
  if (type === undefined) throw new Refused('type is missing or not one of the Bot Framework, such as "message".');
  const attached = files || (Array.isArray(attachments) && attachments.length > 0);
  const said = text ?? (attached || type !== ActivityTypes.Message ? '' : undefined);
  if (typeof said !== 'string') throw new Refused("text is missing or not words; it should be the person's words.");
  const mine =
    typeof channelData === 'object' && channelData !== null ? (channelData as Record<string, unknown>)['clientActivityID'] : null;
  return { type, text: said, files: attached, ...(typeof mine === 'string' && mine.length <= 200 && { clientActivityID: mine }) };
}
