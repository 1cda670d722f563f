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

// "hit (me|us) <where>? ...6 home" -> ["hit", "(me|us)", "<where>?", "...6", "home"]
function pieces(line: string): string[] {
  const piece = /\.\.\.\d*|<[\w-]+>\??|\([^()]*\)\??|[^\s()<>]+/gu;
  if (line.replace(piece, '').trim() !== '') throw new Error(`cannot read "${line}"`);
  return line.match(piece) ?? [];
}

function step(piece: string, lists: Lists): Step {
  if (piece === '^') return { edge: 'start' };
  if (piece === '$') return { edge: 'end' };
  if (piece.startsWith('...')) return { gap: piece === '...' ? usualGap : Number(piece.slice(3)) };
  const optional = piece.endsWith('?');
  const body = optional ? piece.slice(0, -1) : piece;
  const words = body.startsWith('<') ? listed(body.slice(1, -1), lists) : phrases(body);
  return optional ? { words, optional } : { words };
}

function listed(name: string, lists: Lists): Words['words'] {
  const members = lists[name];
  if (!members) throw new Error(`there is no list <${name}>`);
  return members.flatMap(phrases);
}

// "my (mum|dad)" -> ["my", "mum"], ["my", "dad"]
function phrases(text: string): string[][] {
  const open = /\(([^()]*)\)/u.exec(text);
  if (!open) return [text.split(/\s+/u).filter(Boolean).map(checked)];
  return open[1]!.split('|').flatMap((choice) => phrases(text.replace(open[0], () => choice)));
}

function checked(word: string): string {
  if (word.includes('*') && !/^[^*]{3,}\*$/u.test(word))
    throw new Error(`"${word}": a star stands at the end, after three letters or more`);
  if (/[A-Z'’"|?]/u.test(word)) throw new Error(`"${word}": write it as tidy leaves it, in lower case without apostrophes`);
  return word;
}
