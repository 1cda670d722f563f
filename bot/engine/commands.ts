/** What a whole message can order: forget me, write it to my adviser, go through it step by step. */
export type Command = 'forget' | 'adviser' | 'steps';

const orders: Readonly<Record<Command, readonly string[]>> = {
  forget: ['forget me', 'forget about me', 'forget what i said', 'forget what i told you', 'forget everything', 'delete my data', 'delete me', 'delete everything', 'clear', 'clear chat', 'reset', 'start over', 'wipe it', 'delete what i said', 'delete my info', 'delete this chat', 'can you forget me', 'please forget me'], // prettier-ignore
  adviser: ['ask my adviser', 'ask my advisor', 'ask my pa', 'ask my personal adviser', 'message my pa', 'message my adviser', 'write to my adviser', 'write to my pa', 'write it for me', 'write a message to my pa', 'write this to my adviser', 'text my pa', 'email my pa', 'send this to my pa', 'send it to my pa', 'send to my pa', 'make it a message', 'what do i say to my pa', 'help me ask my pa', 'can you message my pa', 'can you ask my pa'], // prettier-ignore
  steps: ['step by step', 'go through it', 'go through it with me', 'go through it step by step', 'take me through it', 'walk me through it', 'talk me through it', 'guide me'], // prettier-ignore
};

const byWords = new Map(Object.entries(orders).flatMap(([command, said]) => said.map((words) => [words, command as Command] as const)));

/** The order that a message is, or null when it is anything else. */
export function commandOf(words: readonly string[]): Command | null {
  const said = words.filter((word) => word !== 'please' && word !== 'pls' && word !== 'plz').join(' ');
  return byWords.get(said) ?? null;
}
