import type { Memory } from '../../bot/adapter.ts';

const KEY = 'arrived';

/** Which commands and events have ever come: all that a bot can know about how it is set up at Slack. */
export type Arrivals = {
  note(name: string): void;
  list(): Promise<readonly string[]>;
};

export function createArrivals(memory: Memory): Arrivals {
  let known: Set<string> | null = null;
  const load = async () => {
    known ??= new Set((await memory.get<readonly string[]>(KEY)) ?? []);
    return known;
  };
  return {
    note(name) {
      if (known?.has(name)) return;
      // Only for the doctor's eyes: lost, it is noted the next time.
      load()
        .then(async (names) => {
          if (names.has(name)) return;
          names.add(name);
          await memory.set(KEY, [...names].sort());
        })
        .catch(() => {});
    },
    list: async () => [...(await load())].sort(),
  };
}
