import type { Seq } from '../core/ledger/entry-types.ts';
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
  readonly seq: Seq;
  readonly givenAt: Date;
  /** What it was given for was taken out; nobody gets it again. */
  readonly burntAt: Date | null;
};

/** Write down that a code was given. One that was given before makes the database refuse the whole transaction. */
export async function insertGiven(db: Db, team: string, given: Omit<GivenCode, 'burntAt'>): Promise<void> {
  await db
    .insertInto('given_code')
    .values({
      team_id: team,
      scheme: given.scheme,
      code: given.code,
      series_id: given.series,
      year: given.year,
      number: given.number,
      given_for: storable(given.givenFor),
      seq: given.seq,
      given_at: given.givenAt.getTime(),
      burnt_at: null,
    })
    .execute();
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
    .where('given_for', '=', storable(target))
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
    seq: row.seq,
    givenAt: new Date(row.given_at),
    burntAt: row.burnt_at === null ? null : new Date(row.burnt_at),
  };
}
