import type { Activity } from 'botbuilder';
import { z } from 'zod';

const account = z.object({ id: z.string().min(1) }).passthrough();

/** What is read of an activity; all else is passed over (github.com/microsoft/botframework-sdk, botframework-activity.md). */
const shape = z
  .object({
    type: z.string().min(1),
    id: z.string().max(1000).nullish(),
    channelId: z.string().min(1).max(100),
    serviceUrl: z
      .string()
      .url()
      .regex(/^https?:/u),
    conversation: account.extend({ isGroup: z.boolean().nullish(), conversationType: z.string().nullish() }),
    from: account,
    recipient: account.optional(),
    text: z.string().nullish(),
    entities: z.array(z.object({ type: z.string() }).passthrough()).nullish(),
    attachments: z.array(z.object({ contentType: z.string() }).passthrough()).nullish(),
    membersAdded: z.array(account).nullish(),
  })
  .passthrough();

/** A body that is no activity; the message names the field at fault and never what stood in it. */
export class NotAnActivity extends Error {}

/** The body as an activity; throws NotAnActivity with the first field that is missing or of a wrong kind. */
export function readActivity(body: unknown): Activity {
  const read = shape.safeParse(body);
  if (read.success) return read.data as unknown as Activity;
  const field = read.error.issues[0]!.path.join('.');
  throw new NotAnActivity(field ? `Field ${field} is missing or is not what an activity holds.` : 'Send an activity as a JSON object.');
}
