import { plainWords } from '../engine/tidy';
import type { Pattern, Step } from '../engine/types';

export type Lists = Readonly<Record<string, readonly string[]>>;
type Words = Extract<Step, { words: unknown }>;

/** Gaps, in words: "..." and, with a number behind it, "...6". */
const usualGap = 3;

/** Compiles one line of crisis.yaml; throws with the reason when the line cannot be read. */
export function pattern(line: string, lists: Lists): Pattern {
  const steps = pieces(line).map((piece) => step(piece, lists));
  if (!steps.some((s) => 'words' in s && !s.optional)) throw new Error(`"${line}" would match anything`);
  return steps;
}

// "hit (me|us) <where>? ...6 home" -> ["hit", "(me|us)", "<where>?", "...6", "home"]; a group may hold groups.
function pieces(line: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const part of line.match(/\)\??|[(]|<[\w-]+>\??|[^\s()]+|\s+/gu) ?? []) {
    const inside = depth > 0;
    if (part === '(') depth++;
    if (part.startsWith(')')) depth--;
    if (depth < 0) break;
    if (inside) found.push(found.pop()! + part);
    else if (part.trim()) found.push(part);
  }
  if (depth !== 0) throw new Error(`cannot read "${line}": a bracket is not closed, or not opened`);
  return found;
}

function step(piece: string, lists: Lists): Step {
  if (piece === '^') return { edge: 'start' };
  if (piece === '$') return { edge: 'end' };
  if (/^\.\.\.\d*$/u.test(piece)) return { gap: piece === '...' ? usualGap : Number(piece.slice(3)) };
  const optional = piece.endsWith('?');
  const body = optional ? piece.slice(0, -1) : piece;
  if (/^<|>$/u.test(body) && !/^<[\w-]+>$/u.test(body)) throw new Error(`cannot read "${piece}"`);
  const words = body.startsWith('<') ? listed(body.slice(1, -1), lists) : phrases(body);
  return optional ? { words, optional } : { words };
}

function listed(name: string, lists: Lists): Words['words'] {
  const members = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!members) throw new Error(`there is no list <${name}>`);
  return members.flatMap(phrases);
}

// "my (mum|dad)" -> ["my", "mum"], ["my", "dad"]
function phrases(text: string): string[][] {
  const open = /\(([^()]*)\)/u.exec(text);
  if (!open) {
    const words = text.split(/\s+/u).filter(Boolean).flatMap(read);
    if (!words.length) throw new Error('a choice with no words; write (...)? or <...>? for what may be left out');
    return [words];
  }
  return open[1]!.split('|').flatMap((choice) => phrases(text.replace(open[0], () => choice)));
}

// A word as the engine will meet it: letters with two ways of writing come down to one, and "m-am" is two words.
function read(word: string): string[] {
  if (word === '^' || word === '$') return [word];
  if (word.includes('*') && !/^[^*]{2,}\*$/u.test(word)) throw new Error(`"${word}": a star stands at the end, after two letters or more`);
  if (/^\.\.\.\d*$/u.test(word)) throw new Error(`"${word}": a gap cannot stand inside brackets`);
  if (/\.\.|[\^$]/u.test(word)) throw new Error(`"${word}": put spaces round a gap, "^" and "$"`);
  if (/[A-Z'’"|?()<>]/u.test(word)) throw new Error(`"${word}": write it as tidy leaves it, in lower case without apostrophes`);
  const words = plainWords(word);
  if (!words.length) throw new Error(`"${word}" is never met: tidy leaves nothing of it`);
  return word.endsWith('*') ? [...words.slice(0, -1), `${words.at(-1)}*`] : words;
}
