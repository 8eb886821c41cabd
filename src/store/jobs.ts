import type { Db, Tables } from './tables.ts';

/** Something to do after the transaction that asked for it: a post, a message, a look at reactions, a reminder. */
export type NewJob = {
  readonly kind: string;
  /** What is asked for twice under one key is done once. */
  readonly key: string;
  /** Only where this platform is connected; null: anywhere. */
  readonly platform: string | null;
  readonly payload: object;
  readonly dueAt: Date;
};

/** A job in somebody's hands, until the lease runs out. */
export type Job = {
  readonly team: string;
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly dueAt: Date;
  /** From 1: whether somebody may have begun it before. */
  readonly tries: number;
  /** Whoever had it before neither finished it nor put it off, but was gone: nobody knows how far they came. */
  readonly isOrphan: boolean;
  readonly createdAt: Date;
  readonly lease: string;
  readonly wanted: number;
};

export type JobClock = { readonly now: Date; readonly newId: () => string };

/** Ask for a job once: a second time under its key changes nothing, even after it is done. */
export async function askOnce(db: Db, team: string, job: NewJob, clock: JobClock): Promise<void> {
  await db
    .insertInto('job')
    .values(rowOf(team, job, clock))
    .onConflict((conflict) => conflict.columns(['team_id', 'kind', 'key']).doNothing())
    .execute();
}

/**
 * Ask for a job that may be needed again and again under one key, such as bringing a message up to date: several
 * askings make one job, due when the first of them is; one that is done begins anew, and one that is under way will
 * be done once more.
 */
export async function askAgain(db: Db, team: string, job: NewJob, clock: JobClock): Promise<void> {
  const row = rowOf(team, job, clock);
  await db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['team_id', 'kind', 'key']).doUpdateSet(({ ref, eb }) => ({
        state: 'waiting',
        // Else whoever asks again and again would put it off for ever.
        due_at: eb
          .case()
          .when(
            eb.and([
              eb('job.state', '=', 'waiting'),
              eb('job.due_at', '<', row.due_at),
              // One that is under way has had its time.
              eb.or([eb('job.leased_until', 'is', null), eb('job.leased_until', '<=', row.created_at)]),
            ]),
          )
          .then(ref('job.due_at'))
          .else(row.due_at)
          .end(),
        payload: row.payload,
        // What fails and fails is not made young by asking for it.
        tries: eb.case().when('job.state', '=', 'waiting').then(ref('job.tries')).else(0).end(),
        wanted: eb(ref('job.wanted'), '+', 1),
      })),
    )
    .execute();
}

function rowOf(team: string, job: NewJob, { now, newId }: JobClock): Tables['job'] {
  return {
    team_id: team,
    id: newId(),
    kind: job.kind,
    key: job.key,
    platform: job.platform,
    payload: JSON.stringify(job.payload),
    due_at: job.dueAt.getTime(),
    state: 'waiting',
    wanted: 1,
    tries: 0,
    lease: null,
    leased_until: null,
    last_error: null,
    created_at: now.getTime(),
  };
}

/** A job that nobody needs any more, such as the reminders of a sheet that is agreed. One under way goes on. */
export async function dropJobs(db: Db, team: string, kind: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable('job')
    .set({ state: 'done' })
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .execute();
}

/** Whether one of these is neither done nor given up. @param tries only those that have not failed that often yet */
export async function isWaiting(
  db: Db,
  team: string,
  kind: string,
  keys: readonly string[],
  tries?: number,
): Promise<boolean> {
  if (keys.length === 0) return false;
  let query = db
    .selectFrom('job')
    .select('id')
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .where('state', '=', 'waiting');
  if (tries !== undefined) query = query.where('tries', '<', tries);
  return (await query.executeTakeFirst()) !== undefined;
}

/** What is neither done nor given up of these keys, and what it was asked for with. */
export async function waitingUnder(
  db: Db,
  team: string,
  kind: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('job')
    .select(['key', 'payload'])
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('key', 'in', keys)
    .where('state', '=', 'waiting')
    .execute();
  return new Map(rows.map(({ key, payload }) => [key, JSON.parse(payload) as unknown]));
}

