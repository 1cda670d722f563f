import { join } from 'node:path';
import { MessageChannel, Worker, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Turn } from '../engine/types';
import type { TakeTurn } from './turnsHere';

/** What is sent to the thread, and what comes back; a turn goes by the number it was asked under. */
export interface Asked {
  readonly id: number;
  readonly asked: Parameters<TakeTurn>;
}
export interface Taken {
  readonly id: number;
  /** A Turn, as JSON. */
  readonly turn: string;
}
/** What the thread is begun with: the folder of kits, and its end of the way to talk. */
export interface Given {
  readonly kits: string;
  readonly port: MessagePort;
}
/** The thread's first word. */
export const ready = 'ready';

/** Handles each message of a port: those that have come together at once, as each event of its own costs more than a message. */
export function takeAll(port: MessagePort, handle: (message: unknown) => void): void {
  port.on('message', (first: unknown) => {
    handle(first);
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) handle(next.message);
  });
}

/** Room for what a turn makes and drops, MB: a turn makes a tenth of one, and clearing up is paid each time this is full. */
const youngMb = 64;
/** How long the thread may take for a turn, milliseconds: some hundred times what the longest message needs. */
const longestTurn = 2000;
/** How long after its start a thread that ended is followed by another, milliseconds. */
const startEvery = 60_000;

/**
 * Turns worked out on a thread of their own, so that reading one message never holds up the others' way in and out. Whatever
 * the thread cannot do `otherwise` does: while it starts, when it has ended, and a turn that it does not finish in time.
 */
export function turnsOnThread(
  kits: string,
  otherwise: TakeTurn,
  file = join(__dirname, 'turnThread.node.js'),
): (...asked: Parameters<TakeTurn>) => Promise<Turn> {
  const waiting = new Map<number, (turn: Turn | null) => void>();
  let thread: Worker | null = null;
  let line: MessagePort | null = null;
  let isReady = false;
  let startedAt = -Infinity;
  let asks = 0;

  const ended = (one: Worker): void => {
    if (one !== thread) return;
    thread = null;
    isReady = false;
    for (const answer of waiting.values()) answer(null);
  };
  const answerWith = ({ id, turn }: Taken): void => waiting.get(id)?.(JSON.parse(turn) as Turn);
  const start = (): void => {
    startedAt = performance.now();
    const { port1: ours, port2: port } = new MessageChannel();
    const one = new Worker(file, {
      workerData: { kits, port } satisfies Given,
      transferList: [port],
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    [thread, line] = [one, ours];
    takeAll(ours, (said) => {
      if (said === ready) isReady = one === thread;
      else answerWith(said as Taken);
    });
    one.on('error', () => ended(one));
    one.on('exit', () => ended(one));
    // It is there for those who wait for a turn; by itself it keeps no process alive.
    one.unref();
    ours.unref();
  };
  const ask = (asked: Parameters<TakeTurn>): Promise<Turn | null> =>
    new Promise((resolve) => {
      const id = asks++;
      const answer = (turn: Turn | null): void => {
        clearTimeout(late);
        waiting.delete(id);
        resolve(turn);
      };
      const late = setTimeout(() => {
        // Nothing else gets through to a thread that hangs: it is given up.
        const hung = thread;
        if (hung) ended(hung);
        void hung?.terminate();
        answer(null);
      }, longestTurn);
      waiting.set(id, answer);
      line!.postMessage({ id, asked } satisfies Asked);
    });

  start();
  return async (...asked) => {
    if (!thread && performance.now() - startedAt >= startEvery) start();
    return (isReady && (await ask(asked))) || otherwise(...asked);
  };
}
