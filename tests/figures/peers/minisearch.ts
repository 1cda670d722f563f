import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { stem } from './lunr';
import { mostHits, type SetUp, type Peer } from './peer';

interface Document {
  readonly id: number;
  readonly topic: string;
  readonly text: string;
}

function setUp(how: string, searchOptions: SearchOptions, processTerm?: NonNullable<Options['processTerm']>): SetUp {
  return {
    how,
    build: ({ asks, plain }) => {
      const index = new MiniSearch<Document>({
        fields: ['text'],
        storeFields: ['topic'],
        searchOptions,
        ...(processTerm && { processTerm }),
      });
      index.addAll(asks.map(({ topic, text }, id) => ({ id, topic, text: plain(text) })));
      return {
        find: (text) => {
          const found = index.search(plain(text)).slice(0, mostHits);
          return { hits: found.map(({ topic, score }) => ({ topic: String(topic), score })) };
        },
        saved: () => JSON.stringify(index),
      };
    },
  };
}

/** MiniSearch as its README advises: fuzzy and prefix search, or a stemmer by processTerm. */
export const miniSearch: Peer = {
  name: 'MiniSearch',
  setUps: [
    setUp('fuzzy 0.2 and prefix', { fuzzy: 0.2, prefix: true }),
    setUp('Porter stemmer by processTerm', {}, (term) => stem(term.toLowerCase())),
    setUp('Porter stemmer by processTerm, fuzzy 0.2', { fuzzy: 0.2 }, (term) => stem(term.toLowerCase())),
  ],
};
