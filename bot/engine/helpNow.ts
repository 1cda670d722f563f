import { bare } from './bare';
import type { CrisisCategory, CrisisFound, Line, Memory, Part, Reply, Safety } from './types';
import { isOpen, onDuty } from './duty';

type Words = Omit<Reply, 'why'>;

/** The fixed reply to a crisis: danger first, who is on duty for this council now, one helpline, and what this service is. */
export function helpNow(found: CrisisFound, memory: Memory, now: number, safety: Safety): Words {
  const reply = safety.replies[found.category];
  const carer = memory.reader === 'foster-carer';
  const danger: Part = { role: 'what', text: reply.danger };
  const duty: Part = { role: 'who', text: dutyInWords(memory.council, now, safety) };
  const helpline: Part = { role: 'next', text: helplineInWords(found, carer, now, safety) };
  const say: Part = { role: 'what', text: (carer && reply.carerSay) || reply.say };
  const robot: Part = { role: 'notice', text: safety.robot };
  const wrong: Part[] = found.unsure ? [{ role: 'notice', text: safety.unsure }] : [];
  return {
    ...bare('help-now', [], memory),
    crisis: found.category,
    title: reply.title,
    parts: [danger, say, duty, helpline, robot, ...wrong],
    brief: [danger, duty, helpline, robot, ...wrong],
  };
}

/** The reply when something has failed: nothing of the kit is needed for it. */
export function safeReply(memory: Memory, now: number, safety: Safety): Words {
  const sorry: Part = { role: 'notice', text: safety.broken };
  const danger: Part = { role: 'what', text: safety.replies['danger-now'].danger };
  const duty: Part = { role: 'who', text: dutyInWords(memory.council, now, safety) };
  const listening: Part = { role: 'next', text: lineInWords('samaritans', now, safety) };
  return {
    ...bare('person', [], memory),
    title: 'Speak to a person',
    parts: [sorry, danger, duty, listening],
    brief: [danger, listening, duty, sorry],
  };
}

/** Who to ring at this minute for this council, as a sentence. Says open or shut only where the hours are known. */
export function dutyInWords(council: string | undefined, now: number, safety: Safety): string {
  const book = council && Object.hasOwn(safety.councils, council) ? safety.councils[council] : undefined;
  const duty = book ? onDuty(book, now, safety) : null;
  if (!book || !duty) return safety.noCouncil;
  const { call, otherwise, state } = duty;
  const first = `${book.shortName}: ring ${call.phone}, ${called(call)}`;
  if (state === 'shut') return `${first}. They are on duty now.`;
  if (call.hours === 'always') return `${first}. Open day and night.`;
  const then = otherwise ? ` If no one answers, ring ${otherwise.phone}, ${called(otherwise)}.` : '';
  return `${first}.${then}`;
}

function called(line: Line): string {
  return `the ${line.name}`;
}

function helplineInWords(found: CrisisFound, carer: boolean, now: number, safety: Safety): string {
  const reply = safety.replies[found.category];
  const usual = (carer && reply.carerHelplines) || reply.helplines;
  const named = found.helpline ? [found.helpline, ...usual] : usual;
  // The first that is not known to be shut; the last of the list is always one that can be rung.
  const open = named.find((id) => isOpen(safety.helplines[id]!.hours, now, safety) !== false) ?? named.at(-1)!;
  return lineInWords(open, now, safety);
}

function lineInWords(id: string, now: number, safety: Safety): string {
  const line = safety.helplines[id]!;
  const open = line.hours === 'always' ? ' Open day and night.' : isOpen(line.hours, now, safety) ? ' Open now.' : '';
  return `${line.say}${open}`;
}

/** The number for a person in crisis, said once more when they have moved on to something else. */
export function reminder(category: CrisisCategory, memory: Memory, now: number, safety: Safety): string {
  return `${safety.stillHere} ${helplineInWords({ category, rule: '' }, memory.reader === 'foster-carer', now, safety)}`;
}
