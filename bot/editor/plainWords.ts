import readability from 'text-readability';
import type { Problem } from '../kit/problem';
import type { Rendered } from './everyReply';

/** Flesch reading ease that each reply reaches at least: plain English, about 10 to 12 years. */
const leastEase = 70;
/** Words that a sentence may have at most. */
const longestSentence = 25;

// Words that speak of a person as a thing or a file, and what to write instead (the Children in Care Council of Central
// Bedfordshire asked for words that care: see its "Language That Cares").
const banned: Readonly<Record<string, string>> = {
  LAC: 'child in care',
  placement: 'home',
  'service user': 'person',
  client: 'person',
  absconded: 'went missing',
  'challenging behaviour': 'what the person is finding hard',
  siblings: 'brothers and sisters',
  respite: 'short break',
  hostel: 'supported housing',
};

/** Sentences of a text, cut where a full stop, question mark or colon ends one; numbers and addresses stay whole. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.?!:])\s+(?=[A-Z"'£])/u).filter((s) => s.trim() !== '');
}

/** Flesch reading ease of a text, 100 easy to 0 hard. */
export function ease(text: string): number {
  return readability.fleschReadingEase(text);
}

/** The words of a reply that a reader reads as prose: not names of sources or lists of who to ring. */
export function proseOf({ reply }: Rendered): string {
  return reply.parts.filter((p) => p.role !== 'source' && p.role !== 'who').map((p) => p.text).join(' '); // prettier-ignore
}

/** What makes a reply hard to read or unkind; `allowed` names replies that may be harder, with the reason. */
export function hardWords(rendered: Rendered, allowed: Readonly<Record<string, string>>): Problem[] {
  const { file, topic, council, reader } = rendered;
  const text = proseOf(rendered);
  const note = (field: string, found: string, expected: string, mend: string): Problem => ({
    file,
    line: 0,
    field: `${field} (${council}, ${reader})`,
    found,
    expected,
    mend,
  });
  const long = sentences(text).filter((s) => s.split(/\s+/u).length > longestSentence);
  const reached = ease(text);
  return [
    ...long.map((s) =>
      note('sentence', `${s.split(/\s+/u).length} words: "${s.slice(0, 60)}..."`, `at most ${longestSentence}`, 'Make it two sentences.'),
    ),
    ...(reached < leastEase && !allowed[topic]
      ? [
          note(
            'reading ease',
            reached.toFixed(0),
            `${leastEase} or more`,
            'Use shorter words and sentences, or give the reason in knowledge/harder.yaml.',
          ),
        ]
      : []),
    ...Object.entries(banned).flatMap(([word, better]) =>
      topic !== 'glossary' && new RegExp(`\\b${word}\\b`, word === 'LAC' ? 'u' : 'iu').test(text)
        ? [note('words', `"${word}"`, 'words that care', `Write "${better}".`)]
        : [],
    ),
  ];
}
