import { gzipSync } from 'node:zlib';
import type { Engine, Found, Given, Peer, SetUp } from './peers/peer';
import type { Question } from './rows';
import { percentile, shareOf, type Share } from './statistics';

/** How one peer did. */
export interface Result {
  readonly name: string;
  /** The set-up that did best on the tuning half, and how its answer was taken. */
  readonly how: string;
  /** The best topic is right, whatever the threshold. */
  readonly rightFirst: Share;
  /** The best topic is right and the peer was sure enough. */
  readonly rightAndSure: Share;
  readonly ownedUp: Share;
  readonly lost: Share;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly gzipBytes: number;
  readonly buildMs: number;
}

/** Of the good questions of the tuning half, the threshold may lose at most this part. */
const mayLose = 0.03;
/** Good questions asked of each half; all out-of-scope ones are asked. */
const asked = { tuning: 400, judged: Infinity };
const askedOfSlow = { tuning: 60, judged: 120 };
/** A peer that reads every ask for each question gets one in this many; the table says so. */
const askOfSlow = 6;
/** Hits of a search whose scores are added up by topic: the best one, or more. */
const votes = [1, 3, 10, 30];

const isOutside = ({ topics }: Question) => topics[0] === 'out-of-scope';

/** Tunes a peer on one half of the questions and judges it on the other. */
export async function race(peer: Peer, given: Given, tuning: readonly Question[], judged: readonly Question[]): Promise<Result> {
  const limits = peer.slow ? askedOfSlow : asked;
  const fed = peer.slow ? { ...given, asks: given.asks.filter((_, i) => i % askOfSlow === 0) } : given;
  const best = await tuned(peer, fed, fewer(tuning, limits.tuning));
  const rows = fewer(judged, limits.judged);
  const answers = await askAll(best.engine, rows);
  const verdicts = answers.map(({ row, found }) => ({ row, ...best.verdict(found, row.text) }));
  const good = verdicts.filter(({ row }) => !isOutside(row));
  const out = ({ topic, sure }: Verdict) => topic === 'out-of-scope' || sure < best.threshold;
  const took = answers.map(({ ms }) => ms);
  return {
    name: peer.slow ? `${peer.name} (one ask in ${askOfSlow})` : peer.name,
    how: best.how,
    rightFirst: shareOf(good, ({ row, topic }) => row.topics.includes(topic)),
    rightAndSure: shareOf(good, (one) => one.row.topics.includes(one.topic) && !out(one)),
    ownedUp: shareOf(
      verdicts.filter(({ row }) => isOutside(row)),
      out,
    ),
    lost: shareOf(good, out),
    medianMs: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    gzipBytes: gzipSync(best.engine.saved(), { level: 9 }).length,
    buildMs: best.buildMs,
  };
}

// The rows stand in an order of chance, so the first are as good as any.
function fewer(rows: readonly Question[], good: number): Question[] {
  return [...rows.filter(isOutside), ...rows.filter((row) => !isOutside(row)).slice(0, good)];
}

interface Answer {
  readonly row: Question;
  readonly found: Found;
  readonly ms: number;
}

async function askAll(engine: Engine, rows: readonly Question[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const row of rows) {
    const before = performance.now();
    const found = await engine.find(row.text);
    answers.push({ row, found, ms: performance.now() - before });
  }
  return answers;
}

interface Verdict {
  readonly topic: string;
  readonly sure: number;
}

/** Ways to say how sure a search is of its best topic; the one that owns up to most is taken. */
const ways = {
  'its own measure': (_total: number, _all: number, _words: number, own: number | undefined) => own ?? -Infinity,
  score: (total: number) => total,
  'score a word': (total: number, _all: number, words: number) => total / words,
  'share of the score': (total: number, all: number) => total / (all || 1),
};
type Way = keyof typeof ways;

function verdict({ hits, sure }: Found, text: string, most: number, way: Way): Verdict {
  const totals = new Map<string, number>();
  const counted = hits.slice(0, most);
  for (const { topic, score } of counted) totals.set(topic, (totals.get(topic) ?? 0) + score);
  const [topic, total] = [...totals].sort((a, b) => b[1] - a[1])[0] ?? ['out-of-scope', 0];
  const all = counted.reduce((sum, { score }) => sum + score, 0);
  return { topic, sure: ways[way](total, all, text.split(/\s+/u).length, sure) };
}

interface Tuned {
  readonly engine: Engine;
  readonly how: string;
  readonly buildMs: number;
  readonly threshold: number;
  verdict(found: Found, text: string): Verdict;
}

async function tuned(peer: Peer, given: Given, rows: readonly Question[]): Promise<Tuned> {
  let best: { engine: Engine; setUp: SetUp; most: number; right: number; answers: Answer[]; buildMs: number } | null = null;
  for (const setUp of peer.setUps) {
    const before = performance.now();
    const engine = await setUp.build(given);
    const buildMs = performance.now() - before;
    const answers = await askAll(engine, rows);
    const good = answers.filter(({ row }) => !isOutside(row));
    // A peer that says itself how sure it is has ranked topics, not asks: there is nothing to add up.
    for (const most of answers[0]?.found.sure === undefined ? votes : [1]) {
      const right = good.filter(({ row, found }) => row.topics.includes(verdict(found, row.text, most, 'score').topic)).length;
      if (!best || right > best.right) best = { engine, setUp, most, right, answers, buildMs };
    }
  }
  const { engine, setUp, most, answers, buildMs } = best!;
  const own = answers[0]?.found.sure !== undefined;
  const found = (Object.keys(ways) as Way[])
    .filter((way) => (way === 'its own measure') === own)
    .map((way) => ({ way, ...threshold(answers.map(({ row, found: hits }) => ({ row, ...verdict(hits, row.text, most, way) }))) }))
    .sort((a, b) => b.ownedUp - a.ownedUp)[0]!;
  const voting = most > 1 ? `; best of ${most} hits added up` : '';
  return {
    engine,
    how: `${setUp.how}${voting}; sure by ${found.way}`,
    buildMs,
    threshold: found.at,
    verdict: (hits, text) => verdict(hits, text, most, found.way),
  };
}

// The highest threshold that loses no more good questions than may be lost.
function threshold(verdicts: readonly (Verdict & { readonly row: Question })[]): { at: number; ownedUp: number } {
  const good = verdicts.filter(({ row }) => !isOutside(row));
  const already = good.filter(({ topic }) => topic === 'out-of-scope').length;
  const sure = good.filter(({ topic }) => topic !== 'out-of-scope').map((one) => one.sure).sort((a, b) => a - b); // prettier-ignore
  const spare = Math.floor(mayLose * good.length) - already;
  const at = spare < 0 ? -Infinity : (sure[spare] ?? Infinity);
  return { at, ownedUp: verdicts.filter(({ row, topic, sure: how }) => isOutside(row) && (topic === 'out-of-scope' || how < at)).length };
}
