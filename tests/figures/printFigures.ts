import type { ConversationFigures } from './conversations';
import { detectors } from './detectors';
import { names, type Figures, type Name, type OfCrisis, type OfQuestions } from './measure';
import type { Recorded } from './recorded';
import { change, interval, percent, type Share } from './statistics';
import { columns, markdown, whole } from './table';

const cells = (share: Share) => [percent(share), `${whole(share.n)} of ${whole(share.of)}`, interval(share)];
const headline = (figures: Figures) => Object.entries(figures.figures) as [Name, Share][];

/** Everything that was counted, as plain text. */
export function asText(figures: Figures, conversations: ConversationFigures | null, before: Recorded | null): string {
  const since = before ? [`since ${before.on}`] : [];
  const compared = (name: Name, share: Share) => {
    const then = before?.figures[name];
    return before ? [then ? change(share, then) : 'new'] : [];
  };
  const main = headline(figures)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, share]) => [names[name], ...cells(share), ...compared(name, share)]);
  const played = conversations && [
    ['Turns right', ...cells(conversations.turns)],
    ['Conversations with every turn right', ...cells(conversations.whole)],
  ];
  return [
    columns(['', 'share', 'count', '95% interval', ...since], main),
    ...(played ? [columns(['Conversations', 'share', 'count', '95% interval'], played)] : []),
    ofNoise(figures),
    ofConfused(figures),
    ofQuestions('By style', figures.byStyle),
    ofQuestions('By topic', figures.byTopic),
    ofCrisis('Crisis by category', figures.byCategory),
    ofCrisis('Crisis by style', figures.byCrisisStyle),
    ofDetectors(figures),
  ].join('\n\n');
}

const order = Object.keys(names) as Name[];

function ofNoise({ figures, noise }: Figures): string {
  const rows = Object.entries(noise).map(([kind, { rightFirst, rightOffered, wrongButSure, lost, ownedUp, crisisFound }]) => [
    kind,
    percent(rightFirst),
    change(rightFirst, figures.rightFirst),
    interval(rightFirst),
    ...[rightOffered, wrongButSure, lost, ownedUp, crisisFound].map(percent),
  ]);
  return columns(['Spelling noise', 'right first', 'change', '95% interval', 'offered', 'wrong sure', 'lost', 'owned up', 'crisis'], rows);
}

function ofConfused({ confused }: Figures): string {
  return columns(
    ['Most confused', 'taken for', 'times'],
    confused.map(({ wanted, got, times }) => [wanted, got, String(times)]),
  );
}

function ofQuestions(title: string, groups: Readonly<Record<string, OfQuestions>>): string {
  const rows = Object.entries(groups).map(([name, { rightFirst, rightOffered, wrongButSure, lost }]) => [
    name,
    whole(rightFirst.of),
    percent(rightFirst),
    interval(rightFirst),
    ...[rightOffered, wrongButSure, lost].flatMap((share) => [percent(share), interval(share)]),
  ]);
  return columns([title, 'count', 'right first', '95%', 'or offered', '95%', 'wrong sure', '95%', 'lost', '95%'], rows);
}

function ofCrisis(title: string, groups: Readonly<Record<string, OfCrisis>>): string {
  const rows = Object.entries(groups).map(([name, { crisisFound, crisisCategory }]) => [
    name,
    whole(crisisFound.of),
    ...[crisisFound, crisisCategory].flatMap((share) => [percent(share), interval(share)]),
  ]);
  return columns([title, 'count', 'found', '95%', 'category right', '95%'], rows);
}

function ofDetectors(figures: Figures): string {
  const rows = Object.entries(figures.detectors).map(([name, apart]) => [
    name,
    whole(apart.either.of),
    ...detectors.flatMap((one) => [`${percent(apart[one])} (${whole(apart[one].n)})`, interval(apart[one])]),
  ]);
  return columns(['Detectors apart and together', 'count', 'rules', '95%', 'learnt', '95%', 'either', '95%'], rows);
}

/** The headline figures as the table of the README. */
export function asMarkdown(figures: Figures, conversations: ConversationFigures | null): string {
  const main = order.map((name) => [names[name], ...cells(figures.figures[name])]);
  const noise = Object.entries(figures.noise).map(([kind, { rightFirst }]) => [
    `Right first with a ${kind} in every third word`,
    ...cells(rightFirst),
  ]);
  const played = conversations ? [['Turns of conversations right', ...cells(conversations.turns)]] : [];
  return markdown(['Measured', 'Share', 'Count', '95% interval'], [...main, ...noise, ...played]);
}
