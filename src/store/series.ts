import { PostgresAdapter } from 'kysely';
import type { Range } from '../core/assignment.ts';
import type { Time } from '../core/ledger/entry-types.ts';
import type { Db, Tables } from './tables.ts';

/** `isrc`: a prefix. `gtin`: a company prefix of GS1. `catalog-number`: a pattern. */
export type SeriesScheme = 'isrc' | 'gtin' | 'catalog-number';

/** What codes are given from, and how far it has come. */
export type Series = {
  readonly id: string;
  readonly scheme: SeriesScheme;
  /** The prefix or the pattern. */
  readonly name: string;
  /** Digits of a barcode; null for others. */
  readonly length: 12 | 13 | null;
  readonly ranges: readonly Range[];
  readonly closed: boolean;
  /** The number given last; of an ISRC prefix in `lastYear`. */
  readonly last: number | null;
  readonly lastYear: number | null;
  readonly lastAt: Time | null;
};

/**
 * Keep a new series.
 *
 * @returns false where somebody has that prefix or pattern already: this team, or another one of this database, which
 *   would give the same codes
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
      ranges: JSON.stringify(ranges),
      closed: 0,
      last: null,
      last_year: null,
      last_at: null,
      created_at: now.getTime(),
    })
    .onConflict((conflict) => conflict.columns(['scheme', 'name']).doNothing())
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
    .orderBy('id')
    .execute();
  return rows.map(seriesOf);
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
