import { belonging } from '../../../bot/engine/sure';
import { tidy } from '../../../bot/engine/tidy';
import { safety } from '../../../bot/engine/turn';
import type { Kit } from '../../../bot/engine/types';
import { understand } from '../../../bot/engine/understand';
import { train, type Learnt } from '../../../bot/kit/train';
import type { Peer } from './peer';

const crisisWords = new Set(safety.crisisWords);

/** Our own ranker, trained from the knowledge as the kits are, and its own measure of what belongs to us. */
export function ours(knowledge: Learnt, kit: Kit): Peer {
  return {
    name: 'this project',
    setUps: [
      {
        how: 'as built',
        build: () => {
          const ranker = train(knowledge);
          const trained: Kit = { ...kit, ranker };
          return {
            find: (text) => {
              const tidied = tidy(text, safety.spelling);
              const meant = understand(tidied, trained, {}, [], (word) => crisisWords.has(word), 0);
              return { hits: meant.ranked.map(({ id, score }) => ({ topic: id, score })), sure: belonging(meant, tidied) };
            },
            saved: () => JSON.stringify(ranker),
          };
        },
      },
    ],
  };
}
