import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { listPeople } from '../../src/store/people.ts';
import { openPlace } from '../people/room.ts';
import { eachDatabase } from '../support/each-database.ts';

const BO = 'U-bo-7731';
const NAME = 'Bo Xylander';

eachDatabase(({ openFresh }) => {
  it('takes somebody out of releases that they looked after and questions that wait, and leaves what is planned', async () => {
    const store = await openFresh();
    const { say, press, house, team, failures } = await openPlace(store);
    await say(BO, `splitproof me name: "${NAME}"`);
    await say(BO, 'release new title: EP date: 2026-12-26 places: Japan');
    await say(BO, 'release new title: LP date: 2027-12-26 places: LATAM');
    const id = /rel_\w+/.exec(await say(BO, 'release status EP'))?.[0] ?? '';
    await press(BO, `release:read:${id}`);
    await say('admin', `splitproof privacy erase: "${NAME}"`);
    const person = (await listPeople(house.db, team)).find(({ displayName }) => displayName === NAME);
    expect(await press('admin', `splitproof:erase:${person?.id}`)).toContain('Erased');

    const found: string[] = [];
    for (const table of ['release', 'release_reminder', 'caution_read', 'kv', 'sealed', 'entry']) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(store.db);
      found.push(...rows.map((row) => `${table}: ${JSON.stringify(row)}`));
    }
    expect(found.filter((row) => /Bo Xylander|U-bo-7731/.test(row))).toEqual([]);
    expect(await say('ana', 'release edit EP artist: Cy')).toContain('Only an admin may do this');
    expect(await say('admin', 'release edit EP artist: Ana')).toContain('is changed');
    expect(await say('admin', 'release status EP')).toContain('EP: 3 of 5 points hold');
    expect(failures).toEqual([]);
  });
});
