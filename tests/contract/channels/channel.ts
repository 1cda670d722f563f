/** What a person sees of one reply on a channel. */
export interface Shown {
  /** Every word, as the channel shows it, without the choices. */
  readonly text: string;
  /** What can be picked, in order. */
  readonly choices: readonly string[];
}

/** One conversation of one person. */
export type Ask = (text: string) => Promise<Shown>;

/** A channel as the contract suite asks it: one file each in this folder, one line each in the table of channels.test.ts. */
export interface ChannelUnderTest {
  readonly name: string;
  /** Starts whatever the channel needs, at the time given; the council is the one that the person's page or number is for. */
  readonly open: (
    clock: () => number,
  ) => Promise<{ readonly begin: (council?: string) => Promise<Ask>; readonly close: () => Promise<void> | void }>;
  /** Set on a channel that says less than the whole reply: why, in a sentence. Its numbers must still all be the reply's own. */
  readonly saysLess?: string;
  /** Cases in which it differs, by the case's name, each with the reason. The suite fails when one of them no longer differs. */
  readonly differs?: Readonly<Record<string, string>>;
}
