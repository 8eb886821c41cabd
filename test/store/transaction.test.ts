import { expect, it } from 'vitest';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';

eachDatabase(({ openFresh }) => {
  it('keeps nothing of a transaction that fails', async () => {
    const { db } = await openFresh();
    const failing = inTransaction(db, async (transaction) => {
      await addTeam(transaction, 'a');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await teams(db)).toEqual([]);
  });

  it('keeps nothing when the database refuses a statement in it', async () => {
    const { db } = await openFresh();
    const failing = inTransaction(db, async (transaction) => {
      await addTeam(transaction, 'a');
      await addTeam(transaction, 'a');
    });
    await expect(failing).rejects.toThrow();
    expect(await teams(db)).toEqual([]);
  });

  it('joins a transaction inside another, so that both are kept or neither', async () => {
    const { db } = await openFresh();
    const failing = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) => addTeam(inner, 'a'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await teams(db)).toEqual([]);
  });

  it('refuses the outer handle inside a transaction with a sentence, instead of waiting for ever', async () => {
    const store = await openFresh();
    const sentence = /^A transaction is open: use the handle that inTransaction gave/;
    await inTransaction(store.db, async () => {
      await expect(teams(store.db)).rejects.toThrow(sentence);
      await expect(inTransaction(store.db, teams)).rejects.toThrow(sentence);
      await expect(store.check()).rejects.toThrow(sentence);
    });
    expect(await teams(store.db)).toEqual([]);
  });

  it('lets what a transaction left running use the outer handle afterwards', async () => {
    const { db } = await openFresh();
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const { left } = await inTransaction(db, async (transaction) => {
      await addTeam(transaction, 'a');
      return { left: over.then(() => teams(db)) };
    });
    end();
    expect(await left).toEqual(['a']);
  });

  it('does not let others see or disturb what is not finished', async () => {
    const { db } = await openFresh();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const first = inTransaction(db, async (transaction) => {
      await addTeam(transaction, 'a');
      begin();
      await addTeam(transaction, 'b');
      throw new Error('on purpose');
    });
    await begun;
    const others = await Promise.all([
      addTeam(db, 'c'),
      inTransaction(db, (second) => addTeam(second, 'd')),
      first.catch(String),
    ]);
    expect(others[2]).toBe('Error: on purpose');
    expect(await teams(db)).toEqual(['c', 'd']);
  });

  it('gives times back as numbers and rows as ordinary objects', async () => {
    const { db } = await openFresh();
    await db.insertInto('team').values({ id: 'a', created_at: 8_640_000_000_000_000 }).execute();
    const row = await db
      .selectFrom('team')
      .select(({ fn }) => ['id', 'created_at', fn.countAll().as('count')])
      .groupBy(['id', 'created_at'])
      .executeTakeFirst();
    expect(row).toStrictEqual({ id: 'a', created_at: 8_640_000_000_000_000, count: 1 });
  });

  it('holds rows to what they refer to', async () => {
    const { db } = await openFresh();
    const orphan = {
      id: 's',
      team_id: 'nobody',
      platform: 'slack',
      platform_space_id: 'T1',
      name: null,
      created_at: 0,
    };
    await expect(db.insertInto('space').values(orphan).execute()).rejects.toThrow(/foreign key/i);
  });

  it('waits for what is under way before it closes', async () => {
    const store = await openFresh();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const written = inTransaction(store.db, async (transaction) => {
      begin();
      await addTeam(transaction, 'a');
      return await teams(transaction);
    });
    await begun;
    await store.close();
    expect(await written).toEqual(['a']);
  });
});

async function addTeam(db: Db, id: string): Promise<void> {
  await db.insertInto('team').values({ id, created_at: 0 }).execute();
}

async function teams(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('team').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
