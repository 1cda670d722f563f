import type { Channel, Reply } from '../engine/types';
import { segmentsOf } from './segments';
import { asSms } from './sms';
import { asText } from './text';

/** A reply as the contract of the terminal and of POST /chat names its fields. */
export interface ReplyFields {
  readonly kind: Reply['kind'];
  readonly topics: readonly string[];
  readonly crisis: Reply['crisis'];
  readonly act: Reply['act'];
  readonly choices: readonly string[];
  readonly text: string;
  readonly segments: number | null;
  readonly encoding: string | null;
  readonly ref: string | null;
  readonly council: string | null;
  readonly lang: string;
}

/** The reply in the form that this channel would show, with the fields of the contract. */
export function asFields(reply: Reply, channel: Channel, councilName: string | null, lang: string): ReplyFields {
  const text = channel === 'sms' ? asSms(reply) : asText(reply, councilName);
  const { segments, encoding } = channel === 'sms' ? segmentsOf(text) : { segments: null, encoding: null };
  const { kind, topics, crisis, act, choices, ref, council } = reply;
  return { kind, topics, crisis, act, choices, text, segments, encoding, ref, council, lang };
}
