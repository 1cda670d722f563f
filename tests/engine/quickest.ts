export interface Quickest<T> {
  /** What the quickest go gave. */
  readonly gave: T;
  /** Milliseconds it took: by the clock, or of processor time where it had to wait for other programs. */
  readonly took: number;
}

// What is measured is this program, not what else the machine is doing; and a first go pays for what is made once.
const goes = 10;

/** Does something, all of it here and now, until it takes less than `limit` milliseconds, ten times at most: tells of the quickest go. */
export function quickest<T>(limit: number, act: () => T): Quickest<T> {
  let best: Quickest<T> | null = null;
  for (let go = 0; go < goes && (!best || best.took >= limit); go++) {
    const [from, before] = [performance.now(), process.cpuUsage()];
    const gave = act();
    const { user, system } = process.cpuUsage(before);
    const took = Math.min(performance.now() - from, (user + system) / 1000);
    if (!best || took < best.took) best = { gave, took };
  }
  return best!;
}
