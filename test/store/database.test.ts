import { expect, it } from 'vitest';
import { eachDatabase } from '../support/each-database.ts';

eachDatabase(({ openFresh }) => {
  it('answers once it is open', async () => {
    const store = await openFresh();
    await expect(store.check()).resolves.toBeUndefined();
  });
});
