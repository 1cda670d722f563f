import { create, insertMultiple, save, search, type Tokenizer } from '@orama/orama';
import { stem } from './lunr';
import { mostHits, type Peer, type SetUp } from './peer';

type Tokens = { readonly language: 'english'; readonly stemming: true; readonly stopWords: false } | Tokenizer;

function setUp(how: string, tokenizer: Tokens): SetUp {
  return {
    how,
    build: async ({ asks, plain }) => {
      const index = create({ schema: { topic: 'enum', text: 'string' }, components: { tokenizer } });
      await insertMultiple(
        index,
        asks.map(({ topic, text }) => ({ topic, text: plain(text) })),
      );
      return {
        find: async (text) => {
          const { hits } = await search(index, { term: plain(text), properties: ['text'], limit: mostHits });
          return { hits: hits.map(({ document, score }) => ({ topic: String(document.topic), score })) };
        },
        saved: () => JSON.stringify(save(index)),
      };
    },
  };
}

// Orama finds every word that begins as one of the query does, so that "i" finds half the index; a mark at the end of each word
// by a tokenizer of one's own, which its documentation allows, is the one way to whole words that still lets words be missing.
const wholeWords: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text) => [...new Set(text.split(' ').map((word) => `${stem(word)}$`))],
};

export const orama: Peer = {
  name: 'Orama',
  setUps: [
    setUp('its own English stemmer', { language: 'english', stemming: true, stopWords: false }),
    setUp('whole words by a tokenizer of our own, Porter stemmer', wholeWords),
  ],
};
