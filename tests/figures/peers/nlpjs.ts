import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { Nlp } from '@nlpjs/nlp';
import type { Peer } from './peer';

// The settings that it has when none are given, but for the log of its training.
const settings = {
  keepStopwords: true,
  nonefeatureValue: 1,
  nonedeltaMultiplier: 1.2,
  spellCheck: false,
  spellCheckDistance: 1,
  filterZeros: true,
  log: false,
};

/** nlp.js as the example of its README: an intent a topic, an utterance an ask, its own English stemmer and its neural classifier. */
export const nlpJs: Peer = {
  name: 'nlp.js',
  setUps: [
    {
      how: 'an intent a topic, its own English stemmer',
      build: async ({ asks, plain }) => {
        const container = await containerBootstrap();
        container.use(Nlp);
        container.use(LangEn);
        container.registerConfiguration('nlu-??', settings);
        const nlp = container.get('nlp');
        nlp.settings.autoSave = false;
        nlp.settings.calculateSentiment = false;
        nlp.addLanguage('en');
        for (const { topic, text } of asks) nlp.addDocument('en', plain(text), topic);
        await nlp.train();
        return {
          find: async (text) => {
            const { classifications } = await nlp.process('en', plain(text));
            return { hits: classifications.map(({ intent, score }) => ({ topic: intent, score })) };
          },
          saved: () => nlp.export(),
        };
      },
    },
  ],
};
