/** Questions of one message that are looked at one by one; somebody who asks more will ask again. */
const most = 4;
/** A piece of fewer words is no question of its own ("ok", "thanks a lot"). */
const fewestWords = 3;

// Where one question ends and the next begins: the end of a sentence, a new line, or words that start another question.
const between =
  /[?!.;\n]+|,? (?:and|also|plus|n|nd)? ?(?=(?:what about|how about|how much|how do|how can|can i|can he|can she|can we|do i|do we|does he|does she|is there|will i|where can|where do|who do|who can|when do|when can)\b)/iu;

/** The questions of a message, in the order they were asked; one when it asks only one. */
export function questionsIn(text: string): string[] {
  const pieces = text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece.split(/\s+/u).length >= fewestWords);
  return pieces.length < 2 ? [text] : pieces.slice(0, most);
}

const asking =
  /\b(?:how|what|whats|where|wheres|when|whens|who|whos|which|why|hows|wot|wat)\b|\b(?:can|do|does|did|is|are|will|am|should|could|would|has|have|must|may|might) (?:i|we|he|she|they|it|you|there|my|our|his|her|that|this|the|a|any|someone|anyone|care)\b/u;

/** True for words that ask something: "im at my nans now" and "i am 18" only tell how things are. */
export function isAsking(words: readonly string[]): boolean {
  return asking.test(words.join(' '));
}
