import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tidyMemory } from '../../src/ops/tidy-memory.ts';

it('gives back what nobody holds any more', async () => {
  const once = new WeakRef(new Array(1000).fill('used at the start'));
  // What a weak reference was asked for stays until the end of the turn.
  await turn();
  tidyMemory();
  expect(once.deref()).toBeUndefined();
});
