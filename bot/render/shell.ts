import { words } from '../words';
import { html, type Html } from './html';

/** Whose page it is. */
export interface Brand {
  readonly name: string;
  readonly logo: boolean;
}

/** What differs from page to page. */
export interface Shell {
  readonly brand: Brand;
  readonly title: string;
  readonly description: string;
  /** Name of its script in build/site, without ".js". */
  readonly script: string;
  /** Where the first link of the page leads: an id on it. */
  readonly skip: { readonly to: string; readonly words: string };
  readonly main: Html;
  readonly foot: Html;
}

const t = (key: string): string => words.t(key);

/** A whole page round its middle: the way out, what to do in danger, and the foot. */
export function shell({ brand, title, description, script, skip, main, foot }: Shell): string {
  return html`<!doctype html>
    <html lang="en" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content="${description}" />
        <link rel="stylesheet" href="/site/page.css" />
        <link rel="stylesheet" href="/site/brand.css" />
        <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />
        <script src="/site/${script}.js" defer></script>
      </head>
      <body class="govuk-template__body">
        <a href="#${skip.to}" class="skip">${skip.words}</a>
        <header class="brand">
          <div class="govuk-width-container brand__row">
            <a class="brand__name" href="/">${brand.logo && html`<img src="/site/logo.svg" alt="" height="40" /> `}${brand.name}</a>
            <a
              class="govuk-button govuk-button--warning leave"
              id="leave"
              href="https://www.bbc.co.uk/weather"
              rel="noreferrer nofollow"
              title="${t('leave-hint')}"
              >${t('leave')}</a
            >
          </div>
        </header>
        <p class="danger"><span class="govuk-width-container danger__words">${t('danger')}</span></p>
        <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main">${main}</main></div>
        <footer class="foot"><div class="govuk-width-container">${foot}</div></footer>
      </body>
    </html>`.text;
}
