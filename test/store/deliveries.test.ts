import { expect, it } from 'vitest';
import { firstDelivery, forgetDeliveries } from '../../src/store/deliveries.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-26T12:00:00Z');
const event = { platform: 'slack', eventId: 'Ev1' };

eachDatabase(({ freshUrl, open, openFresh }) => {
  it('is true once for an event', async () => {
    const { db } = await openFresh();
    expect(await firstDelivery(db, event, now)).toBe(true);
    expect(await firstDelivery(db, event, now)).toBe(false);
    expect(await firstDelivery(db, event, new Date(now.getTime() + 23 * HOUR_MS))).toBe(false);
  });

  it('tells events and platforms apart', async () => {
    const { db } = await openFresh();
    await firstDelivery(db, event, now);
    expect(await firstDelivery(db, { ...event, eventId: 'ev1' }, now)).toBe(true);
    expect(await firstDelivery(db, { ...event, platform: 'discord' }, now)).toBe(true);
    expect(await firstDelivery(db, { ...event, eventId: '1700000000.2' }, now)).toBe(true);
    expect(await firstDelivery(db, { ...event, eventId: '1700000000.200000' }, now)).toBe(true);
  });

  it('is true for one of many connections that ask at once', async () => {
    const url = await freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    for (let round = 0; round < 10; round++) {
      const asked = [...stores, ...stores].map(({ db }) =>
        firstDelivery(db, { ...event, eventId: `Ev-${round}` }, now),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toEqual([true]);
    }
  });

  it('is true again when the transaction that asked was rolled back', async () => {
    const { db } = await openFresh();
    const failing = inTransaction(db, async (transaction) => {
      expect(await firstDelivery(transaction, event, now)).toBe(true);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await firstDelivery(db, event, now)).toBe(true);
  });

  it('is refused on the outer handle inside a transaction', async () => {
    const { db } = await openFresh();
    await inTransaction(db, async () => {
      await expect(firstDelivery(db, event, now)).rejects.toThrow('A transaction is open');
    });
  });

  it('is known after a restart', async () => {
    const url = await freshUrl();
    const before = await open(url);
    await firstDelivery(before.db, event, now);
    await before.close();
    const after = await open(url);
    expect(await firstDelivery(after.db, event, now)).toBe(false);
  });

  it('is forgotten after 24 hours, and not before', async () => {
    const { db } = await openFresh();
    await firstDelivery(db, event, now);
    await forgetDeliveries(db, new Date(now.getTime() + 24 * HOUR_MS));
    expect(await firstDelivery(db, event, now)).toBe(false);
    await forgetDeliveries(db, new Date(now.getTime() + 24 * HOUR_MS + 1));
    expect(await firstDelivery(db, event, now)).toBe(true);
  });
});
