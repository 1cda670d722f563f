import { parseArgs } from 'node:util';
import { lexicon, withConcepts } from '../../bot/engine/features';
import { tidy } from '../../bot/engine/tidy';
import type { Ranker } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { readKnowledge, type Knowledge } from '../../bot/kit/knowledge';
import { Problems, type Problem } from '../../bot/kit/problem';
import { shuffled } from './chance';
import { growth, type Grown } from './growth';
import { fuse } from './peers/fuse';
import { lunrAlone } from './peers/lunr';
import { miniSearch } from './peers/minisearch';
import { nlpJs } from './peers/nlpjs';
import { orama } from './peers/orama';
import { ours } from './peers/ours';
import type { Given } from './peers/peer';
import { race, type Result } from './race';
import { putInReadme } from './readme';
import { BadFile, readQuestions } from './rows';
import { interval, percent } from './statistics';
import { columns, markdown, whole } from './table';

// npm run bench: this ranker beside five libraries, on the same asks and the same questions in one run, and how a turn grows.
const aside = ['tests/questions/aside-1.jsonl', 'tests/questions/aside-2.jsonl'];
const options = {
  questions: { type: 'string', multiple: true },
  /** Names of the peers to run, for a quick look. */
  only: { type: 'string', multiple: true },
  readme: { type: 'boolean', default: false },
} as const;
const seed = 20261121;

function learnt(): Knowledge {
  const problems: Problem[] = [];
  const knowledge = readKnowledge('knowledge', 'locales/en/replies.json', problems);
  if (problems.length) throw new Problems(problems);
  return knowledge;
}

/** Of the asks every so many are given to each peer, ours too: with all of them some take hours. */
const askInEvery = 4;

function fewer(knowledge: Knowledge): Knowledge {
  const asks = new Map([...knowledge.asks].map(([id, lines]) => [id, lines.filter((_, i) => i % askInEvery === 0)] as const));
  return { ...knowledge, asks };
}

// What the ranker learns from, for all alike: the asks, and the near misses with the topic that each really means.
function givenTo(knowledge: Knowledge, concepts: Ranker['concepts']): Given {
  const near = [...knowledge.national.values()].flatMap(({ written }) => written.near_misses);
  const looked = lexicon(concepts);
  const words = (text: string) => tidy(text, knowledge.spelling).tokens;
  const conceptsOf = (said: readonly string[]) => {
    const found = [...new Set(withConcepts(said, looked).more)].filter((feature) => feature.startsWith('@'));
    return found.map((feature) => `concept${feature.replace(/[^a-z\d]/gu, '')}`);
  };
  return {
    asks: [
      ...[...knowledge.asks].flatMap(([topic, lines]) => lines.map((text) => ({ topic, text }))),
      ...near.map(({ say, means }) => ({ topic: means, text: say })),
    ],
    words,
    concepts: conceptsOf,
    plain: (text) => {
      const said = words(text);
      return [...said, ...conceptsOf(said)].join(' ');
    },
    lexicon: concepts,
  };
}

const head = ['', 'right first', '95% interval', 'right and sure', 'owned up', '95% interval', 'lost', 'median ms', 'p99 ms', 'KB gzip', 'build ms', 'asked']; // prettier-ignore

function cells(one: Result): string[] {
  const ms = (time: number) => time.toFixed(time < 10 ? 2 : 0);
  return [
    one.name,
    percent(one.rightFirst),
    interval(one.rightFirst),
    percent(one.rightAndSure),
    percent(one.ownedUp),
    interval(one.ownedUp),
    percent(one.lost),
    ms(one.medianMs),
    ms(one.p99Ms),
    whole(one.gzipBytes / 1000),
    whole(one.buildMs),
    `${whole(one.rightFirst.of)} + ${whole(one.ownedUp.of)}`,
  ];
}

const grownHead = ['One turn with a generated kit', 'councils', 'ranker classes', 'p50 ms', 'p99 ms'];
const grownCells = (one: Grown) => [
  `${whole(one.entries)} entries`,
  whole(one.councils),
  whole(one.classes),
  one.medianMs.toFixed(2),
  one.p99Ms.toFixed(2),
];

async function main(): Promise<void> {
  const { questions = aside, only, readme } = parseArgs({ options }).values;
  if (readme && (only || questions !== aside)) throw new BadFile('--readme is for all peers on the questions kept aside');
  const rows = shuffled(questions.flatMap(readQuestions), seed);
  const half = Math.floor(rows.length / 2);
  const knowledge = fewer(learnt());
  const kit = openKits('build/kits').for(undefined).kit!;
  const given = givenTo(knowledge, kit.ranker.concepts);

  console.log(`${whole(given.asks.length)} asks, one in ${askInEvery}. Set up and threshold (at most 3% of good questions lost) by a seeded half of the questions, figures on the other.\n`); // prettier-ignore
  const results: Result[] = [];
  for (const peer of [ours(knowledge, kit), lunrAlone, miniSearch, orama, nlpJs, fuse]) {
    if (only && !only.includes(peer.name)) continue;
    const result = await race(peer, given, rows.slice(0, half), rows.slice(half));
    results.push(result);
    console.log(`${result.name}: ${result.how}`);
  }
  const grown = growth(
    kit,
    given.asks.map(({ text }) => text),
  );
  console.log(`\n${columns(head, results.map(cells))}\n\n${columns(grownHead, grown.map(grownCells))}`);
  if (readme) await putInReadme('bench', `${markdown(head, results.map(cells))}\n\n${markdown(grownHead, grown.map(grownCells))}`);
}

main().catch((error: unknown) => {
  const told = error instanceof BadFile || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  console.error(told ? `bench: ${(error as Error).message}` : error);
  process.exitCode = 1;
});
