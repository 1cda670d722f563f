/** What a whole message can order or ask of us: forget me, write it to my adviser, go through it, is it private, are you a robot. */
export type Command = 'forget' | 'adviser' | 'steps' | 'private' | 'robot';

const orders: Readonly<Record<Command, readonly string[]>> = {
  forget: ['forget me', 'forget about me', 'forget what i said', 'forget what i told you', 'forget everything', 'delete my data', 'delete me', 'delete everything', 'clear', 'clear chat', 'reset', 'start over', 'wipe it', 'delete what i said', 'delete my info', 'delete this chat', 'can you forget me', 'please forget me'], // prettier-ignore
  adviser: ['ask my adviser', 'ask my advisor', 'ask my pa', 'ask my personal adviser', 'message my pa', 'message my adviser', 'write to my adviser', 'write to my pa', 'write it for me', 'write a message to my pa', 'write this to my adviser', 'text my pa', 'email my pa', 'send this to my pa', 'send it to my pa', 'send to my pa', 'make it a message', 'what do i say to my pa', 'help me ask my pa', 'can you message my pa', 'can you ask my pa'], // prettier-ignore
  steps: ['step by step', 'go through it', 'go through it with me', 'go through it step by step', 'take me through it', 'walk me through it', 'talk me through it', 'guide me'], // prettier-ignore
  private: ['is this private', 'is this chat private', 'is this confidential', 'is this anonymous', 'is it anonymous', 'do you save this', 'do you save it', 'do you keep this', 'do you keep what i say', 'do you save what i say', 'are you saving this', 'who can see this', 'who sees this', 'can anyone see this', 'can my pa see this', 'does my pa see this', 'will my pa see this', 'do you tell my pa', 'will you tell my pa', 'will you tell anyone', 'do you tell anyone', 'are you going to tell anyone', 'are you allowed to tell my pa what i say', 'can the council see this', 'does the council see this', 'who reads this', 'does anyone read this', 'is this recorded', 'is this logged', 'can my carers see this', 'do you know who i am', 'dont tell my pa', 'what do you do with what i say'], // prettier-ignore
  robot: ['are you a robot', 'are you a bot', 'are you robot', 'are you real', 'are you a real person', 'are you human', 'are you a human', 'are you a person', 'is this a bot', 'is this a robot', 'is this a real person', 'is this a person', 'am i talking to a bot', 'am i talking to a robot', 'am i talking to a person', 'am i talking to a real person', 'am i speaking to a person', 'you a bot', 'you a robot', 'lol are you a robot', 'lol are you a bot', 'are you ai', 'is this ai', 'is this chatgpt', 'are you chatgpt', 'whats your name', 'what is your name', 'who are you', 'what are you', 'who am i talking to', 'who is this', 'you are robot or real person', 'are you a computer', 'is someone there', 'is anyone there', 'anyone there'], // prettier-ignore
};

const byWords = new Map(Object.entries(orders).flatMap(([command, said]) => said.map((words) => [words, command as Command] as const)));

/** The order that a message is, or null when it is anything else. */
export function commandOf(words: readonly string[]): Command | null {
  const said = words.filter((word) => word !== 'please' && word !== 'pls' && word !== 'plz').join(' ');
  return byWords.get(said) ?? null;
}
