import { PostgresAdapter } from 'kysely';
import type { Db } from './tables.ts';

/**
 * Take a team for oneself until the end of the transaction, so that nobody else lets people into its books meanwhile.
 * Everything that only refers to the team goes on.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockTeam(db: Db, team: string): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await db.selectFrom('team').select('id').where('id', '=', team).forNoKeyUpdate().execute();
}
