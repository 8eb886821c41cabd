import { expect, it } from 'vitest';
import { DEPLOYMENT, forgetExpired, type KeyvOptions, openKeyv } from '../../src/store/keyv.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';

eachDatabase(({ freshUrl, open, openFresh }) => {
  it('keeps every kind of value, over a restart too', async () => {
    const url = await freshUrl();
    const values = {
      text: 'a\0b "\u{1f3b5}"',
      number: 1.5,
      none: null,
      list: [1, ['two']],
      object: { yes: true },
    };
    const before = await open(url);
    const writer = drafts(before.db);
    for (const [key, value] of Object.entries(values)) expect(await writer.set(key, value)).toBe(true);
    await before.close();
    const { db } = await open(url);
    const reader = drafts(db);
    for (const [key, value] of Object.entries(values)) expect(await reader.get(key)).toEqual(value);
    expect(await reader.get('nothing')).toBeUndefined();
  });

  it('replaces, deletes and clears', async () => {
    const { db } = await openFresh();
    const keyv = drafts(db);
    await keyv.set('a', 1);
    await keyv.set('a', 2);
    await keyv.set('b', 3);
    expect(await keyv.get('a')).toBe(2);
    expect([await keyv.has('a'), await keyv.has('c')]).toEqual([true, false]);
    expect([await keyv.delete('a'), await keyv.delete('a')]).toEqual([true, false]);
    expect(await keyv.get('a')).toBeUndefined();
    await keyv.clear();
    expect(await keyv.get('b')).toBeUndefined();
  });

  it('does many at once, each under its own key', async () => {
    const { db } = await openFresh();
    const keyv = drafts(db);
    const entries = [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
      { key: 'a', value: 3 },
    ];
    expect(await keyv.setMany(entries)).toEqual([true, true, true]);
    expect(await keyv.getMany(['b', 'nothing', 'a'])).toEqual([2, undefined, 3]);
    expect(await keyv.hasMany(['b', 'nothing'])).toEqual([true, false]);
    expect(await keyv.deleteMany(['b', 'nothing'])).toEqual([true, false]);
    expect(await keyv.getMany(['a', 'b'])).toEqual([3, undefined]);
    expect([await keyv.getMany([]), await keyv.setMany([]), await keyv.deleteMany([])]).toEqual([[], [], []]);
  });

  it('holds teams and namespaces apart, clearing included', async () => {
    const { db } = await openFresh();
    const rooms = [
      drafts(db),
      drafts(db, { teamId: 'other' }),
      drafts(db, { namespace: 'cache' }),
      drafts(db, { teamId: DEPLOYMENT }),
    ];
    for (const [index, room] of rooms.entries()) await room.set('a', index);
    expect(await Promise.all(rooms.map((room) => room.get('a')))).toEqual([0, 1, 2, 3]);
    await rooms[0]?.clear();
    expect(await Promise.all(rooms.map((room) => room.get('a')))).toEqual([undefined, 1, 2, 3]);
    await rooms[1]?.delete('a');
    expect(await Promise.all(rooms.map((room) => room.get('a')))).toEqual([undefined, undefined, 2, 3]);
  });

  it('lets values run out by the clock it is given, not by that of the machine', async () => {
    const { db } = await openFresh();
    let timeMs = 1_000_000;
    const keyv = drafts(db, { ttlMs: 1000, now: () => new Date(timeMs) });
    await keyv.set('default', 1);
    await keyv.set('own', 2, 5000);
    await keyv.setMany([
      { key: 'many', value: 3 },
      { key: 'many own', value: 4, ttl: 5000 },
    ]);
    const all = () => keyv.getMany(['default', 'own', 'many', 'many own']);
    timeMs += 999;
    expect(await all()).toEqual([1, 2, 3, 4]);
    timeMs += 1;
    expect(await all()).toEqual([undefined, 2, undefined, 4]);
    expect(await keyv.has('default')).toBe(false);
    timeMs += 4000;
    expect(await all()).toEqual([undefined, undefined, undefined, undefined]);
    await keyv.set('default', 5);
    expect(await keyv.get('default')).toBe(5);
  });

  it('keeps for ever what has no time to live', async () => {
    const { db } = await openFresh();
    let timeMs = 0;
    const keyv = drafts(db, { now: () => new Date(timeMs) });
    await keyv.set('a', 1);
    timeMs = 8_640_000_000_000_000;
    await forgetExpired(db, new Date(timeMs));
    expect(await keyv.get('a')).toBe(1);
  });

  it('removes what has run out', async () => {
    const { db } = await openFresh();
    const keyv = drafts(db, { now: () => new Date(0) });
    await keyv.set('short', 1, 1000);
    await keyv.set('long', 1, 2000);
    await forgetExpired(db, new Date(1000));
    const rows = await db.selectFrom('kv').select('key').where('team_id', '=', 'team').execute();
    expect(rows).toEqual([{ key: 'long' }]);
  });

  it('takes part in a transaction', async () => {
    const { db } = await openFresh();
    const failing = inTransaction(db, async (transaction) => {
      await drafts(transaction).set('a', 1);
      await drafts(transaction).setMany([{ key: 'b', value: 2 }]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await drafts(db).getMany(['a', 'b'])).toEqual([undefined, undefined]);
  });

  it('rejects when the database fails, instead of finding nothing', async () => {
    const store = await openFresh();
    await store.db.schema.dropTable('kv').execute();
    const keyv = drafts(store.db);
    await expect(keyv.get('a')).rejects.toThrow();
    await expect(keyv.getMany(['a'])).rejects.toThrow();
    await expect(keyv.has('a')).rejects.toThrow();
    await expect(keyv.set('a', 1)).rejects.toThrow();
    await expect(keyv.delete('a')).rejects.toThrow();
  });
});

function drafts(db: Db, options: Partial<KeyvOptions> = {}) {
  return openKeyv<unknown>(db, { teamId: 'team', namespace: 'drafts', now: () => new Date(0), ...options });
}
