import type { Day } from '../core/day.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { Db } from './tables.ts';

/**
 * What became of a reminder: `said`. Or it was `missed` because a later one was due as well, which is to tell of it; and
 * `told` once that one has.
 */
export type ReminderState = 'said' | 'missed' | 'told';

/** A message of ours, by the platform's own ids. */
export type SaidIn = { readonly channel: string; readonly id: string };

export type SaidReminder = {
  readonly daysBefore: number;
  readonly state: ReminderState;
  readonly message: SaidIn | null;
  readonly doneBy: PersonId | null;
  readonly doneAt: Date | null;
};

/** Of which release, on which day. */
export type Occasion = { readonly release: string; readonly day: Day };

export async function remindersSaid(
  db: Db,
  team: string,
  { release, day }: Occasion,
): Promise<readonly SaidReminder[]> {
  const rows = await db
    .selectFrom('release_reminder')
    .selectAll()
    .where('team_id', '=', team)
    .where('release_id', '=', release)
    .where('day', '=', day)
    .execute();
  return rows.map((row) => ({
    daysBefore: row.days_before,
    state: row.state as ReminderState,
    message: row.channel === null || row.message === null ? null : { channel: row.channel, id: row.message },
    doneBy: row.done_by as PersonId | null,
    doneAt: row.done_at === null ? null : new Date(row.done_at),
  }));
}

/** Nobody has heard of it; what became of it before stands. */
export async function noteMissed(db: Db, team: string, of: Occasion, daysBefore: number): Promise<void> {
  await db
    .insertInto('release_reminder')
    .values({ ...rowOf(team, of, daysBefore), state: 'missed' })
    .onConflict((conflict) => conflict.columns(['team_id', 'release_id', 'day', 'days_before']).doNothing())
    .execute();
}

/** Somebody has heard of it, in this message; and with it of those that were missed. */
export async function noteSaid(
  db: Db,
  team: string,
  of: Occasion,
  {
    daysBefore,
    told,
    message,
  }: {
    readonly daysBefore: number;
    readonly told: readonly number[];
    readonly message: SaidIn | null;
  },
): Promise<void> {
  const place = { channel: message?.channel ?? null, message: message?.id ?? null };
  await db
    .insertInto('release_reminder')
    .values([
      { ...rowOf(team, of, daysBefore), state: 'said', ...place },
      ...told.map((missed) => ({ ...rowOf(team, of, missed), state: 'told' })),
    ])
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'release_id', 'day', 'days_before']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        channel: ref('excluded.channel'),
        message: ref('excluded.message'),
      })),
    )
    .execute();
}

/** @returns false where somebody has said so before */
export async function noteDone(
  db: Db,
  team: string,
  { release, day }: Occasion,
  { daysBefore, by, at }: { readonly daysBefore: number; readonly by: PersonId; readonly at: Date },
): Promise<boolean> {
  const [found] = await db
    .updateTable('release_reminder')
    .set({ done_by: by, done_at: at.getTime() })
    .where('team_id', '=', team)
    .where('release_id', '=', release)
    .where('day', '=', day)
    .where('days_before', '=', daysBefore)
    .where('done_by', 'is', null)
    .returning('days_before')
    .execute();
  return found !== undefined;
}

function rowOf(team: string, { release, day }: Occasion, daysBefore: number) {
  return {
    ...{ team_id: team, release_id: release, day, days_before: daysBefore },
    ...{ channel: null, message: null, done_by: null, done_at: null },
  };
}

/** Which cautions somebody has read for a release: row by row, with who has. */
export async function cautionsRead(
  db: Db,
  team: string,
  release: string,
): Promise<ReadonlyMap<string, readonly PersonId[]>> {
  const rows = await db
    .selectFrom('caution_read')
    .select(['caution', 'person_id'])
    .where('team_id', '=', team)
    .where('release_id', '=', release)
    .orderBy('read_at')
    .execute();
  const grouped = Map.groupBy(rows, ({ caution }) => caution);
  return new Map(
    [...grouped].map(([caution, all]) => [caution, all.map(({ person_id }) => person_id as PersonId)]),
  );
}

export async function noteRead(
  db: Db,
  team: string,
  {
    release,
    cautions,
    by,
    at,
  }: {
    readonly release: string;
    readonly cautions: readonly string[];
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  if (cautions.length === 0) return;
  await db
    .insertInto('caution_read')
    .values(
      cautions.map((caution) => ({
        ...{ team_id: team, release_id: release, caution, person_id: by, read_at: at.getTime() },
      })),
    )
    .onConflict((conflict) => conflict.columns(['team_id', 'release_id', 'caution', 'person_id']).doNothing())
    .execute();
}
