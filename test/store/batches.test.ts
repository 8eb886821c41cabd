import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBatches } from '../../src/store/batches.ts';

it('gathers what is asked in one turn, and gives each its own result', async () => {
  const batches: number[][] = [];
  const double = inBatches(async (items: readonly number[]) => {
    batches.push([...items]);
    return items.map((item) => 2 * item);
  });
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(batches).toEqual([[1, 2, 3], [4]]);
});

it('gathers what is asked while a batch is under way', async () => {
  const batches: number[][] = [];
  const first = Promise.withResolvers<void>();
  const echo = inBatches(async (items: readonly number[]) => {
    batches.push([...items]);
    if (batches.length === 1) await first.promise;
    return items;
  });
  const answers = [echo(1)];
  await turn();
  await turn();
  answers.push(echo(2), echo(3));
  first.resolve();
  expect(await Promise.all(answers)).toEqual([1, 2, 3]);
  expect(batches).toEqual([[1], [2, 3]]);
});

it('does not let one bad item spoil the others', async () => {
  const echo = inBatches(async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error('on purpose');
    return items;
  });
  const answers = await Promise.allSettled(['a', 'bad', 'b'].map(echo));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await echo('c')).toBe('c');
});

it('does many at once in several goes', async () => {
  const sizes: number[] = [];
  const echo = inBatches(async (items: readonly number[]) => {
    sizes.push(items.length);
    return items;
  });
  const items = Array.from({ length: 1200 }, (_, index) => index);
  expect(await Promise.all(items.map(echo))).toEqual(items);
  expect(sizes).toEqual([500, 500, 200]);
});
