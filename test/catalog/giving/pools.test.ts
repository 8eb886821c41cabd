import { expect, it, onTestFinished } from 'vitest';
import { eachDatabase } from '../../support/each-database.ts';
import { openMemoryHouse, originOf } from '../../support/memory-house.ts';

eachDatabase(({ freshUrl }) => {
  it('those who ask for the same at once get one code, from whichever pools', async () => {
    const { act, broken, close, house } = await openMemoryHouse(await freshUrl());
    onTestFinished(close);
    const admin = originOf('S1', 'admin-ana');
    for (const pool of ['88644 kind: upc', '60255 kind: upc']) await act(admin, `id pool add ${pool}`);
    const ask = (pool: string) => act(admin, `id assign Night Bus single pool: ${pool}`);
    const answers = await Promise.all(['88644', '60255', '88644', '60255', '60255'].map(ask));
    expect(broken()).toEqual([]);
    const given = await house.db.selectFrom('given_code').select('code').execute();
    expect(given).toHaveLength(1);
    const code = given[0]?.code.replace(/^00/, '') ?? '';
    for (const answer of answers) expect(answer).toContain(code);
  });
});
