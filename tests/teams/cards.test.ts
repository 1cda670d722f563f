import { asTeams, type Card } from '../../bot/render/teams';
import { everyCardReply, faultsOfCard } from './cards';
import { wordsOf } from './printed';

const replies = everyCardReply();
const cards = replies.map(([name, reply, council]) => ({ name, reply, ...asTeams(reply, council) }));
const folded = 'Where this comes from';

test('there are cards for every answer, crisis and act', () => {
  console.log(`cards: ${cards.length}`);
  expect(cards.length).toBeGreaterThan(400);
});

test("every card is good by the publisher's own reader, at version 1.5", () => {
  const faults = cards.flatMap(({ name, card }) => faultsOfCard(card).map((fault) => `${name}: ${fault}`));
  expect(faults).toEqual([]);
});

test.each<[string, (card: { body: Card[] }) => unknown, string]>([
  ['an element that does not exist', (card) => card.body.push({ type: 'Blink', text: 'x' }), 'Unknown element type'],
  [
    'a button without a title that does what does not exist',
    (card) => card.body.push({ type: 'ActionSet', actions: [{ type: 'Action.Blink' }] }),
    'Unknown action type',
  ],
  ['a colour that does not exist', (card) => card.body.push({ type: 'TextBlock', text: 'x', color: 'Pinkish' }), 'Invalid value'],
  ['a link to nowhere', (card) => card.body.push({ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'x' }] }), 'url'],
  ['a field of a later version', (card) => card.body.push({ type: 'TextBlock', text: 'x', wrapp: true }), 'wrapp is read as undefined'],
])('the reader refuses %s', (_, spoil, fault) => {
  const card = structuredClone(cards[0]!.card) as unknown as { body: Card[] };
  spoil(card);
  expect(faultsOfCard(card).join('\n')).toContain(fault);
});

test('a card and its plain text say the same, line by line', () => {
  for (const { name, reply, card, text } of cards) {
    const inCard = wordsOf(card).filter((line) => line !== folded);
    const numbered = new Map(reply.choices.map((choice, i) => [`${i + 1}. ${choice}`, choice]));
    const inText = text.split('\n\n').map((line) => numbered.get(line) ?? line.replace(`${folded}: `, ''));
    expect([name, inCard]).toEqual([name, inText]);
  }
});

test('nothing of a reply is left out of its card: parts, choices and code', () => {
  for (const { reply, card } of cards) {
    const inCard = wordsOf(card);
    const wanted = [...reply.parts.map((part) => part.text), ...reply.choices, ...(reply.ref ? [`Ref ${reply.ref}`] : [])];
    expect(wanted.filter((line) => !inCard.includes(line))).toEqual([]);
  }
});

test('a crisis card begins with the danger, folds nothing away and puts no number on a button only', () => {
  const crises = cards.filter(({ reply }) => reply.kind === 'help-now');
  expect(crises.length).toBeGreaterThan(40);
  for (const { reply, card } of crises) {
    const body = card['body'] as Card[];
    expect([body[0]!['style'], wordsOf(body[0])]).toEqual(['attention', [reply.parts[0]!.text]]);
    expect(JSON.stringify(body)).not.toMatch(/isVisible|ToggleVisibility|OpenUrl/u);
    const said = JSON.stringify(body.filter(({ type }) => type !== 'ActionSet'));
    for (const part of reply.parts) expect(said).toContain(JSON.stringify(part.text).slice(1, -1));
  }
});

test('no card is larger than the 28 KB that Teams takes', () => {
  const sizes = cards.map(({ card }) => JSON.stringify(card).length).sort((a, b) => a - b);
  console.log(`largest card: ${sizes.at(-1)} bytes`);
  expect(sizes.at(-1)).toBeLessThan(28_000);
});
