import type { OfferSheet, SheetGroup, SheetLine } from '../engine/types';
import { dateInWords, helplinesInWords, opening, say, soInWords, statusWords } from './offerWords';

const byHand = '______________________________';

/** The sheet as plain text, whole: the same lines, dates, sources and numbers as on the page. */
export function offerText(sheet: OfferSheet): string {
  const carer = sheet.reader === 'foster-carer';
  const council = sheet.council;
  const blocks = [
    ...(sheet.letter === null
      ? [
          say(carer ? 'title-carer' : 'title'),
          `${council ? say(carer ? 'for-council-carer' : 'for-council', { council: council.name }) : say('for-england')}. ${say('made', { date: dateInWords(sheet.date) })}.`,
          `${say(carer ? 'status-carer' : 'status')}. ${statusWords(sheet)}`,
        ]
      : [
          say('letter-kind', { age: String(sheet.letter) }),
          [council?.name, dateInWords(sheet.date)].filter(Boolean).join('\n'),
          `${say('dear')} ${byHand}`,
          opening(sheet),
          titled(say('begins'), sheet.begins.length ? lines(sheet.begins) : say('begins-none')),
          titled(say('ends'), sheet.ends.length ? lines(sheet.ends) : say('ends-none')),
          say('yours'),
        ]),
    titled(say('law'), sheet.law.length ? say('law-hint') : say('law-none')),
    ...sheet.law.map(group),
    ...(council
      ? [
          titled(
            say('of-council', { council: council.shortName }),
            sheet.ofCouncil.length ? say('of-council-hint') : say('of-council-none', { council: council.name }),
          ),
          ...sheet.ofCouncil.map(group),
        ]
      : [say('no-council')]),
    titled(
      say('ring'),
      [
        say('ring-ask', { ask: sheet.ask }),
        say(carer ? 'ring-help-carer' : 'ring-help', { lines: helplinesInWords(sheet) }),
        say('ring-duty', { duty: sheet.duty }),
        say('ring-danger'),
      ].join('\n'),
    ),
    ...(sheet.letter === null
      ? []
      : [`${say('signed')}\n\n${byHand}\n${say('signed-name')}: ${byHand}${council ? `\n${council.name}` : ''}`]),
    titled(say('sources'), sheet.sources.map((text, i) => `[${i + 1}] ${text}`).join('\n')),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function titled(title: string, body: string): string {
  return `${title}\n${'-'.repeat(title.length)}\n${body}`;
}

function group({ theme, lines: of }: SheetGroup): string {
  return `${say(theme)}\n${lines(of)}`;
}

function lines(of: readonly SheetLine[]): string {
  return of
    .map(({ text, when, soIn, sources }) =>
      [`- ${text}.`, when && `${when}.`, soIn && soInWords(soIn), `[${sources.join(', ')}]`].filter(Boolean).join(' '),
    )
    .join('\n');
}
