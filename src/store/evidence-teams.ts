import type { Db } from './tables.ts';

/** A team that has a ledger, and what its spaces are called. */
export type LedgerOwner = {
  readonly team: string;
  readonly size: number;
  readonly spaces: readonly { readonly platform: string; readonly name: string | null }[];
};

/** All ledgers of this database, for its operator. */
export async function listLedgers(db: Db): Promise<readonly LedgerOwner[]> {
  const ledgers = await db
    .selectFrom('ledger')
    .select(['team_id as team', 'size'])
    .orderBy('team_id')
    .execute();
  const spaces = await db
    .selectFrom('space')
    .select(['team_id as team', 'platform', 'name'])
    .orderBy('created_at')
    .execute();
  const byTeam = Map.groupBy(spaces, ({ team }) => team);
  return ledgers.map(({ team, size }) => ({
    team,
    size,
    spaces: (byTeam.get(team) ?? []).map(({ platform, name }) => ({ platform, name })),
  }));
}
