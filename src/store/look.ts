import { closeSync, existsSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely, sql } from 'kysely';
import { type Address, parseAddress } from './address.ts';
import { type Migration, readMigrations, refuseUnknown } from './migrate.ts';
import { StoreError } from './store-error.ts';
import type { Db, Tables } from './tables.ts';

/** What stands behind DATABASE_URL: nothing yet, tables that lack some steps, or the present shape. */
export type Look =
  | { readonly kind: 'absent' }
  | { readonly kind: 'behind'; readonly steps: number }
  | { readonly kind: 'good' };

/**
 * Look at the database that DATABASE_URL names, and change nothing: no file is made, no step is taken.
 *
 * @throws StoreError with one sentence when it could not be used as it is
 */
export async function lookAtStore(
  url: string,
  { migrations }: { readonly migrations?: readonly Migration[] } = {},
): Promise<Look> {
  const address = parseAddress(url);
  const steps = migrations ?? (await readMigrations());
  return address.kind === 'sqlite' ? await lookAtFile(address, steps) : await lookAtServer(address, steps);
}

async function lookAtFile(
  { path }: Address & { kind: 'sqlite' },
  steps: readonly Migration[],
): Promise<Look> {
  const [{ DatabaseSync }, { sayWhy }, { sqliteDialect }] = await Promise.all([
    import('node:sqlite'),
    import('./sqlite-file.ts'),
    import('./sqlite.ts'),
  ]);
  if (path === ':memory:' || !isThere(path, sayWhy)) return { kind: 'absent' };
  try {
    const file = pathToFileURL(resolve(path));
    // Without a log nobody has it open: then it is read as it lies there, and no file is put beside it.
    if (!existsSync(`${resolve(path)}-wal`)) file.searchParams.set('immutable', '1');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(new DatabaseSync(file, { readOnly: true })) });
    const table = sql<object>`select name from sqlite_master where type = 'table' and name = 'migration'`;
    return await compare(db, steps, async () => (await table.execute(db)).rows.length > 0);
  } catch (error) {
    throw sayWhy(error);
  }
}

/** False where there is no file; refused where it is none that can be read and written. */
function isThere(path: string, sayWhy: (error: unknown) => unknown): boolean {
  try {
    closeSync(openSync(resolve(path), 'r+'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw sayWhy(error);
  }
}

async function lookAtServer(
  { url }: Address & { kind: 'postgres' },
  steps: readonly Migration[],
): Promise<Look> {
  const [{ EVERYDAY, postgresDialect }, { sayWhyUnreachable }] = await Promise.all([
    import('./postgres.ts'),
    import('./postgres-errors.ts'),
  ]);
  const dialect = postgresDialect(url, { ...EVERYDAY, connections: 1 }, () => {});
  const db = new Kysely<Tables>({ dialect });
  const table = sql<{ readonly found: boolean }>`select to_regclass('migration') is not null as found`;
  try {
    return await compare(db, steps, async () => (await table.execute(db)).rows[0]?.found === true);
  } catch (error) {
    throw error instanceof StoreError ? error : sayWhyUnreachable(error);
  }
}

async function compare(
  db: Db,
  steps: readonly Migration[],
  hasTables: () => Promise<boolean>,
): Promise<Look> {
  try {
    if (!(await hasTables())) return { kind: 'absent' };
    const rows = await db.selectFrom('migration').select('name').execute();
    const applied = new Set(rows.map(({ name }) => name));
    refuseUnknown(applied, steps);
    const missing = steps.filter(({ name }) => !applied.has(name)).length;
    return missing === 0 ? { kind: 'good' } : { kind: 'behind', steps: missing };
  } finally {
    await db.destroy();
  }
}
