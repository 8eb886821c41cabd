import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db } from './tables.ts';

const surrounding = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Run `work` in one transaction: all of it is kept, or nothing.
 *
 * Given the handle of a transaction that is open already, the work joins it. Nothing in `work` may wait for the
 * network: on SQLite everybody else waits meanwhile.
 */
export async function inTransaction<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  refuseInsideTransaction();
  const state = { open: true };
  try {
    return await db.transaction().execute((transaction) => surrounding.run(state, () => work(transaction)));
  } finally {
    // What the work left running in the background may use the outer handle from now on.
    state.open = false;
  }
}

/**
 * To be asked before a connection is taken.
 *
 * A query on the outer handle would not be part of the transaction around it, and on SQLite it would wait for
 * ever for the one connection that this transaction holds.
 */
export function refuseInsideTransaction(): void {
  if (surrounding.getStore()?.open) {
    throw new Error(
      'A transaction is open: use the handle that inTransaction gave to its callback, not the outer one.',
    );
  }
}
