import { createInstance, type i18n } from 'i18next';
import offer from '../locales/en/offer.json';
import page from '../locales/en/page.json';
import { madeOnceForGood } from './engine/madeOnce';

/** The words of the page and of the labels round a reply, in the languages that are in. */
export const words: i18n = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: page, offer } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
void words.init();

/** The text of a key that takes no values, looked up once: the labels of a reply are asked for with each of its parts. */
export const say: (key: string) => string = madeOnceForGood((key) => words.t(key));

/** Languages that the assistant speaks. */
export const languages: readonly string[] = ['en'];
