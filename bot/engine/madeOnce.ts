/** The same function, for which what it makes of an object is made once, and held as long as the object lives. */
export function madeOnce<K extends object, V>(make: (from: K) => V): (from: K) => V {
  return holding(new WeakMap<K, V>(), make);
}

/** The same function, for which what it makes of a text or number of our own is made once. Never for what is typed: it is held for good. */
export function madeOnceForGood<K extends string | number, V>(make: (from: K) => V): (from: K) => V {
  return holding(new Map<K, V>(), make);
}

function holding<K, V>(made: { get(key: K): V | undefined; set(key: K, value: V): unknown }, make: (from: K) => V): (from: K) => V {
  return (from) => {
    const before = made.get(from);
    if (before !== undefined) return before;
    const now = make(from);
    made.set(from, now);
    return now;
  };
}
