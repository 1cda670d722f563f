/** A token is good for an hour and the SDK's five minutes of grace: until then the same message could be played again. */
const keptFor = 65 * 60_000;
/** Messages remembered at once, by id only: five a second for that time, some 3 MB. Beyond it the oldest goes. */
const mostKept = 20_000;

/**
 * Runs the work of each name once. A second call of the same name waits for the first and does nothing; work that failed is
 * forgotten, so that it can be tried again. With no name it always runs.
 */
export function once(clock: () => number): (name: string | null, work: () => Promise<void>) => Promise<void> {
  const seen = new Map<string, { readonly at: number; readonly done: Promise<void> }>();
  return (name, work) => {
    if (name === null) return work();
    const now = clock();
    const before = seen.get(name);
    if (before && now - before.at < keptFor) return before.done;
    const done = work();
    seen.delete(name);
    seen.set(name, { at: now, done });
    done.catch(() => seen.get(name)?.done === done && seen.delete(name));
    for (const [other, { at }] of seen) {
      if (seen.size <= mostKept && now - at < keptFor) break;
      seen.delete(other);
    }
    return done;
  };
}
