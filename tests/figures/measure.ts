import { listUnder } from '../../bot/engine/pattern';
import { acts, crisisCategories } from '../../bot/engine/types';
import { ask } from './asking';
import { apart, type Apart } from './detectors';
import * as judge from './judge';
import type { Judged } from './judge';
import type { CrisisRow, Other, Question } from './rows';
import { slipKinds, withSlips, type SlipKind } from './slips';
import { shareOf, type Share } from './statistics';

export interface Sets {
  readonly questions: readonly Question[];
  readonly outOfScope: readonly Other[];
  readonly crisis: readonly CrisisRow[];
  readonly benign: readonly Other[];
}

/** The headline figures, in the order printed, and what each is called. */
export const names = {
  rightFirst: 'Right first',
  rightFirstTopics: '- questions on a topic',
  rightFirstActs: '- greetings, thanks and other acts',
  rightOffered: 'Right first or among those offered',
  wrongButSure: 'Wrong but sure',
  ownedUp: 'Out of scope and owned up to',
  lost: 'Good questions lost',
  crisisFound: 'Crisis found',
  crisisCategory: 'Crisis found, category right',
  alarmsBenign: 'False alarms on figures of speech',
  alarmsQuestions: 'False alarms on questions',
  alarmsOutOfScope: 'False alarms out of scope',
} as const;
export type Name = keyof typeof names;

type Of<N extends Name> = Readonly<Pick<Record<Name, Share>, N>>;
export type OfQuestions = Of<'rightFirst' | 'rightOffered' | 'wrongButSure' | 'lost'>;
export type OfCrisis = Of<'crisisFound' | 'crisisCategory'>;

export interface Confusion {
  readonly wanted: string;
  readonly got: string;
  readonly times: number;
}

export interface Figures {
  readonly figures: Of<Name>;
  readonly byTopic: Readonly<Record<string, OfQuestions>>;
  readonly byStyle: Readonly<Record<string, OfQuestions>>;
  readonly byCategory: Readonly<Record<string, OfCrisis>>;
  readonly byCrisisStyle: Readonly<Record<string, OfCrisis>>;
  /** The two detectors apart and together, by category, by style, and on messages of no crisis. */
  readonly detectors: Readonly<Record<string, Apart>>;
  readonly confused: readonly Confusion[];
  readonly noise: Readonly<Record<SlipKind, OfQuestions & Of<'ownedUp' | 'crisisFound'>>>;
}

interface Asked<Row> {
  readonly row: Row;
  readonly reply: Judged;
}

function asked<Row extends Other>(rows: readonly Row[], spoil = (text: string) => text): Asked<Row>[] {
  return rows.map((row) => ({ row, reply: ask(spoil(row.text)) }));
}

/** Puts every row to the engine as it is built, and counts. */
export function measure(sets: Sets): Figures {
  const questions = asked(sets.questions);
  const outOfScope = asked(sets.outOfScope);
  const crisis = asked(sets.crisis);
  const isAct = ({ row }: Asked<Question>) => (acts as readonly string[]).includes(row.topics[0]!);
  const alarms = (rows: readonly Asked<Other & Partial<Question>>[]) => shareOf(rows, ({ row, reply }) => judge.falseAlarm(reply, row));
  const first = (rows: readonly Asked<Question>[]) => ofQuestions(rows).rightFirst;
  return {
    figures: {
      ...ofQuestions(questions),
      rightFirstTopics: first(questions.filter((one) => !isAct(one))),
      rightFirstActs: first(questions.filter(isAct)),
      ownedUp: shareOf(outOfScope, ({ reply }) => judge.ownedUp(reply)),
      ...ofCrisis(crisis),
      alarmsBenign: alarms(asked(sets.benign)),
      alarmsQuestions: alarms(questions),
      alarmsOutOfScope: alarms(outOfScope),
    },
    byTopic: grouped(questions, ({ row }) => row.topics[0]!, ofQuestions),
    byStyle: grouped(questions, ({ row }) => row.style, ofQuestions),
    byCategory: grouped(crisis, ({ row }) => row.category, ofCrisis),
    byCrisisStyle: grouped(crisis, ({ row }) => row.style, ofCrisis),
    detectors: {
      'every crisis': apart(sets.crisis),
      ...grouped(sets.crisis, ({ category }) => category, apart),
      ...grouped(sets.crisis, ({ style }) => style, apart),
      'alarms on figures of speech': apart(sets.benign),
      'alarms on questions': apart(sets.questions.filter(({ topics }) => !crisisCategories.some((one) => topics.includes(one)))),
      'alarms out of scope': apart(sets.outOfScope),
    },
    confused: worst([...questions, ...outOfScope.filter(({ reply }) => !judge.ownedUp(reply)).map(asQuestion)]),
    noise: Object.fromEntries(slipKinds.map((kind) => [kind, noisy(sets, kind)])) as Figures['noise'],
  };
}

function ofQuestions(rows: readonly Asked<Question>[]): OfQuestions {
  const share = (test: (reply: Judged, row: Question) => boolean) => shareOf(rows, ({ reply, row }) => test(reply, row));
  return {
    rightFirst: share(judge.rightFirst),
    rightOffered: share(judge.rightOffered),
    wrongButSure: share(judge.wrongButSure),
    lost: share(judge.lost),
  };
}

function ofCrisis(rows: readonly Asked<CrisisRow>[]): OfCrisis {
  return {
    crisisFound: shareOf(rows, ({ reply }) => judge.crisisFound(reply)),
    crisisCategory: shareOf(rows, ({ reply, row }) => judge.categoryRight(reply, row)),
  };
}

function noisy(sets: Sets, kind: SlipKind): Figures['noise'][SlipKind] {
  const spoil = (text: string) => withSlips(text, kind);
  return {
    ...ofQuestions(asked(sets.questions, spoil)),
    ownedUp: shareOf(asked(sets.outOfScope, spoil), ({ reply }) => judge.ownedUp(reply)),
    crisisFound: ofCrisis(asked(sets.crisis, spoil)).crisisFound,
  };
}

function grouped<Row, Found>(
  rows: readonly Row[],
  key: (row: Row) => string,
  count: (rows: readonly Row[]) => Found,
): Record<string, Found> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) listUnder(groups, key(row), row);
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, count(of)]));
}

function asQuestion({ row, reply }: Asked<Other>): Asked<Question> {
  return { row: { ...row, topics: ['out-of-scope'], style: '' }, reply };
}

/** The pairs most often taken one for the other. */
const mostPairs = 10;

function worst(rows: readonly Asked<Question>[]): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const { row, reply } of rows) {
    const got = judge.takenFor(reply, row);
    if (got === null) continue;
    const wanted = row.topics[0]!;
    const pair = `${wanted} ${got}`;
    pairs.set(pair, { wanted, got, times: (pairs.get(pair)?.times ?? 0) + 1 });
  }
  return [...pairs]
    .sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))
    .slice(0, mostPairs)
    .map(([, pair]) => pair);
}
