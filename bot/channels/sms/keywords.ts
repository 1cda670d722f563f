/** What a text that is nothing but a keyword asks of the service. */
export type Keyword = 'stop' | 'start' | 'help';

// The words that Twilio and the mobile networks know; "cancel" and "end" may be about a tenancy, and go to the engine.
const keywords: Readonly<Record<string, Keyword>> = {
  stop: 'stop',
  stopall: 'stop',
  unsubscribe: 'stop',
  start: 'start',
  help: 'help',
  info: 'help',
};

/** The keyword that the whole text is, whatever its case, spaces and stops; null when it says anything more. */
export function keywordIn(text: string): Keyword | null {
  const [word, ...more] = text.toLowerCase().match(/[^\s\p{P}]+/gu) ?? [];
  return word !== undefined && more.length === 0 && Object.hasOwn(keywords, word) ? keywords[word]! : null;
}
