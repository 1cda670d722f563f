import { following, opened, sameSubject, stageOf, staying, toAdviser } from './carryOn';
import { commandOf } from './commands';
import { begin, dialogNamed } from './dialog';
import { abroad } from './entities';
import { asksOf, namedServices } from './find';
import { act, dialogOf, forReader, mostOffered, onTopic, unsure, which, withRest, withRivals, type Step } from './step';
import { belonging, belongs, certain, chance, likely, plain, sureAct, sureness } from './sure';
import { isAct, type Calendar, type Kit, type Memory, type Ranked, type Tidied, type Turn, type Understood } from './types';

/** From this chance on a message is likelier about the subject before than about another. */
const likelier = 0.5;
/** From this one on the subject before is offered beside a new one. */
const close = 0.4;
/** From this one on the subject before is taken where nothing else is plain. */
const mayStay = 0.3;

/** The rule of a turn in which a council was picked from those offered. */
export const councilPicked = 'council picked';

/**
 * Chooses what to do with a message that is not a crisis: act, answer, ask which, own up, or hand to a person. `asked` names
 * the topics of a message that asked about several.
 */
export function decide(
  meant: Understood,
  tidied: Tidied,
  kit: Kit,
  before: Memory,
  now: number,
  asked: readonly string[],
  calendar: Calendar,
): Turn {
  const place = meant.council === abroad ? null : meant.council;
  const memory: Memory = {
    ...before,
    ...(place && { council: place }),
    ...(meant.reader && { reader: meant.reader }),
    ...(meant.age && { age: meant.age }),
  };
  const step: Step = { kit, memory, now, tokens: tidied.tokens, raw: tidied.raw, abroad: meant.council === abroad, calendar };
  return toldPlainly(step, meant, before) ?? following(step, meant, before) ?? byRanking(step, meant, tidied, before, asked);
}

// What the ranking makes of a message: several questions, the same subject again, an act, none of ours, or a new subject.
function byRanking(step: Step, meant: Understood, tidied: Tidied, before: Memory, asked: readonly string[]): Turn {
  const best = meant.ranked[0]!;
  const topics = meant.ranked.filter((r) => step.kit.entries[r.id]);
  const stays = staying(tidied, topics, meant, before);
  // "thank you. can i claim uc then": beside a question, an act is only good manners.
  if ((asked.length > 1 && stays < likelier) || (asked.length === 1 && isAct(best.id)))
    return withRest(onTopic(step, forReader(asked[0]!, step.memory), 'several questions', meant.ranked), step, asked.slice(1));
  const same = (): Turn => sameSubject(step, before.topic!, topics, meant, tidied);
  if (stays >= likelier) return same();
  if (isAct(best.id) && best.id !== 'out-of-scope' && sureness(meant) >= sureAct && !isOnlyOk(best.id, tidied.tokens))
    return act(step, best.id, best.id, meant.ranked);
  const isOurs = best.id !== 'out-of-scope' && belonging(meant, tidied) >= belongs;
  const odds = chance({ ...meant, ranked: topics }, tidied);
  if (stays >= mayStay && !(isOurs && odds >= likely)) return same();
  if (!isOurs) return unsure(step, meant.ranked, 'not ours');
  return newSubject(step, meant.ranked, topics, odds, stays >= close ? before.topic : undefined);
}

// The likeliest topic, with what else may have been meant beside it; where none is likely, the question which.
function newSubject(step: Step, ranked: readonly Ranked[], topics: readonly Ranked[], odds: number, left: string | undefined): Turn {
  const first = topics[0];
  if (!first) throw new Error('the kit has no entry of any topic');
  if (odds < likely) return which(step, topics.slice(0, mostOffered), ranked);
  const answered = onTopic(step, forReader(first.id, step.memory), 'ranked first', ranked);
  const rivals = odds < certain ? topics.slice(1, mostOffered) : [];
  return withRivals(answered, step, [...topics.filter(({ id }) => id === left), ...rivals].slice(0, mostOffered - 1));
}

const gratitude =
  /\b(?:thanks?|thankyou|thanku|thx|tnx|ty|ta|cheers|grateful|appreciate|appreciated|bless|legend|star|lifesaver|helpful|useful|kind|brilliant|great|perfect|lovely|amazing|merci|nice one)\b/u;
const shortOk = 4;

// "ok so i need a job" is no thanks.
function isOnlyOk(id: string, tokens: readonly string[]): boolean {
  return id === 'thanks' && tokens.length > shortOk && !gratitude.test(tokens.join(' '));
}

// What needs no ranking: a code, a council's name, a choice, a service's name, or no words at all.
function toldPlainly(step: Step, meant: Understood, before: Memory): Turn | null {
  const { kit, raw } = step;
  const command = commandOf(raw);
  if (command === 'forget') return { ...act(step, 'stop', 'forget me', undefined, 'forgotten'), memory: {} };
  if (command === 'private' || command === 'robot') return act(step, 'help', command, undefined, command);
  if (command === 'adviser') return toAdviser(step, before);
  const named = command === 'steps' ? dialogOf(before.topic, kit) : dialogNamed(raw, kit);
  if (named) return begin(named, stageOf(step));
  const referred = findRef(raw, kit);
  if (referred) return onTopic(step, referred, 'reference code');
  if (meant.onlyCouncil && step.abroad) return act(step, 'council', 'another nation');
  if (meant.onlyCouncil) return before.topic ? onTopic(step, before.topic, 'council named') : act(step, 'council', 'council named');
  if (meant.choice !== null && before.offered) return opened(step, before.offered[meant.choice]!, 'choice');
  const offeredLast = meant.choice !== null && meant.choice >= kit.councils.length ? dialogOf(before.topic, kit) : undefined;
  if (offeredLast) return begin(offeredLast, stageOf(step));
  if (meant.choice !== null)
    return onTopic({ ...step, memory: { ...step.memory, council: kit.councils[meant.choice]!.id } }, before.topic!, councilPicked);
  if (namedServices(raw, kit).length > 0 && asksOf(raw)) return onTopic(step, 'directory', 'service named', meant.ranked);
  return raw.length === 0 ? unsure(step, meant.ranked, 'no words') : null;
}

/** The topic that a question is plainly about, or null. */
export function plainTopic(meant: Understood, tidied: Tidied, kit: Kit): string | null {
  const topics = meant.ranked.filter((r) => kit.entries[r.id]);
  const isPlain = chance({ ...meant, ranked: topics }, tidied) >= plain && belonging(meant, tidied) >= belongs;
  return isPlain ? (topics[0]?.id ?? null) : null;
}

/** The topic whose code the message is ("CT-LEI" or "ref ct"); null when it is anything more than a code. */
export function findRef(raw: readonly string[], kit: Kit): string | null {
  const [code, council, ...more] = raw.filter((w) => w !== 'ref' && w !== 'code');
  if (code === undefined || more.length || (council && !kit.councils.some((c) => c.id.startsWith(council)))) return null;
  return Object.values(kit.entries).find((e) => e.ref.toLowerCase() === code)?.id ?? null;
}
