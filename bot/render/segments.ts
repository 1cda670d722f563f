import { SegmentedMessage } from 'sms-segments-calculator';

export interface Segments {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

// Letters that are one GSM-7 unit each. The calculator parts every text into graphemes first, which takes a hundred times longer.
const oneUnitEach = /^[\w £@$%&'"()*+,./:;<=>?!#\n-]+$/u;

/** How many parts a text message is sent and charged as, and in which alphabet. */
export function segmentsOf(text: string): Segments {
  if (oneUnitEach.test(text)) return { segments: text.length <= 160 ? 1 : Math.ceil(text.length / 153), encoding: 'GSM-7' };
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
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u200b': '',
  '`': "'",
  '´': "'",
};

/** Makes curly quotes, dashes and the like plain: one of them would more than halve what fits in a part. */
export function plainForSms(text: string): string {
  return text.replace(/[’‘“”–—…•\u00a0\u2009\u202f\u2010\u2011\u2212\u200b`´]/gu, (c) => plain[c]!);
}
