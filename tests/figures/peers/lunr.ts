import lunr from 'lunr';
import type { Peer } from './peer';
import { mostHits } from './peer';

/**
 * lunr at its best: one document for each ask, no stop words ("what can i get" is all stop words), the Porter stemmer, text-speak
 * written out, and the lexicon as synonyms by expansion of both the index and the query. By query(), as search() reads signs as syntax.
 */
export const lunrAlone: Peer = {
  name: 'lunr',
  setUps: [
    {
      how: 'a document an ask, no stop words, Porter stemmer, lexicon as synonyms',
      build: ({ asks, words, concepts, lexicon }) => {
        const index = lunr(function () {
          this.pipeline.remove(lunr.stopWordFilter);
          this.searchPipeline.remove(lunr.stopWordFilter);
          this.ref('at');
          this.field('words');
          this.field('concepts');
          asks.forEach(({ text }, at) => {
            const said = words(text);
            this.add({ at, words: said.join(' '), concepts: concepts(said).join(' ') });
          });
        });
        return {
          find: (text) => {
            const said = words(text);
            const found = index.query((query) => {
              for (const word of new Set(said)) query.term(word, { fields: ['words'] });
              for (const concept of concepts(said)) query.term(concept, { fields: ['concepts'] });
            });
            return { hits: found.slice(0, mostHits).map(({ ref, score }) => ({ topic: asks[Number(ref)]!.topic, score })) };
          },
          saved: () => JSON.stringify({ index, lexicon, topics: asks.map(({ topic }) => topic) }),
        };
      },
    },
  ],
};

/** The Porter stemmer of lunr, for peers that bring none of their own. */
export function stem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}
