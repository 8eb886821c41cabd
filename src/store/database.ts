import { Kysely } from 'kysely';
import { type Address, parseAddress } from './address.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { StoreError } from './store-error.ts';
import type { Db, Tables } from './tables.ts';

/** An open database, in the present shape. */
export type Store = {
  readonly db: Db;
  /** Resolves when the database answers, and rejects when it does not. */
  check(): Promise<void>;
  /** Waits for what is under way, then lets go of the database. */
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly now: Date;
  /** Told when a connection breaks that nobody is asking anything; the next question makes a new one. */
  readonly connectionLost?: (error: Error) => void;
  /** The steps that make up the tables; those in `migrations/` by default. */
  readonly migrations?: readonly Migration[];
};

/**
 * Open the database that DATABASE_URL names: `sqlite:<path>`, `sqlite::memory:` or `postgres://…`.
 *
 * A SQLite file is made where there is none. Tables are brought to their present shape, all or nothing.
 *
 * @throws StoreError with one sentence for the operator, which names the variable and never its value
 */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const address = parseAddress(url);
  const migrations = options.migrations ?? (await readMigrations());
  const db = await (address.kind === 'sqlite'
    ? openSqlite(address, migrations, options)
    : openPostgres(address, migrations, options));
  return {
    db,
    check: async () => {
      await db.selectFrom('migration').select('name').limit(1).execute();
    },
    close: () => db.destroy(),
  };
}

async function openSqlite(
  { path }: Address & { kind: 'sqlite' },
  migrations: readonly Migration[],
  { now }: StoreOptions,
): Promise<Db> {
  const [{ openSqliteFile, sayWhy }, { sqliteDialect }] = await Promise.all([
    import('./sqlite-file.ts'),
    import('./sqlite.ts'),
  ]);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(await openSqliteFile(path)) });
  try {
    await migrate(db, migrations, now);
    return db;
  } catch (error) {
    await db.destroy();
    throw sayWhy(error);
  }
}

async function openPostgres(
  { url }: Address & { kind: 'postgres' },
  migrations: readonly Migration[],
  { now, connectionLost = () => {} }: StoreOptions,
): Promise<Db> {
  const [{ EVERYDAY, postgresDialect, UNHURRIED }, { sayWhyUnreachable }] = await Promise.all([
    import('./postgres.ts'),
    import('./postgres-errors.ts'),
  ]);
  const unhurried = new Kysely<Tables>({ dialect: postgresDialect(url, UNHURRIED, connectionLost) });
  try {
    await migrate(unhurried, migrations, now);
  } catch (error) {
    throw error instanceof StoreError ? error : sayWhyUnreachable(error);
  } finally {
    await unhurried.destroy();
  }
  return new Kysely<Tables>({ dialect: postgresDialect(url, EVERYDAY, connectionLost) });
}
