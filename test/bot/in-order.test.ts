import { fc, test } from '@fast-check/vitest';
import { expect, it, vi } from 'vitest';
import { inOrder } from '../../src/bot/in-order.ts';

type Piece = { readonly key: string; readonly turns: number; readonly fails: boolean };

const piece: fc.Arbitrary<Piece> = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  turns: fc.nat({ max: 5 }),
  fails: fc.boolean(),
});

/** Lets everything else that is ready have its turn. */
async function letOthersGo(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
}

test.prop([fc.array(piece, { maxLength: 30 })])(
  'keeps the order of every key and never does two things of one key at once, whatever fails',
  async (pieces) => {
    const queue = inOrder();
    const begun: Record<string, number[]> = {};
    const running = new Map<string, number>();
    const outcomes = await Promise.allSettled(
      pieces.map(({ key, turns, fails }, index) =>
        queue(key, async () => {
          running.set(key, (running.get(key) ?? 0) + 1);
          expect(running.get(key)).toBe(1);
          begun[key] = [...(begun[key] ?? []), index];
          await letOthersGo(turns);
          running.set(key, 0);
          if (fails) throw new Error(`piece ${index}`);
          return index;
        }),
      ),
    );
    for (const order of Object.values(begun)) expect(order).toEqual(order.toSorted((a, b) => a - b));
    outcomes.forEach((outcome, index) => {
      const { fails } = pieces[index]!;
      expect(outcome).toMatchObject(
        fails
          ? { status: 'rejected', reason: new Error(`piece ${index}`) }
          : { status: 'fulfilled', value: index },
      );
    });
  },
);

it('does not let one key wait for another', async () => {
  const queue = inOrder();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const slow = queue('slow', () => opened);
  await queue('quick', async () => {});
  open();
  await slow;
});

it('begins the next piece of work of a key when it is added after the last one has ended', async () => {
  const queue = inOrder();
  expect(await queue('a', async () => 1)).toBe(1);
  expect(await queue('a', async () => 2)).toBe(2);
});

it('forgets a key when nothing of it is left to do', async () => {
  const key = 'a key of this test alone';
  const maps = new Set<Map<unknown, unknown>>();
  const set = Map.prototype.set;
  const spy = vi.spyOn(Map.prototype, 'set').mockImplementation(function (this: Map<unknown, unknown>, k, v) {
    if (k === key) maps.add(this);
    return set.call(this, k, v);
  });
  try {
    const queue = inOrder();
    await Promise.allSettled([
      queue(key, async () => {}),
      queue(key, async () => {
        throw new Error('fails');
      }),
    ]);
  } finally {
    spy.mockRestore();
  }
  await vi.waitFor(() => expect([...maps].map((map) => map.size)).toEqual([0]));
});
