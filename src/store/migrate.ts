import { readdir } from 'node:fs/promises';
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import { StoreError } from './store-error.ts';
import type { Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** One step of the tables' shape. Steps are only ever added: what has been released is never edited. */
export type Migration = {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
};

/** Two processes that start at once must not both migrate; an arbitrary number, ours alone. */
const LOCK = 7_314_660_941;

/** All steps in order, from the files in `migrations/`. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = new URL('migrations/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return await Promise.all(
    files.map(async (file) => {
      const { up } = (await import(new URL(file, folder).href)) as Pick<Migration, 'up'>;
      return { name: file.slice(0, -'.ts'.length), up };
    }),
  );
}

/**
 * Bring the tables to their present shape, in one transaction: after a crash half-way the database is as before.
 *
 * @throws StoreError when the database has steps that this version does not know
 */
export async function migrate(db: Db, migrations: readonly Migration[], now: Date): Promise<void> {
  await inTransaction(db, async (transaction) => {
    if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await transaction.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const rows = await transaction.selectFrom('migration').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    refuseUnknown(applied, migrations);
    for (const { name, up } of migrations) {
      if (applied.has(name)) continue;
      // A step knows the tables of its own day, not those that this version knows.
      await up(transaction as unknown as Kysely<unknown>);
      await transaction.insertInto('migration').values({ name, applied_at: now.getTime() }).execute();
    }
  });
}

/** @throws StoreError when the database has steps that this version does not know */
export function refuseUnknown(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const unknown = [...applied]
    .filter((name) => migrations.every((migration) => migration.name !== name))
    .sort();
  if (unknown.length > 0) {
    throw new StoreError(
      `The database of DATABASE_URL was last used by a newer Splitproof (it has the step ${unknown.at(-1)}). Start that version, or restore a backup from before the upgrade.`,
    );
  }
}

function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
