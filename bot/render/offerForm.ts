import { ageBands, cares, doings, livings } from '../engine/types';
import { html, type Html } from './html';
import { say } from './offerWords';

/** The answers so far, as they were given: each an id, or null. */
export interface OfferAnswers {
  readonly age: string | null;
  readonly care: string | null;
  readonly doing: string | null;
  readonly living: string | null;
  readonly council: string | null;
  readonly reader: string | null;
}

/** What the form needs: the answers, the councils to pick from, and where the sheet can be found again. */
export interface OfferFormView extends OfferAnswers {
  readonly councils: readonly { readonly id: string; readonly shortName: string }[];
  /** Address of this page with the answers after "#", which no browser sends; null until there are any. */
  readonly link: string | null;
}

interface Question {
  readonly name: keyof OfferAnswers;
  readonly ids: readonly string[];
  /** The words of the choice that says nothing. */
  readonly none: string;
  readonly required: boolean;
  readonly hint?: string;
}

const questions: readonly Question[] = [
  { name: 'age', ids: ageBands, none: 'pick', required: true },
  { name: 'care', ids: cares, none: 'pick', required: true, hint: 'care-hint' },
  { name: 'doing', ids: doings, none: 'doing-any', required: false },
  { name: 'living', ids: livings, none: 'living-any', required: false },
];

/** The short form, with the answers that were given. */
export function offerForm(view: OfferFormView): Html {
  return html`<form class="ask offer-form" id="offer" method="post" action="/my-offer">
    <h2 class="govuk-heading-m">${say(view.link ? 'change' : 'answers')}</h2>
    ${select('reader', ['care-leaver', 'foster-carer'], null, false, view.reader ?? 'care-leaver', (id) => say(`reader-${id}`))}
    ${questions.map(({ name, ids, none, required, hint }) =>
      select(name, ids, none, required, view[name], (id) => say(`${name}-${id}`), hint),
    )}
    ${select(
      'council',
      view.councils.map(({ id }) => id),
      'council-none',
      false,
      view.council,
      (id) => view.councils.find((c) => c.id === id)?.shortName ?? id,
    )}
    <div class="offer-form__send">
      <button class="govuk-button ask__send">${say('show')}</button>
      ${(['18', '21'] as const).map(
        (age) => html`<button class="govuk-button govuk-button--secondary" name="letter" value="${age}">${say(`letter-${age}`)}</button>`,
      )}
      <button class="govuk-button govuk-button--secondary" name="as" value="text">${say('as-text')}</button>
      <button class="govuk-button govuk-button--secondary" type="button" id="print" hidden>${say('print')}</button>
    </div>
    <p class="govuk-body-s status" id="status" role="status" data-waiting="${say('waiting')}" data-failed="${say('failed')}"></p>
  </form>`;
}

function select(
  name: keyof OfferAnswers,
  ids: readonly string[],
  none: string | null,
  required: boolean,
  chosen: string | null,
  label: (id: string) => string,
  hint?: string,
): Html {
  return html`<div class="govuk-form-group">
    <label class="govuk-label" for="${name}">${say(name)}</label>
    ${hint && html`<div class="govuk-hint" id="${name}-hint">${say(hint)}</div>`}
    <select class="govuk-select" id="${name}" name="${name}" ${required && html`required`} ${hint && html`aria-describedby="${name}-hint"`}>
      ${none && html`<option value="">${say(none)}</option>`}
      ${ids.map((id) => html`<option value="${id}" ${id === chosen && html` selected`}>${label(id)}</option>`)}
    </select>
  </div>`;
}
