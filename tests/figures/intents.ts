import { parseArgs } from 'node:util';
import { z } from 'zod';
import { lexicon, withConcepts } from '../../bot/engine/features';
import { listUnder } from '../../bot/engine/pattern';
import { rank } from '../../bot/engine/rank';
import { sureness } from '../../bot/engine/sure';
import { tidy } from '../../bot/engine/tidy';
import type { Ranker } from '../../bot/engine/types';
import { train } from '../../bot/kit/train';
import { putInReadme } from './readme';
import { BadFile, checked, readWhole } from './rows';
import { interval, percent, shareOf, type Share } from './statistics';
import { columns, markdown, whole } from './table';

// npm run bench:intents -- PATH: the same reading and ranking on CLINC150, a public set of intents, with no lexicon of its own.
// github.com/clinc/oos-eval (Larson et al., EMNLP 2019), CC BY 3.0: read from where it lies, never copied here.
const usage = 'npm run bench:intents -- PATH/data_full.json [--readme]';

const phrases = z.array(z.tuple([z.string(), z.string()])).min(1);
const data = z.object({ train: phrases, val: phrases, test: phrases, oos_val: phrases, oos_test: phrases });
type Phrases = z.infer<typeof phrases>;

/** Published for this set, and the trial of docs/design.md: in-scope accuracy and out-of-scope recall, in percent. */
const published: readonly (readonly [string, string, string])[] = [
  ['Design trial: lunr, stop words off, a document a phrase', '83.5', '11.3'],
  ['Design trial: linear SVM on words, pairs and pieces', '91.8', '70.5'],
  ['Published, by threshold: DialogFlow', '90.8', '26.7'],
  ['Published, by threshold: Rasa', '90.9', '31.2'],
  ['Published, by threshold: MLP on sentence embeddings', '93.4', '49.1'],
  ['Published, by threshold: BERT', '96.2', '52.3'],
];

interface Read {
  readonly right: boolean;
  readonly sure: number;
}

function reader(ranker: Ranker): (phrase: Phrases[number]) => Read {
  const none = lexicon(ranker.concepts);
  const words = new Set(ranker.words.split(' '));
  return ([text, intent]) => {
    const { tokens } = tidy(text, {});
    const ranked = rank(withConcepts(tokens, none), ranker);
    const known = tokens.length ? tokens.filter((word) => words.has(word)).length / tokens.length : 0;
    return { right: ranked[0]!.id === intent, sure: sureness({ ranked, known }) };
  };
}

/** The threshold with most right over the whole validation part, in scope and out, as the authors of the set choose it. */
function threshold(inScope: readonly Read[], outside: readonly Read[]): number {
  const all = [...inScope.map((one) => ({ ...one, ours: true })), ...outside.map((one) => ({ ...one, ours: false }))].sort((a, b) => a.sure - b.sure); // prettier-ignore
  let right = inScope.filter((one) => one.right).length;
  let best = { right, at: -Infinity };
  all.forEach((one, i) => {
    // With the threshold just above this one, it is owned up to.
    right += one.ours ? -Number(one.right) : 1;
    const at = ((all[i + 1]?.sure ?? Infinity) + one.sure) / 2;
    if (right >= best.right) best = { right, at };
  });
  return best.at;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { readme: { type: 'boolean', default: false } }, allowPositionals: true });
  const [path] = positionals;
  if (path === undefined) throw new BadFile(`name the data: ${usage}`);
  const set = checked(parsed(path), data, path);
  const asks = new Map<string, string[]>();
  for (const [text, intent] of set.train) listUnder(asks, intent, text);

  const started = performance.now();
  const ranker = train({ asks, concepts: {}, spelling: {}, national: new Map() }, Infinity);
  const seconds = (performance.now() - started) / 1000;
  const read = reader(ranker);
  const at = threshold(set.val.map(read), set.oos_val.map(read));
  const [inScope, outside] = [set.test.map(read), set.oos_test.map(read)];
  const cells = (name: string, one: Share, other: Share) => [name, percent(one), interval(one), percent(other), interval(other)];
  const rows = [
    cells('This project', shareOf(inScope, ({ right, sure }) => right && sure >= at), shareOf(outside, ({ sure }) => sure < at)), // prettier-ignore
    ['This project, no threshold', percent(shareOf(inScope, ({ right }) => right)), '', '', ''],
    ...published.map(([name, accuracy, recall]) => [name, `${accuracy}%`, '', `${recall}%`, '']),
  ];
  const head = ['CLINC150, full', 'in-scope accuracy', '95% interval', 'out-of-scope recall', '95% interval'];
  console.log(`${whole(set.train.length)} phrases, ${whole(asks.size)} intents, ${whole(Object.keys(ranker.weights).length)} features, trained in ${seconds.toFixed(0)} s. Threshold ${at.toFixed(3)}, from validation only.\n`); // prettier-ignore
  console.log(columns(head, rows));
  if (values.readme) await putInReadme('intents', markdown(head, rows));
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readWhole(path));
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw new BadFile(`${path} is not JSON`, { cause: error });
  }
}

main().catch((error: unknown) => {
  const told = error instanceof BadFile || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  console.error(told ? `bench:intents: ${(error as Error).message}` : error);
  process.exitCode = 1;
});
