/** Runs the works of one name one after another, in the order they came, and those of different names side by side. */
export function inOrder(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = waiting.get(name) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    const done = mine.catch(() => undefined).finally(() => waiting.get(name) === done && waiting.delete(name));
    waiting.set(name, done);
    return mine;
  };
}
