/**
 * How long an answer is held for a message that comes again, milliseconds (30 minutes). GOV.UK Notify calls again up to five
 * times, five minutes apart (alphagov/notifications-api, service_callback_tasks.py); Twilio gives up after 15 seconds.
 */
export const holdFor = 30 * 60_000;

/** Most that is held at once: five texts a second for half an hour. At about 1 KB each that is 10 MB; the oldest go first. */
export const mostHeld = 10_000;

/** Things held by name for a bounded time and number, in this process only. */
export interface Held<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  drop(id: string): void;
}

/** Holds values until they are `longest` milliseconds old or `most` newer ones have come. */
export function holding<T>(clock: () => number, longest = holdFor, most = mostHeld): Held<T> {
  const held = new Map<string, { value: T; at: number }>();
  return {
    get(id) {
      const found = held.get(id);
      return found && clock() - found.at < longest ? found.value : undefined;
    },
    put(id, value) {
      const now = clock();
      held.delete(id);
      held.set(id, { value, at: now });
      // Oldest first: a map keeps the order of insertion.
      for (const [other, { at }] of held) {
        if (held.size <= most && now - at < longest) break;
        held.delete(other);
      }
    },
    drop: (id) => void held.delete(id),
  };
}

/** Does a thing once for each id: whoever asks again gets the same outcome, or a new try if the first one failed. */
export type Once<T> = (id: string, make: () => Promise<T>) => Promise<T>;

/** Remembers outcomes by id; the time and number are those of `holding`. */
export function once<T>(clock: () => number, longest = holdFor, most = mostHeld): Once<T> {
  const outcomes = holding<Promise<T>>(clock, longest, most);
  return (id, make) => {
    const before = outcomes.get(id);
    if (before) return before;
    const outcome: Promise<T> = make().catch((error: unknown) => {
      if (outcomes.get(id) === outcome) outcomes.drop(id);
      throw error;
    });
    outcomes.put(id, outcome);
    return outcome;
  };
}
