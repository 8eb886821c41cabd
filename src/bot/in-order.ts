/**
 * One thing at a time for each key, in the order they came; different keys do not wait for each other.
 *
 * Two marks on one message must not overtake each other on their way to the ledger. A piece of work that fails
 * fails for its own caller only, and the next one goes on.
 */
export function inOrder(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
}
