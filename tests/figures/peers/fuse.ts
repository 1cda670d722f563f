import Fuse from 'fuse.js';
import { mostHits, type Peer } from './peer';

// Stricter than its own 0.6, which on the development questions was right half as often and twice as slow.
const threshold = 0.3;
const keys = ['text'];

/** fuse.js with token search, which its documentation advises for questions of several words. */
export const fuse: Peer = {
  name: 'fuse.js',
  slow: true,
  setUps: [
    {
      how: `token search, threshold ${threshold}`,
      build: ({ asks, plain }) => {
        const documents = asks.map(({ topic, text }) => ({ topic, text: plain(text) }));
        const index = Fuse.createIndex(keys, documents);
        const search = new Fuse(documents, { keys, useTokenSearch: true, ignoreLocation: true, includeScore: true, threshold }, index);
        return {
          find: (text) => {
            const found = search.search(plain(text), { limit: mostHits });
            // Its score is a distance: 0 is a perfect match.
            return { hits: found.map(({ item, score }) => ({ topic: item.topic, score: 1 - (score ?? 1) })) };
          },
          saved: () => JSON.stringify({ index: index.toJSON(), topics: asks.map(({ topic }) => topic) }),
        };
      },
    },
  ],
};
