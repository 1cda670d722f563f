import { once as onceHeld } from '../seen';

/** A token is good for an hour and the SDK's five minutes of grace: until then the same message could be played again. */
const keptFor = 65 * 60_000;
/** Messages remembered at once, by id only: five a second for that time, some 3 MB. Beyond it the oldest goes. */
const mostKept = 20_000;

/**
 * Runs the work of each name once. A second call of the same name waits for the first and does nothing; work that failed is
 * forgotten, so that it can be tried again. With no name it always runs.
 */
export function once(clock: () => number): (name: string | null, work: () => Promise<void>) => Promise<void> {
  const only = onceHeld<void>(clock, keptFor, mostKept);
  return (name, work) => (name === null ? work() : only(name, work));
}