/** What was asked for under this kind and is neither done nor given up. */
export async function waitingOf(db: Db, team: string, kind: string): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('job')
    .select('payload')
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .execute();
  return rows.map(({ payload }) => JSON.parse(payload) as unknown);
}

export type ClaimRequest = {
  readonly platforms: readonly string[];
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  /** Unlike any before. */
  readonly lease: string;
};

/**
 * Take jobs that are due and in nobody's hands, oldest first, of all teams.
 *
 * Asked by many processes at once, each job goes to one. Whoever dies with a job in hand loses it when the lease
 * runs out; whoever takes it then knows from `tries` that it may have been done already.
 */
export async function claimJobs(db: Db, request: ClaimRequest): Promise<readonly Job[]> {
  const { platforms, now, leaseMs, limit, lease } = request;
  const at = now.getTime();
  const found = await db
    .selectFrom('job')
    .select(['team_id', 'id', 'tries', 'last_error'])
    .where('state', '=', 'waiting')
    .where('due_at', '<=', at)
    .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
    .where(({ eb, or }) =>
      or([
        eb('platform', 'is', null),
        ...(platforms.length > 0 ? [eb('platform', 'in', [...platforms])] : []),
      ]),
    )
    .orderBy('due_at')
    .limit(limit)
    .execute();
  if (found.length === 0) return [];
  const rows = await db
    .updateTable('job')
    .set(({ ref, eb }) => ({
      lease,
      leased_until: at + leaseMs,
      tries: eb(ref('tries'), '+', 1),
      last_error: null,
    }))
    .where(({ eb, or, and }) =>
      or(found.map(({ team_id, id }) => and([eb('team_id', '=', team_id), eb('id', '=', id)]))),
    )
    .where('state', '=', 'waiting')
    .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
    .returningAll()
    .execute();
  const orphans = new Set(
    found.filter(({ tries, last_error }) => tries > 0 && last_error === null).map(({ id }) => id),
  );
  return rows
    .toSorted((a, b) => a.due_at - b.due_at || a.created_at - b.created_at)
    .map((row) => ({
      team: row.team_id,
      id: row.id,
      kind: row.kind,
      key: row.key,
      payload: JSON.parse(row.payload) as unknown,
      dueAt: new Date(row.due_at),
      tries: row.tries,
      isOrphan: orphans.has(row.id),
      createdAt: new Date(row.created_at),
      lease,
      wanted: row.wanted,
    }));
}

/** Keep a job in hand until then; nothing happens to one that belongs to somebody else by now. */
export async function holdJob(db: Db, { team, id, lease }: Job, until: Date): Promise<void> {
  await db
    .updateTable('job')
    .set({ leased_until: until.getTime() })
    .where('team_id', '=', team)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute();
}

/** Write down how far a job in hand has come, for whoever takes it next. @returns false where it is somebody else's by now */
export async function noteInJob(db: Db, { team, id, lease }: Job, payload: object): Promise<boolean> {
  const [noted] = await db
    .updateTable('job')
    .set({ payload: JSON.stringify(payload) })
    .where('team_id', '=', team)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .returning('id')
    .execute();
  return noted !== undefined;
}

/** Done; unless it was asked for once more meanwhile, or belongs to somebody else by now. */
export async function finishJob(db: Db, job: Job): Promise<void> {
  await settle(db, job, { state: 'done' }).where('wanted', '=', job.wanted).execute();
  // Wanted once more: let go of it, for whoever is next.
  await settle(db, job, {}).execute();
}

/** Not done: somebody is to take it again then. */
export async function postponeJob(db: Db, job: Job, until: Date, why: string): Promise<void> {
  await settle(db, job, { due_at: until.getTime(), last_error: why }).execute();
}

/** Not done, and never to be done. */
export async function giveUpJob(db: Db, job: Job, why: string): Promise<void> {
  await settle(db, job, { state: 'given-up', last_error: why }).execute();
}

function settle(db: Db, job: Job, values: Partial<Tables['job']>) {
  return db
    .updateTable('job')
    .set({ ...values, lease: null, leased_until: null })
    .where('team_id', '=', job.team)
    .where('id', '=', job.id)
    .where('lease', '=', job.lease);
}
