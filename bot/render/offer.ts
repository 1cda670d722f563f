import type { OfferSheet, SheetGroup, SheetLine } from '../engine/types';
import { html, type Html } from './html';
import { offerForm, type OfferFormView } from './offerForm';
import { dateInWords, helplinesInWords, opening, say, soInWords, statusWords } from './offerWords';
import { withPhones } from './phones';
import { shell, type Brand } from './shell';

/** What the page of "my offer" needs: whose page it is, the answers so far, and the sheet or what was wrong with them. */
export interface OfferView extends OfferFormView {
  readonly brand: Brand;
  readonly sheet: OfferSheet | null;
  /** In words, with somewhere to go; null when nothing was wrong. */
  readonly problem: string | null;
}

/** The whole page. It works with no script: the form posts to /my-offer and gets this page back with the sheet. */
export function offerPage(view: OfferView): string {
  const title = view.sheet ? titleOf(view.sheet) : say('title');
  return shell({
    brand: view.brand,
    title: `${view.problem ? say('problem') : title} - ${view.brand.name}`,
    description: say('intro'),
    script: 'offer',
    skip: { to: 'main', words: say('title') },
    main: html`${!view.sheet && !view.problem && html`<h1 class="govuk-heading-l offer-title">${say('title')}</h1>`}
      ${!view.sheet && !view.problem && html`<p class="govuk-body-l intro">${say('intro')}</p>`}
      <div id="sheet" aria-live="polite">${offerResult(view)}</div>
      ${offerForm(view)}`,
    foot: html`<p class="govuk-body-s">${say('private')}</p>`,
  });
}

/** The sheet alone, or what was wrong, as the page's script puts it in. */
export function offerResult({ sheet, problem, link, living }: OfferView): Html {
  if (problem)
    return html`<div class="govuk-inset-text part part--notice" id="problem" tabindex="-1">
      <h1 class="govuk-heading-m">${say('problem')}</h1>
      <p class="govuk-body">${withPhones(problem)}</p>
    </div>`;
  if (!sheet) return html``;
  const nowhere =
    living === 'nowhere' && sheet.letter === null
      ? html`<p class="govuk-inset-text part part--notice">${withPhones(say('nowhere', { duty: sheet.duty }))}</p>`
      : null;
  return html`<article class="sheet">
    <h1 class="govuk-heading-l offer-title" tabindex="-1">${titleOf(sheet)}</h1>
    ${nowhere} ${sheet.letter === null ? head(sheet) : letterHead(sheet)} ${sheet.letter !== null && changes(sheet)}
    ${level(say('law'), say('law-hint'), sheet.law, say('law-none'))}
    ${
      sheet.council
        ? level(
            say('of-council', { council: sheet.council.shortName }),
            say('of-council-hint'),
            sheet.ofCouncil,
            say('of-council-none', { council: sheet.council.name }),
          )
        : html`<p class="govuk-inset-text part part--notice">${say('no-council')}</p>`
    }
    ${anyOld(sheet) && html`<p class="govuk-body-s">${say('old')}</p>`} ${ring(sheet)} ${sheet.letter !== null && signature(sheet)}
    ${sources(sheet)} ${link && html`<p class="govuk-body-s sheet__link"><a class="govuk-link" href="${link}">${say('link')}</a></p>`}
  </article>`;
}

function titleOf({ letter, reader }: OfferSheet): string {
  if (letter !== null) return say(`letter-${letter}`);
  return say(reader === 'foster-carer' ? 'title-carer' : 'title');
}

function head(sheet: OfferSheet): Html {
  const carer = sheet.reader === 'foster-carer';
  return html`<p class="govuk-body">${forWhom(sheet)}. ${say('made', { date: dateInWords(sheet.date) })}.</p>
    <p class="govuk-body"><strong>${say(carer ? 'status-carer' : 'status')}.</strong> ${statusWords(sheet)}</p>`;
}

