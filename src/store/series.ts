import { PostgresAdapter } from 'kysely';
import type { Range } from '../core/assignment.ts';
import type { Time } from '../core/ledger/entry-types.ts';
import type { CodeSeries, SeriesScheme } from '../core/series.ts';
import type { Db, Tables } from './tables.ts';

/** What codes are given from, and how far it has come. */
export type Series = CodeSeries & {
  readonly id: string;
  /** The number given last; of an ISRC prefix in `lastYear`. */
  readonly last: number | null;
  readonly lastYear: number | null;
  readonly lastAt: Time | null;
};

/** Where a code of a scheme names one thing: in the whole world, or within the team alone. */
export function realmOf(scheme: string, team: string): string {
  return scheme === 'catalog-number' ? team : '';
}

/**
 * Keep a new series.
 *
 * @returns false where somebody has that prefix already: this team, or another one of this database, which would give
 *   the same codes. A pattern of catalog numbers is each team's own.
 */
export async function insertSeries(
  db: Db,
  team: string,
  series: Pick<Series, 'id' | 'scheme' | 'name' | 'length' | 'ranges'>,
  now: Date,
): Promise<boolean> {
  const { id, scheme, name, length, ranges } = series;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('series')
    .values({
      team_id: team,
      ...{ id, scheme, name, length },
      realm: realmOf(scheme, team),
      ranges: JSON.stringify(ranges),
      closed: 0,
      last: null,
      last_year: null,
      last_at: null,
      created_at: now.getTime(),
    })
    .onConflict((conflict) => conflict.columns(['scheme', 'name', 'realm']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function listSeries(
  db: Db,
  team: string,
  schemes: readonly SeriesScheme[],
): Promise<readonly Series[]> {
  const rows = await db
    .selectFrom('series')
    .selectAll()
    .where('team_id', '=', team)
    .where('scheme', 'in', [...schemes])
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.map(seriesOf);
}

/** The company prefixes of every team of this database, since one that begins with another gives the same barcodes. */
export async function listBarcodePrefixes(
  db: Db,
): Promise<readonly { readonly team: string; readonly name: string; readonly length: number }[]> {
  const rows = await db
    .selectFrom('series')
    .select(['team_id as team', 'name', 'length'])
    .where('scheme', '=', 'gtin')
    .execute();
  return rows.map(({ team, name, length }) => ({ team, name, length: length ?? 0 }));
}

/**
 * Take a series for oneself until the end of the transaction: nobody else gives a code from it meanwhile.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockSeries(db: Db, team: string, id: string): Promise<Series | undefined> {
  const found = db.selectFrom('series').selectAll().where('team_id', '=', team).where('id', '=', id);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const row = await (isPostgres ? found.forUpdate() : found).executeTakeFirst();
  return row && seriesOf(row);
}

export async function saveSeries(
  db: Db,
  team: string,
  id: string,
  changes: Partial<Pick<Series, 'ranges' | 'closed' | 'last' | 'lastYear' | 'lastAt'>>,
): Promise<void> {
  const { ranges, closed, last, lastYear, lastAt } = changes;
  const values = {
    ...(ranges === undefined ? {} : { ranges: JSON.stringify(ranges) }),
    ...(closed === undefined ? {} : { closed: closed ? 1 : 0 }),
    ...(last === undefined ? {} : { last }),
    ...(lastYear === undefined ? {} : { last_year: lastYear }),
    ...(lastAt === undefined ? {} : { last_at: lastAt }),
  };
  if (Object.keys(values).length === 0) return;
  await db.updateTable('series').set(values).where('team_id', '=', team).where('id', '=', id).execute();
}

function seriesOf(row: Tables['series']): Series {
  return {
    id: row.id,
    scheme: row.scheme as SeriesScheme,
    name: row.name,
    length: row.length as Series['length'],
    ranges: JSON.parse(row.ranges) as Range[],
    closed: row.closed === 1,
    last: row.last,
    lastYear: row.last_year,
    lastAt: row.last_at,
  };
}
