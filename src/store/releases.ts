import { PostgresAdapter } from 'kysely';
import type { Day } from '../core/day.ts';
import type { Home } from '../core/home.ts';
import type { ReleaseContent } from '../core/releases/release.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

export type ReleaseState = 'planned' | 'cancelled';

/** A release as it is kept. */
export type KeptRelease = ReleaseContent & {
  /** Where people hear of it; its `person` looks after it. */
  readonly home: Home;
};

export type StoredRelease = {
  readonly id: string;
  readonly content: KeptRelease;
  readonly state: ReleaseState;
  readonly createdAt: Date;
  /** How often it was changed. */
  readonly revision: number;
};

export async function insertRelease(
  db: Db,
  team: string,
  { id, content, createdAt }: Pick<StoredRelease, 'id' | 'content' | 'createdAt'>,
): Promise<void> {
  await db
    .insertInto('release')
    .values({
      ...{ team_id: team, id, state: 'planned', created_at: createdAt.getTime(), revision: 0 },
      ...columnsOf(content),
    })
    .execute();
  await insertTracks(db, team, id, content.tracks);
}

/** Keep what a release is now; it is there, and held. */
export async function saveRelease(
  db: Db,
  team: string,
  id: string,
  content: KeptRelease,
  state: ReleaseState = 'planned',
): Promise<void> {
  await db
    .updateTable('release')
    .set(({ eb, ref }) => ({ ...columnsOf(content), state, revision: eb(ref('revision'), '+', 1) }))
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
  await db.deleteFrom('release_track').where('team_id', '=', team).where('release_id', '=', id).execute();
  await insertTracks(db, team, id, content.tracks);
}

function columnsOf(content: KeptRelease) {
  return {
    title: storable(content.title),
    content: storable(JSON.stringify(content)),
    day: content.day,
  };
}

async function insertTracks(db: Db, team: string, id: string, tracks: readonly string[]): Promise<void> {
  if (tracks.length === 0) return;
  await db
    .insertInto('release_track')
    .values(
      tracks.map((recording, index) => ({
        ...{ team_id: team, release_id: id, position: index + 1, recording_id: recording },
      })),
    )
    .execute();
}

export async function findRelease(db: Db, team: string, id: string): Promise<StoredRelease | undefined> {
  const row = await releasesOf(db, team).where('id', '=', id).executeTakeFirst();
  return row && releaseOf(row);
}

/**
 * Take a release for oneself until the end of the transaction.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockRelease(db: Db, team: string, id: string): Promise<StoredRelease | undefined> {
  const found = releasesOf(db, team).where('id', '=', id);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const row = await (isPostgres ? found.forNoKeyUpdate() : found).executeTakeFirst();
  return row && releaseOf(row);
}

export type ReleasePage = {
  /** `coming`: planned, from this day on, the next first. `past`: planned, before it, the newest first. */
  readonly which: 'coming' | 'past' | 'cancelled' | 'all';
  readonly today: Day;
  readonly limit: number;
  readonly offset?: number;
};

export async function listReleases(
  db: Db,
  team: string,
  { which, today, limit, offset = 0 }: ReleasePage,
): Promise<readonly StoredRelease[]> {
  let query = releasesOf(db, team);
  if (which === 'cancelled') query = query.where('state', '=', 'cancelled');
  if (which === 'coming' || which === 'past') {
    query = query.where('state', '=', 'planned').where('day', which === 'past' ? '<' : '>=', today);
  }
  const order = which === 'coming' ? 'asc' : 'desc';
  const rows = await query.orderBy('day', order).orderBy('id', order).limit(limit).offset(offset).execute();
  return rows.map(releaseOf);
}

/** All of a team, in no order: for whoever looks for somebody. */
export async function everyRelease(db: Db, team: string): Promise<readonly StoredRelease[]> {
  return (await releasesOf(db, team).execute()).map(releaseOf);
}

/** Releases that are not cancelled and have this recording on them, the next first. */
export async function releasesWith(
  db: Db,
  team: string,
  recordings: readonly string[],
): Promise<readonly StoredRelease[]> {
  if (recordings.length === 0) return [];
  const rows = await releasesOf(db, team)
    .where('state', '=', 'planned')
    .where('id', 'in', (of) =>
      of
        .selectFrom('release_track')
        .select('release_id')
        .where('team_id', '=', team)
        .where('recording_id', 'in', recordings),
    )
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(releaseOf);
}

function releasesOf(db: Db, team: string) {
  return db.selectFrom('release').selectAll().where('team_id', '=', team);
}

function releaseOf(row: Tables['release']): StoredRelease {
  return {
    id: row.id,
    // Written by us.
    content: JSON.parse(row.content) as KeptRelease,
    state: row.state as ReleaseState,
    createdAt: new Date(row.created_at),
    revision: row.revision,
  };
}
