import type { EntryType, PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { Party, SheetContent } from '../core/sheet/content.ts';
import type { AccountRef } from './people.ts';
import type { Db } from './tables.ts';

/** What stands in place of a name that was erased. */
const ERASED = '—';

/** Forget the values of a namespace in which this text stands. */
export async function forgetValues(
  db: Db,
  { teamId, namespace }: { readonly teamId: string; readonly namespace: string },
  text: string,
): Promise<void> {
  const rows = await db
    .selectFrom('kv')
    .select(['key', 'value'])
    .where('team_id', '=', teamId)
    .where('namespace', '=', namespace)
    .execute();
  const keys = rows.filter(({ value }) => value.includes(text)).map(({ key }) => key);
  if (keys.length === 0) return;
  await db
    .deleteFrom('kv')
    .where('team_id', '=', teamId)
    .where('namespace', '=', namespace)
    .where('key', 'in', keys)
    .execute();
}

/** Accounts that are somebody's, or were and have been nobody else's since. Erased ones are not among them. */
export async function accountsEver(db: Db, team: string, person: PersonId): Promise<readonly AccountRef[]> {
  const rows = await db
    .selectFrom('link')
    .select(['platform', 'space', 'account'])
    .distinct()
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .where('account', '!=', '')
    .orderBy('account')
    .execute();
  const theirs: AccountRef[] = [];
  for (const account of rows) {
    const newest = await linksTo(db, team, account)
      .select('person_id')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest?.person_id === person) theirs.push(account);
  }
  return theirs;
}

/** Everybody whose an account ever was. */
export async function ownersOf(db: Db, team: string, account: AccountRef): Promise<readonly PersonId[]> {
  const rows = await linksTo(db, team, account).select('person_id').distinct().orderBy('person_id').execute();
  return rows.map(({ person_id }) => person_id);
}

function linksTo(db: Db, team: string, { platform, space, account }: AccountRef) {
  return db
    .selectFrom('link')
    .where('team_id', '=', team)
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('account', '=', account);
}

/** Everybody who ever gave one of these people leave to mark for them. */
export async function delegatorsOf(
  db: Db,
  team: string,
  delegates: readonly PersonId[],
): Promise<readonly PersonId[]> {
  if (delegates.length === 0) return [];
  const rows = await db
    .selectFrom('delegation')
    .select('person_id')
    .distinct()
    .where('team_id', '=', team)
    .where('delegate_id', 'in', [...delegates])
    .orderBy('person_id')
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/** The numbers of all entries of a type. */
export async function seqsOf(db: Db, team: string, type: EntryType): Promise<readonly Seq[]> {
  const rows = await db
    .selectFrom('entry')
    .select('seq')
    .where('team_id', '=', team)
    .where('type', '=', type)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq }) => seq);
}

/** On the sheets that are kept for showing, somebody loses name and numbers; shares and roles stay. */
export async function eraseFromSheets(db: Db, team: string, person: PersonId): Promise<void> {
  const rows = await db
    .selectFrom('sheet_version')
    .innerJoin('sheet_party', (join) =>
      join
        .onRef('sheet_party.team_id', '=', 'sheet_version.team_id')
        .onRef('sheet_party.sheet_id', '=', 'sheet_version.sheet_id')
        .onRef('sheet_party.version', '=', 'sheet_version.version'),
    )
    .select(['sheet_version.sheet_id', 'sheet_version.version', 'sheet_version.content'])
    .where('sheet_version.team_id', '=', team)
    .where('sheet_party.person_id', '=', person)
    .execute();
  for (const { sheet_id, version, content } of rows) {
    const before = JSON.parse(content) as SheetContent;
    const parties = before.parties.map((party) => (party.person === person ? withoutName(party) : party));
    await db
      .updateTable('sheet_version')
      .set({ content: JSON.stringify({ ...before, parties }) })
      .where('team_id', '=', team)
      .where('sheet_id', '=', sheet_id)
      .where('version', '=', version)
      .execute();
  }
}

function withoutName({ person, actsFor }: Party): Party {
  return {
    person,
    name: ERASED,
    actsFor: actsFor.kind === 'self' ? actsFor : { kind: actsFor.kind, name: ERASED },
  };
}

/** What was done by or for an account is forgotten: its emoji, its jobs, its name. Receipts that wait are still given. */
export async function forgetAccount(db: Db, team: string, of: AccountRef): Promise<void> {
  const { platform, space, account } = of;
  await db
    .deleteFrom('reaction')
    .where('team_id', '=', team)
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('account', '=', account)
    .execute();
  await db
    .deleteFrom('account')
    .where('team_id', '=', team)
    .where('platform_account_id', '=', account)
    .where('space_id', 'in', (select) =>
      select
        .selectFrom('space')
        .select('id')
        .where('team_id', '=', team)
        .where('platform', '=', platform)
        .where('platform_space_id', '=', space),
    )
    .execute();
  await forgetJobs(db, team, of);
  await db
    .updateTable('link')
    .set({ account: '' })
    .where('team_id', '=', team)
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('account', '=', account)
    .execute();
}

async function forgetJobs(db: Db, team: string, of: AccountRef): Promise<void> {
  const jobs = await db
    .selectFrom('job')
    .select(['id', 'kind', 'state', 'payload'])
    .where('team_id', '=', team)
    .where('payload', 'like', '%"account"%')
    .execute();
  for (const { id, kind, state, payload } of jobs) {
    const to = JSON.parse(payload) as Partial<AccountRef>;
    if (to.account !== of.account || to.space !== of.space || to.platform !== of.platform) continue;
    if (kind === 'receipt' && state === 'waiting') continue;
    await db.deleteFrom('job').where('team_id', '=', team).where('id', '=', id).execute();
  }
}
