import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';

/** Which works are heard on a recording; those that were there before and are not among these are let go. */
export async function setWorks(
  db: Db,
  team: string,
  recording: string,
  works: readonly string[],
): Promise<void> {
  await takeWorksOff(db, team, [recording]);
  await addWorks(
    db,
    team,
    works.map((work) => ({ recording, work })),
  );
}

/** Let go of all works of these recordings. */
export async function takeWorksOff(db: Db, team: string, recordings: readonly string[]): Promise<void> {
  for (const piece of inPieces(recordings)) {
    await db
      .deleteFrom('recording_work')
      .where('team_id', '=', team)
      .where('recording_id', 'in', piece)
      .execute();
  }
}

export async function addWorks(
  db: Db,
  team: string,
  pairs: readonly { readonly recording: string; readonly work: string }[],
): Promise<void> {
  const rows = pairs.map(({ recording, work }) => ({
    team_id: team,
    recording_id: recording,
    work_id: work,
  }));
  for (const piece of inPieces(rows)) {
    await db
      .insertInto('recording_work')
      .values(piece)
      .onConflict((conflict) => conflict.columns(['team_id', 'recording_id', 'work_id']).doNothing())
      .execute();
  }
}

/** The works of each of these recordings, by id; a recording without one is left out. */
export async function worksOf(
  db: Db,
  team: string,
  recordings: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const works = new Map<string, string[]>();
  for (const piece of inPieces([...new Set(recordings)])) {
    const rows = await db
      .selectFrom('recording_work')
      .select(['recording_id', 'work_id'])
      .where('team_id', '=', team)
      .where('recording_id', 'in', piece)
      .execute();
    // In order here: asked for it, SQLite would walk along all works of the team.
    for (const { recording_id, work_id } of rows.toSorted((a, b) => (a.work_id < b.work_id ? -1 : 1))) {
      const known = works.get(recording_id) ?? [];
      works.set(recording_id, [...known, work_id]);
    }
  }
  return works;
}

/** The recordings on which a work is heard, by id. */
export async function recordingsOf(
  db: Db,
  team: string,
  work: string,
  limit?: number,
): Promise<readonly string[]> {
  const query = db
    .selectFrom('recording_work')
    .select('recording_id')
    .where('team_id', '=', team)
    .where('work_id', '=', work)
    .orderBy('recording_id');
  const rows = await (limit === undefined ? query : query.limit(limit)).execute();
  return rows.map(({ recording_id }) => recording_id);
}

/** Every recording on which one of these works is heard. */
export async function recordingsOfAll(
  db: Db,
  team: string,
  works: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const piece of inPieces([...new Set(works)])) {
    const rows = await db
      .selectFrom('recording_work')
      .select('recording_id')
      .where('team_id', '=', team)
      .where('work_id', 'in', piece)
      .execute();
    for (const { recording_id } of rows) found.add(recording_id);
  }
  return [...found];
}
