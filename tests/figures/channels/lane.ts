import type { Express } from 'express';

/** One request of a channel, ready to be sent. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A channel that is switched on, with whatever must be running for it. */
export interface OpenLane {
  readonly settings: Record<string, string>;
  /** Gets ready to write to the server at this address; then makes the i-th message. */
  visit(url: string): Promise<(i: number) => Post>;
  close(): void;
}

/** A channel on the bench. */
export interface Lane {
  readonly name: string;
  open(): Promise<OpenLane>;
  /** An app in which botbuilder's echo bot answers the same requests, and nothing of ours but the channel's way in and out. */
  readonly echoBot: (settings: Record<string, string>) => Express;
}

const asked = ['do i pay council tax', 'can i stay with my foster carers when im 18', 'who is my personal adviser', 'i need help with rent', 'can i get money for uni', 'what is a pathway plan', 'hello', 'how do i complain']; // prettier-ignore

/** People who write at once; none waits for another. */
export const people = 1000;

/** What people of the bench say, one after another. */
export function textOf(i: number): string {
  return asked[i % asked.length]!;
}

/** The conversation of the i-th message. */
export function conversationOf(i: number): string {
  return `bench-${i % people}`;
}
