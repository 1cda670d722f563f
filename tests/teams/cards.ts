import { readKnowledge } from '../../bot/kit/knowledge';
import { everyReply } from '../../bot/editor/everyReply';
import { helpNow, safeReply } from '../../bot/engine/helpNow';
import { safety, turnWith } from '../../bot/engine/turn';
import { crisisCategories, type Memory, type Reply } from '../../bot/engine/types';
import { openKits } from '../../bot/host/kits.node';
import { cannotRead, welcome, withNotice } from '../../bot/channels/teams/fixed';

/** What the published package tells of a card; all that is used of it here. */
interface Published {
  AdaptiveCard: new () => {
    parse(json: unknown, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
    toJSON(context: unknown): unknown;
  };
  SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(i: number): { message: string } };
  Versions: Record<string, unknown>;
}

// The package's root is broken for Node; its own bundle is not.
const published = require('adaptivecards/dist/adaptivecards.js') as Published;

/** What the publisher's own reader, held to version 1.5, finds wrong with a card: elements, values, and fields it does not know. */
export function faultsOfCard(card: unknown): string[] {
  const context = new published.SerializationContext(published.Versions['v1_5']);
  const read = new published.AdaptiveCard();
  read.parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const wrong = read.validateProperties().validationEvents.map(({ message }) => message);
  return [...events, ...wrong, ...lost(card, read.toJSON(new published.SerializationContext(published.Versions['v1_5'])))];
}

// Fields that are there before reading and not after it: the reader keeps only those it knows.
function lost(before: unknown, after: unknown, at = 'card'): string[] {
  if (typeof before !== 'object' || before === null) return before === after ? [] : [`${at} is read as ${JSON.stringify(after)}`];
  if (typeof after !== 'object' || after === null) return [`${at} is not known`];
  return Object.entries(before).flatMap(([key, value]) => lost(value, (after as Record<string, unknown>)[key], `${at}.${key}`));
}

const day = Date.parse('2026-11-21T14:00:00Z');

/** Every kind of reply that can be sent: each answer there is, each crisis, the fixed ones, and what an acted conversation gives. */
export function everyCardReply(): (readonly [string, Reply, string | null])[] {
  const knowledge = readKnowledge('knowledge', 'locales/en/replies.json', []);
  const kits = openKits('build/kits');
  const why = { rule: 'test' };
  const named = (id: string | null) => (id ? (safety.councils[id]?.shortName ?? null) : null);
  const answers = everyReply(knowledge, day, []).map(
    ({ council, topic, reader, reply }) => [`${topic}, ${council}, ${reader}`, { ...reply, why }, named(reply.council)] as const,
  );
  const memories: Memory[] = [{}, { council: 'devon' }, { council: 'leicestershire', reader: 'foster-carer' }];
  const crises = crisisCategories.flatMap((category) =>
    memories.flatMap((memory) =>
      [false, true].map((unsure) => {
        const found = { category, rule: 'test', ...(unsure && { unsure: true as const }) };
        return [
          `${category}${unsure ? ', unsure' : ''}, ${memory.council ?? 'no council'}`,
          { ...helpNow(found, memory, day, safety), why },
          null,
        ] as const;
      }),
    ),
  );
  const typed = ['hello', 'thanks', 'bye', 'help', 'can i talk to a human', 'what is the weather', 'stop', 'money', 'xyzzy plugh', 'what is staying put and do i pay council tax', 'i am 17 and pregnant and have nowhere to sleep tonight', 'mind number', 'whats on this week']; // prettier-ignore
  const acted = typed.map((text) => [text, turnWith((id) => kits.for(id).kit, {}, { text, channel: 'teams' }, day).reply, null] as const);
  const fixed = [
    ['welcome', welcome(), null],
    ['welcome in company', withNotice(welcome(), 'teams-shared'), null],
    ['only files', cannotRead('only-files', day), null],
    ['unknown button', cannotRead('unknown-button', day), null],
    ['safe', { ...safeReply({}, Number.NaN, safety), why }, null],
  ] as const;
  return [...answers, ...crises, ...acted, ...fixed];
}
