import { SegmentedMessage } from 'sms-segments-calculator';

export interface Segments {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

/** How many parts a text message is sent and charged as, and in which alphabet. */
export function segmentsOf(text: string): Segments {
  const counted = new SegmentedMessage(text);
  return { segments: counted.segmentsCount, encoding: counted.encodingName === 'GSM-7' ? 'GSM-7' : 'UCS-2' };
}

const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
};

/** Makes curly quotes, dashes and the like plain: one of them would more than halve what fits in a part. */
export function plainForSms(text: string): string {
  return text.replace(/[’‘“”–—…•\u00a0]/gu, (c) => plain[c]!);
}