function forWhom({ council, reader }: OfferSheet): string {
  if (!council) return say('for-england');
  return say(reader === 'foster-carer' ? 'for-council-carer' : 'for-council', { council: council.name });
}

function letterHead(sheet: OfferSheet): Html {
  return html`<p class="govuk-body-s sheet__kind">${say('letter-kind', { age: String(sheet.letter) })}</p>
    <p class="govuk-body sheet__from">${sheet.council && html`${sheet.council.name}<br />`}${dateInWords(sheet.date)}</p>
    <p class="govuk-body">${say('dear')} <span class="by-hand"></span></p>
    <p class="govuk-body">${opening(sheet)}</p>`;
}

function changes({ begins, ends }: OfferSheet): Html {
  return html`<section class="level">
      <h2 class="govuk-heading-m">${say('begins')}</h2>
      ${begins.length ? lines(begins) : html`<p class="govuk-body">${say('begins-none')}</p>`}
    </section>
    <section class="level">
      <h2 class="govuk-heading-m">${say('ends')}</h2>
      ${ends.length ? lines(ends) : html`<p class="govuk-body">${say('ends-none')}</p>`}
    </section>
    <h2 class="govuk-heading-l yours">${say('yours')}</h2>`;
}

function level(title: string, hint: string, groups: readonly SheetGroup[], none: string): Html {
  return html`<section class="level">
    <h2 class="govuk-heading-m">${title}</h2>
    <p class="govuk-hint">${groups.length ? hint : none}</p>
    ${groups.map(
      ({ theme, lines: of }) =>
        html`<div class="theme">
          <h3 class="govuk-heading-s">${say(theme)}</h3>
          ${lines(of)}
        </div>`,
    )}
  </section>`;
}

function lines(of: readonly SheetLine[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${of.map((line) => html`<li>${lineHtml(line)}</li>`)}
  </ul>`;
}

// No space before the numbers of the sources, so that they never start a row of their own.
function lineHtml({ text, when, soIn, sources: numbers }: SheetLine): Html[] {
  return [
    ...withPhones(`${text}.`),
    ...(when ? [html` <strong>${when}.</strong>`] : []),
    ...(soIn ? [html` <span class="so-in">${soInWords(soIn)}</span>`] : []),
    html`<span class="cited">${numbers.join(', ')}</span>`,
  ];
}

function ring(sheet: OfferSheet): Html {
  const help = sheet.reader === 'foster-carer' ? 'ring-help-carer' : 'ring-help';
  const rows = [
    say('ring-ask', { ask: sheet.ask }),
    say(help, { lines: helplinesInWords(sheet) }),
    say('ring-duty', { duty: sheet.duty }),
    say('ring-danger'),
  ];
  return html`<section class="level ring">
    <h2 class="govuk-heading-m">${say('ring')}</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${rows.map((row) => html`<li>${withPhones(row)}</li>`)}
    </ul>
  </section>`;
}

function signature(sheet: OfferSheet): Html {
  return html`<p class="govuk-body sheet__signed">
    ${say('signed')}<br /><span class="by-hand"></span><br />${say('signed-name')}: <span class="by-hand"></span>${
      sheet.council && html`<br />${sheet.council.name}`
    }
  </p>`;
}

function sources({ sources: all }: OfferSheet): Html {
  return html`<section class="level sheet__sources">
    <h2 class="govuk-heading-s">${say('sources')}</h2>
    <p class="govuk-body-s">${say('sources-hint')}</p>
    <ol class="govuk-list govuk-list--number">
      ${all.map((text) => html`<li>${text}</li>`)}
    </ol>
  </section>`;
}

function anyOld({ law, ofCouncil, begins, ends }: OfferSheet): boolean {
  return [...[...law, ...ofCouncil].flatMap((group) => group.lines), ...begins, ...ends].some(({ soIn }) => soIn !== null);
}
