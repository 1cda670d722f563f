import type { Part, Reply } from '../engine/types';
import { words } from '../words';
import { html, type Html } from './html';
import { withPhones } from './phones';
import { shell, type Brand } from './shell';
import { labelOf } from './text';

/** What the page needs beside the reply: whose page it is, and what the person has chosen. */
export interface PageView {
  readonly brand: Brand;
  readonly councils: readonly { readonly id: string; readonly shortName: string }[];
  readonly conversation: string;
  readonly council: string | null;
  readonly reader: string | null;
  /** The question and its reply, when there is one. */
  readonly turn: { readonly asked: string; readonly reply: Reply } | null;
}

const t = (key: string, values: Record<string, string> = {}): string => words.t(key, values);

/** The whole page. It works with no script: each form posts to /chat and gets this page back with the reply. */
export function page(view: PageView): string {
  const title = view.turn ? `${view.turn.reply.title || t('reply')} - ${view.brand.name}` : `${t('title')} - ${view.brand.name}`;
  return shell({
    brand: view.brand,
    title,
    description: t('intro'),
    script: 'page',
    skip: { to: 'text', words: t('skip') },
    main: html`<h1 class="govuk-heading-l">${t('title')}</h1>
      ${!view.turn && html`<p class="govuk-body-l intro">${t('intro')}</p>`}
      <div id="log" role="log" aria-live="polite" aria-relevant="additions">
        ${view.turn && turnHtml(view.turn.asked, view.turn.reply, view)}
      </div>
      ${form(view)} ${!view.turn && starters(view)}`,
    foot: html`<p class="govuk-body-s">${t('robot')}</p>
      <p class="govuk-body-s"><a class="govuk-link" href="/my-offer">${words.t('link-to', { ns: 'offer' })}</a></p>`,
  });
}

/** One question and its answer, as the page and its script add it to the log. */
export function turnHtml(asked: string, reply: Reply, view: Pick<PageView, 'conversation' | 'councils' | 'council' | 'reader'>): Html {
  const name = view.councils.find((c) => c.id === reply.council)?.shortName ?? null;
  const crisis = reply.kind === 'help-now';
  const sources = reply.parts.filter((p) => p.role === 'source');
  const rest = reply.parts.filter((p) => p.role !== 'source');
  return html`<section class="turn" data-council="${reply.council ?? ''}">
    <p class="asked"><span class="govuk-visually-hidden">${t('you')}: </span>${asked}</p>
    <div class="${crisis ? 'reply reply--crisis' : 'reply'}" tabindex="-1">
      <h2 class="govuk-heading-m">${reply.title || t('reply')}</h2>
      ${rest.map((part) => partHtml(part, name))} ${reply.choices.length > 0 && choices(reply.choices, view)}
      ${
        sources.length > 0 &&
        html`<details class="govuk-details sources">
          <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${t('more')}</span></summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              ${sources.map((s) => html`<li>${s.text}</li>`)}
            </ul>
          </div>
        </details>`
      }
      ${reply.kind === 'answer' && reply.ref && adviser(view)} ${reply.ref && html`<p class="ref">${t('ref', { ref: reply.ref })}</p>`}
    </div>
  </section>`;
}

function partHtml(part: Part, council: string | null): Html {
  const label = part.role === 'next' && !part.text.includes('Ring') ? t('next') : labelOf(part, council);
  if (part.href) return html`<p class="govuk-body"><a class="govuk-link" href="${part.href}">${part.text}</a></p>`;
  if (part.role === 'notice') return html`<div class="govuk-inset-text part part--notice">${withPhones(part.text)}</div>`;
  if (!label) return html`<p class="govuk-body part part--${part.role}">${withPhones(part.text)}</p>`;
  return html`<div class="part part--${part.role}">
    <h3 class="govuk-heading-s">${label}</h3>
    ${lines(part.text)}
  </div>`;
}

// Rows that each begin with a dash are a list.
function lines(text: string): Html {
  const rows = text.split('\n');
  if (!rows.every((row) => row.startsWith('- '))) return html`<p class="govuk-body">${withPhones(text)}</p>`;
  return html`<ul class="govuk-list govuk-list--bullet">
    ${rows.map((row) => html`<li>${withPhones(row.slice(2))}</li>`)}
  </ul>`;
}

function choices(labels: readonly string[], view: Pick<PageView, 'conversation' | 'council' | 'reader'>): Html {
  return html`<form class="choices" method="post" action="/chat" data-ask aria-label="${t('pick')}">
    ${kept(view)}${labels.map(
      (label) => html`<button class="govuk-button govuk-button--secondary choice" name="text" value="${label}">${label}</button>`,
    )}
  </form>`;
}

// Any answer can become a message to the personal adviser.
function adviser(view: Pick<PageView, 'conversation' | 'council' | 'reader'>): Html {
  return html`<form class="adviser" method="post" action="/chat" data-ask>
    ${kept(view)}<button class="govuk-button govuk-button--secondary" name="text" value="${t('adviser-says')}">${t('adviser')}</button>
  </form>`;
}

function kept(view: Pick<PageView, 'conversation' | 'council' | 'reader'>): Html {
  return html`<input
      type="hidden"
      name="conversation"
      value="${view.conversation}"
    />${view.council && html`<input type="hidden" name="council" value="${view.council}" />`}${view.reader && html`<input type="hidden" name="reader" value="${view.reader}" />`}`;
}

function starters(view: PageView): Html {
  const questions = ['starter-1', 'starter-2', 'starter-3', 'starter-4'].map((key) => t(key));
  return html`<section class="starters" id="starters">
    <h2 class="govuk-heading-m">${t('starters')}</h2>
    ${choices(questions, view)}
  </section>`;
}

function form(view: PageView): Html {
  return html`<form class="ask" id="ask" method="post" action="/chat" data-ask>
    <input type="hidden" name="conversation" value="${view.conversation}" />
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="text">${t('question')}</label>
      <div class="govuk-hint" id="text-hint">${t('hint')}</div>
      <div class="ask__row">
        <input
          class="govuk-input"
          id="text"
          name="text"
          type="text"
          autocomplete="off"
          aria-describedby="text-hint"
          maxlength="10000"
          required
        />
        <button class="govuk-button ask__send">${t('send')}</button>
      </div>
    </div>
    <div class="ask__who">
      <div class="govuk-form-group">
        <label class="govuk-label" for="council">${t('council')}</label>
        <select class="govuk-select" id="council" name="council">
          <option value="">${t('council-none')}</option>
          ${view.councils.map((c) => html`<option value="${c.id}" ${c.id === view.council && html` selected`}>${c.shortName}</option>`)}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="reader">${t('reader')}</label>
        <select class="govuk-select" id="reader" name="reader">
          ${['care-leaver', 'foster-carer'].map(
            (r) => html`<option value="${r}" ${r === (view.reader ?? 'care-leaver') && html` selected`}>${t(`reader-${r}`)}</option>`,
          )}
        </select>
      </div>
    </div>
    <p class="govuk-body-s status" id="status" role="status" data-waiting="${t('waiting')}" data-failed="${t('failed')}"></p>
  </form>`;
}
