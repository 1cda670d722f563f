import type { Express } from 'express';

/** One request of a channel, ready to be sent. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A channel on the bench: how it is asked, and botbuilder's echo bot behind the same path, check and adapter. */
export interface Lane {
  readonly name: string;
  /** Settings that switch the channel on; whatever must be running for it is started, and stopped by `close`. */
  open(): Promise<{ readonly settings: Record<string, string>; post(i: number): Post; close(): void }>;
  /** An application that only echoes, through the SDK, where the channel is answered. */
  echo(settings: Record<string, string>): Express;
}

const asked = ['do i pay council tax', 'can i stay with my foster carers when im 18', 'who is my personal adviser', 'i need help with rent', 'can i get money for uni', 'what is a pathway plan', 'hello', 'how do i complain']; // prettier-ignore

/** What people of the bench say, one after another. */
export function textOf(i: number): string {
  return asked[i % asked.length]!;
}

/** The conversation of the i-th message: many people, none of whom waits for another. */
export function conversationOf(i: number): string {
  return `bench-${i % 1000}`;
}
