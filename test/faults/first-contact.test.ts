import { expect, it } from 'vitest';
import { personFor } from '../../src/people/named.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';
import { openTinyRoom } from './tiny-room.ts';

eachDatabase(({ freshUrl, open }) => {
  it('makes one person of an account that several name for the first time at once', async () => {
    const url = await freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const { house, team } = await openTinyRoom(stores[0]!);
    const of = { platform: 'slack', space: 'T1', account: 'cy' };
    const people = await Promise.all(
      [...stores, ...stores].map(({ db }) =>
        inTransaction(db, (transaction) =>
          personFor(house, transaction, team, { kind: 'account', of, name: 'cy' }, null),
        ),
      ),
    );
    expect(new Set(people.map(({ person }) => person)).size).toBe(1);
  });
});
