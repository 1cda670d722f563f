import { safety } from '../../../bot/engine/turn';
import { plainForSms } from '../../../bot/render/segments';
import { readSettings } from '../../../bot/settings';
import { words } from '../../../bot/words';
import { publicUrl } from '../../sms/start';
import type { Ask, Shown } from './channel';

const more = [words.t('sms-more-link', { link: publicUrl }), words.t('sms-more')];
const introduction = plainForSms(words.t('sms-introduction', { name: readSettings({}).BRAND_NAME }));
const offers = new RegExp(` (?:${words.t('sms-choices')}|${words.t('sms-or')}) 1 (.+?)\\.?$`, 'u');

/** The council as a person says it who has no page to pick it on. */
export function nameOf(council: string): string {
  return safety.councils[council]!.shortName;
}

/** Begins the texts of one phone; `send` gives every text that comes back for one, in order. */
export async function beginByText(send: (text: string) => Promise<readonly string[]>, council?: string): Promise<Ask> {
  if (council) await send(nameOf(council));
  return async (text) => read((await send(text)).join(' '));
}

// What the first text says of the service is no part of the reply, nor are the numbers of what can be picked.
function read(texts: string): Shown {
  const rest = [introduction, ...more].reduce((left, said) => left.replace(said, ''), texts).trim();
  const offered = offers.exec(rest)?.[1];
  return { text: rest.replace(offers, ''), choices: offered?.split(/, \d+ /u) ?? [] };
}
