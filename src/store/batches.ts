import { setImmediate as turn } from 'node:timers/promises';

/** Far below the number of values that either database takes in one statement. */
const LARGEST = 500;

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Turn work on many items into work on one, which gathers what is asked in the same turn of the event loop or while
 * the batch before is under way.
 *
 * @param work gives one result for each item, in order; when it fails on several, each is tried alone, so that one
 *   bad item does not spoil the others
 */
export function inBatches<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let working = false;

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (batch.length > 1) for (const one of batch) await settle([one]);
      else batch[0]?.reject(error);
    }
  }

  async function workOff(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      await turn();
      await settle(waiting.splice(0, LARGEST));
    }
    working = false;
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ item, resolve, reject });
    if (!working) void workOff();
    return promise;
  };
}
