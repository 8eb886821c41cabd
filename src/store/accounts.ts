import type { Space } from './spaces.ts';
import type { Db } from './tables.ts';
import { storable } from './text.ts';

/** A platform's user in a space. */
export type StoredAccount = {
  readonly id: string;
  readonly teamId: string;
  readonly spaceId: string;
  readonly displayName: string | null;
};

export type AccountRequest = {
  readonly space: Pick<Space, 'id' | 'teamId'>;
  /** The platform's own id: opaque, compared as text, never a number. */
  readonly platformAccountId: string;
  /** What the person is called now, where the platform said so. */
  readonly displayName?: string;
  readonly now: Date;
  /** A new id, unlike any before. */
  readonly newId: () => string;
};

/**
 * Find an account of a space; the first time, create it.
 *
 * Asked by many at once, in any number of processes, it creates one. A new display name replaces the old one.
 */
export async function findOrCreateAccount(db: Db, request: AccountRequest): Promise<StoredAccount> {
  const found = (await findAccount(db, request)) ?? (await createAccount(db, request));
  const displayName = request.displayName === undefined ? found.displayName : storable(request.displayName);
  if (displayName === found.displayName) return found;
  await db
    .updateTable('account')
    .set({ display_name: displayName })
    .where('team_id', '=', found.teamId)
    .where('id', '=', found.id)
    .execute();
  return { ...found, displayName };
}

async function findAccount(
  db: Db,
  { space, platformAccountId }: AccountRequest,
): Promise<StoredAccount | undefined> {
  return await db
    .selectFrom('account')
    .select(['id', 'team_id as teamId', 'space_id as spaceId', 'display_name as displayName'])
    .where('team_id', '=', space.teamId)
    .where('space_id', '=', space.id)
    .where('platform_account_id', '=', platformAccountId)
    .executeTakeFirst();
}

async function createAccount(db: Db, request: AccountRequest): Promise<StoredAccount> {
  await db
    .insertInto('account')
    .values({
      id: request.newId(),
      team_id: request.space.teamId,
      space_id: request.space.id,
      platform_account_id: request.platformAccountId,
      display_name: request.displayName === undefined ? null : storable(request.displayName),
      created_at: request.now.getTime(),
    })
    .onConflict((conflict) => conflict.columns(['space_id', 'platform_account_id']).doNothing())
    .execute();
  const account = await findAccount(db, request);
  if (account === undefined) throw new Error('The space of an account belongs to another team.');
  return account;
}
