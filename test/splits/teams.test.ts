import { expect, it, onTestFinished } from 'vitest';
import { openWalk } from '../fuzz/team-walk.ts';
import { eachDatabase } from '../support/each-database.ts';

eachDatabase(({ freshUrl }) => {
  it('shows nothing of one team to another, whatever ids they try', async () => {
    const walk = await openWalk(await freshUrl(), 12);
    onTestFinished(() => walk.close());
    expect(await walk.steps(150)).toEqual([]);
    expect(await walk.sheets()).toBeGreaterThan(2);
  });
});
