import type { EntryType, Seq } from '../core/ledger/entry-types.ts';
import type { Db } from './tables.ts';

/** Whether a ledger has an entry of one of these types from a number on. */
export async function hasEntriesSince(
  db: Db,
  team: string,
  from: Seq,
  types: readonly EntryType[],
): Promise<boolean> {
  const found = await db
    .selectFrom('entry')
    .select('seq')
    .where('team_id', '=', team)
    .where('seq', '>=', from)
    .where('type', 'in', types)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
