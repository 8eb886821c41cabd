import type { Seq } from '../core/ledger/entry-types.ts';
import { inPieces } from './evidence-pieces.ts';
import { realmOf } from './series.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

/** A code that was given out here, once and for ever. */
export type GivenCode = {
  readonly scheme: string;
  readonly code: string;
  readonly series: string;
  /** The year of an ISRC; null for others. */
  readonly year: number | null;
  readonly number: number;
  /** The id of a recording, or what somebody typed. */
  readonly givenFor: string;
  /** The same as it is compared. */
  readonly target: string;
  readonly seq: Seq;
  readonly givenAt: Date;
  /** What it was given for was taken out; nobody gets it again. */
  readonly burntAt: Date | null;
};

/**
 * Write down that codes were given.
 *
 * @returns false where one of them was given before, to whichever team: then none may be told to anybody, and the
 *   transaction has to fail
 */
export async function insertGiven(
  db: Db,
  team: string,
  all: readonly Omit<GivenCode, 'burntAt'>[],
): Promise<boolean> {
  let inserted = 0n;
  for (const piece of inPieces(all, 500)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('given_code')
      .values(
        piece.map((given) => ({
          team_id: team,
          scheme: given.scheme,
          code: given.code,
          realm: realmOf(given.scheme, team),
          series_id: given.series,
          year: given.year,
          number: given.number,
          given_for: storable(given.givenFor),
          target: storable(given.target),
          seq: given.seq,
          given_at: given.givenAt.getTime(),
          burnt_at: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['scheme', 'code', 'realm']).doNothing())
      .executeTakeFirstOrThrow();
    inserted += numInsertedOrUpdatedRows ?? 0n;
  }
  return inserted === BigInt(all.length);
}

/** Those of these codes that were given out before, by whichever team of this database they count for. */
export async function whichGiven(
  db: Db,
  team: string,
  scheme: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const piece of inPieces(codes)) {
    const rows = await db
      .selectFrom('given_code')
      // Of no team: what another one gave is in use all the same.
      .select(['team_id', 'code'])
      .where('scheme', '=', scheme)
      .where('realm', '=', realmOf(scheme, team))
      .where('code', 'in', piece)
      .execute();
    for (const { code } of rows) found.add(code);
  }
  return found;
}

/** A code that this team gave. */
export async function findGiven(
  db: Db,
  team: string,
  { scheme, code }: { readonly scheme: string; readonly code: string },
): Promise<GivenCode | undefined> {
  const row = await db
    .selectFrom('given_code')
    .selectAll()
    .where('team_id', '=', team)
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && givenOf(row);
}

export type GivenPage = {
  readonly series: string;
  /** Of an ISRC prefix, one year; null for others. */
  readonly year: number | null;
  readonly after: number;
  readonly limit: number;
};

/** What was given from a series, in the order of the numbers. */
export async function listGiven(
  db: Db,
  team: string,
  { series, year, after, limit }: GivenPage,
): Promise<readonly GivenCode[]> {
  const rows = await ofSeries(db, team, series, year)
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(givenOf);
}

export async function countGiven(
  db: Db,
  team: string,
  series: string,
  year: number | null,
): Promise<{ readonly given: number; readonly burnt: number }> {
  const row = await ofSeries(db, team, series, year)
    .select(({ fn }) => [
      fn.countAll<number | string>().as('given'),
      fn.count<number | string>('burnt_at').as('burnt'),
    ])
    .executeTakeFirstOrThrow();
  return { given: Number(row.given), burnt: Number(row.burnt) };
}

function ofSeries(db: Db, team: string, series: string, year: number | null) {
  const own = db.selectFrom('given_code').where('team_id', '=', team).where('series_id', '=', series);
  return year === null ? own.where('year', 'is', null) : own.where('year', '=', year);
}

export async function burnGiven(
  db: Db,
  team: string,
  { scheme, code }: { readonly scheme: string; readonly code: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('given_code')
    .set({ burnt_at: now.getTime() })
    .where('team_id', '=', team)
    .where('scheme', '=', scheme)
    .where('code', '=', code)
    .execute();
}

/** What was given for something, oldest first. */
export async function givenFor(db: Db, team: string, target: string): Promise<readonly GivenCode[]> {
  const rows = await db
    .selectFrom('given_code')
    .selectAll()
    .where('team_id', '=', team)
    .where('target', '=', storable(target))
    .orderBy('seq')
    .execute();
  return rows.map(givenOf);
}

function givenOf(row: Tables['given_code']): GivenCode {
  return {
    scheme: row.scheme,
    code: row.code,
    series: row.series_id,
    year: row.year,
    number: row.number,
    givenFor: row.given_for,
    target: row.target,
    seq: row.seq,
    givenAt: new Date(row.given_at),
    burntAt: row.burnt_at === null ? null : new Date(row.burnt_at),
  };
}
