import { UserError } from '../core/problem.ts';
import type { Db } from './tables.ts';
import { storable } from './text.ts';
import { inTransaction } from './transaction.ts';

/** A Slack workspace, a Discord server or a terminal room, and the team whose it is. */
export type Space = { readonly id: string; readonly teamId: string; readonly name: string | null };

export type SpaceRequest = {
  readonly platform: string;
  /** The platform's own id of it: opaque, compared as text. */
  readonly platformSpaceId: string;
  /** What it is called now, where the platform said so. */
  readonly name?: string;
  readonly now: Date;
  /** A new id, unlike any before. */
  readonly newId: () => string;
};

/**
 * Find the space of a platform; the first time, create it with a team of its own.
 *
 * Asked by many at once, in any number of processes, it creates one. A new name replaces the old one.
 */
export async function findOrCreateSpace(db: Db, request: SpaceRequest): Promise<Space> {
  const found = (await findSpace(db, request)) ?? (await createSpace(db, request));
  const name = request.name === undefined ? found.name : storable(request.name);
  if (name === found.name) return found;
  await db
    .updateTable('space')
    .set({ name })
    .where('team_id', '=', found.teamId)
    .where('id', '=', found.id)
    .execute();
  return { ...found, name };
}

/** The space of a platform, if it was ever opened. */
export async function findSpace(
  db: Db,
  { platform, platformSpaceId }: Pick<SpaceRequest, 'platform' | 'platformSpaceId'>,
): Promise<Space | undefined> {
  return await db
    .selectFrom('space')
    .select(['id', 'team_id as teamId', 'name'])
    .where('platform', '=', platform)
    .where('platform_space_id', '=', platformSpaceId)
    .executeTakeFirst();
}

async function createSpace(db: Db, request: SpaceRequest): Promise<Space> {
  const { platform, platformSpaceId, newId } = request;
  const name = request.name === undefined ? null : storable(request.name);
  const created_at = request.now.getTime();
  return await inTransaction(db, async (transaction) => {
    const space = { id: newId(), teamId: newId(), name };
    await transaction.insertInto('team').values({ id: space.teamId, created_at }).execute();
    const created = await transaction
      .insertInto('space')
      .values({
        id: space.id,
        team_id: space.teamId,
        platform,
        platform_space_id: platformSpaceId,
        name,
        created_at,
      })
      .onConflict((conflict) => conflict.columns(['platform', 'platform_space_id']).doNothing())
      .executeTakeFirstOrThrow();
    if (created.numInsertedOrUpdatedRows === 1n) return space;
    // Somebody else was faster: theirs counts, and our team is no longer needed.
    await transaction.deleteFrom('team').where('id', '=', space.teamId).execute();
    const theirs = await findSpace(transaction, request);
    if (theirs === undefined) throw new Error('A space was there already, and could not be found.');
    return theirs;
  });
}

/** Every space of a platform, whoever's it is: for looking at what was missed there. */
export async function listSpaces(
  db: Db,
  platform: string,
): Promise<readonly { readonly teamId: string; readonly platformSpaceId: string }[]> {
  return await db
    .selectFrom('space')
    .select(['team_id as teamId', 'platform_space_id as platformSpaceId'])
    .where('platform', '=', platform)
    .execute();
}

/**
 * A space becomes part of another team. Only one that has nothing of its own yet: what a ledger says cannot move.
 *
 * @throws UserError `person.team-has-ledger`, `person.same-team`
 */
export async function joinTeam(
  db: Db,
  { platform, space, team }: { readonly platform: string; readonly space: string; readonly team: string },
  other: string,
): Promise<void> {
  if (team === other) throw new UserError({ code: 'person.same-team', details: {} });
  await inTransaction(db, async (transaction) => {
    const ledger = await transaction
      .selectFrom('ledger')
      .select('size')
      .where('team_id', '=', team)
      .executeTakeFirst();
    if (ledger !== undefined) throw new UserError({ code: 'person.team-has-ledger', details: {} });
    await transaction
      .updateTable('space')
      .set({ team_id: other })
      .where('team_id', '=', team)
      .where('platform', '=', platform)
      .where('platform_space_id', '=', space)
      .execute();
  });
}
