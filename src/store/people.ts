import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

/** A human or a company in the books of a team. */
export type Person = {
  readonly id: PersonId;
  readonly displayName: string;
  readonly legalName: string | null;
  readonly ipi: string | null;
  readonly isni: string | null;
  readonly society: string | null;
  /** Whether legal name and numbers may stand in posts. */
  readonly showsNumbers: boolean;
  /** Between which hours of the day messages may come, as `9-21`; null: the usual ones. */
  readonly hours: string | null;
};

/** A platform's account; ids are opaque and compared as text. */
export type AccountRef = { readonly platform: string; readonly space: string; readonly account: string };

export function isSameAccount(a: AccountRef, b: AccountRef): boolean {
  return a.platform === b.platform && a.space === b.space && a.account === b.account;
}

/** An account that is somebody's, by the entry `person.linked` with this number. */
export type Link = AccountRef & { readonly person: PersonId; readonly seq: Seq };

export async function createPerson(
  db: Db,
  team: string,
  { id, displayName, now }: { readonly id: PersonId; readonly displayName: string; readonly now: Date },
): Promise<Person> {
  const row = {
    id,
    display_name: storable(displayName),
    legal_name: null,
    ipi: null,
    isni: null,
    society: null,
    shows_numbers: 0,
    hours: null,
    created_at: now.getTime(),
  };
  await db
    .insertInto('person')
    .values({ team_id: team, ...row })
    .execute();
  return personOf({ team_id: team, ...row });
}

export async function findPerson(db: Db, team: string, id: PersonId): Promise<Person | undefined> {
  return (await findPeople(db, team, [id]))[0];
}

export async function findPeople(db: Db, team: string, ids: readonly PersonId[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('team_id', '=', team)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(personOf);
}

/** Everybody in the books, by name. */
export async function listPeople(db: Db, team: string): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('team_id', '=', team)
    .orderBy('display_name')
    .execute();
  return rows.map(personOf);
}

/** Changes what is given of a profile and leaves the rest. */
export async function savePerson(
  db: Db,
  team: string,
  id: PersonId,
  changes: Partial<Omit<Person, 'id'>>,
): Promise<void> {
  const { displayName, legalName, ipi, isni, society, showsNumbers, hours } = changes;
  const values = {
    ...(displayName === undefined ? {} : { display_name: storable(displayName) }),
    ...(legalName === undefined ? {} : { legal_name: legalName === null ? null : storable(legalName) }),
    ...(ipi === undefined ? {} : { ipi }),
    ...(isni === undefined ? {} : { isni }),
    ...(society === undefined ? {} : { society: society === null ? null : storable(society) }),
    ...(showsNumbers === undefined ? {} : { shows_numbers: showsNumbers ? 1 : 0 }),
    ...(hours === undefined ? {} : { hours }),
  };
  if (Object.keys(values).length === 0) return;
  await db.updateTable('person').set(values).where('team_id', '=', team).where('id', '=', id).execute();
}

function personOf(row: Tables['person']): Person {
  return {
    id: row.id,
    displayName: row.display_name,
    legalName: row.legal_name,
    ipi: row.ipi,
    isni: row.isni,
    society: row.society,
    showsNumbers: row.shows_numbers === 1,
    hours: row.hours,
  };
}

/** Keep what an entry `person.linked` says. */
export async function saveLink(db: Db, team: string, link: Link): Promise<void> {
  await db
    .insertInto('link')
    .values({
      team_id: team,
      seq: link.seq,
      person_id: link.person,
      platform: link.platform,
      space: link.space,
      account: link.account,
      ended_by: null,
    })
    .execute();
}

/** Keep what an entry `person.unlinked` says. */
export async function endLink(db: Db, team: string, seq: Seq, endedBy: Seq): Promise<void> {
  await db
    .updateTable('link')
    .set({ ended_by: endedBy })
    .where('team_id', '=', team)
    .where('seq', '=', seq)
    .execute();
}

/** Whose an account is now. */
export async function findLink(db: Db, team: string, of: AccountRef): Promise<Link | undefined> {
  const row = await db
    .selectFrom('link')
    .selectAll()
    .where('team_id', '=', team)
    .where('platform', '=', of.platform)
    .where('space', '=', of.space)
    .where('account', '=', of.account)
    .where('ended_by', 'is', null)
    .executeTakeFirst();
  return row && linkOf(row);
}

/** The accounts that are these people's now, oldest first. */
export async function linksOf(db: Db, team: string, people: readonly PersonId[]): Promise<readonly Link[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('link')
    .selectAll()
    .where('team_id', '=', team)
    .where('person_id', 'in', [...people])
    .where('ended_by', 'is', null)
    .orderBy('seq')
    .execute();
  return rows.map(linkOf);
}

function linkOf(row: Tables['link']): Link {
  const { seq, person_id: person, platform, space, account } = row;
  return { seq, person, platform, space, account };
}

/** Whether a version waits for this person's mark, or may still be changed by it. */
export async function isOnOpenSheets(db: Db, team: string, person: PersonId): Promise<boolean> {
  const found = await partiesIn(db, team, person).where('sheet.state', '=', 'open').executeTakeFirst();
  return found !== undefined;
}

/** Every sheet on which somebody is or was a party. */
export async function sheetsOf(db: Db, team: string, person: PersonId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sheet_party')
    .select('sheet_id')
    .distinct()
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .orderBy('sheet_id')
    .execute();
  return rows.map(({ sheet_id }) => sheet_id);
}

function partiesIn(db: Db, team: string, person: PersonId) {
  return db
    .selectFrom('sheet_party')
    .innerJoin('sheet', (join) =>
      join
        .onRef('sheet.team_id', '=', 'sheet_party.team_id')
        .onRef('sheet.id', '=', 'sheet_party.sheet_id')
        .onRef('sheet.newest', '=', 'sheet_party.version'),
    )
    .select('sheet.id')
    .where('sheet_party.team_id', '=', team)
    .where('sheet_party.person_id', '=', person);
}

/** What is left of somebody whose data was erased: an id without a name, so that entries still point somewhere. */
export async function erasePerson(db: Db, team: string, person: PersonId): Promise<void> {
  await savePerson(db, team, person, {
    displayName: '—',
    legalName: null,
    ipi: null,
    isni: null,
    society: null,
    showsNumbers: false,
    hours: null,
  });
  await db
    .updateTable('link')
    .set({ account: '' })
    .where('team_id', '=', team)
    .where('person_id', '=', person)
    .execute();
}

/** Whether somebody proposed a version on which that person stands. */
export async function hasProposed(
  db: Db,
  team: string,
  proposer: PersonId,
  person: PersonId,
): Promise<boolean> {
  const found = await db
    .selectFrom('sheet_version')
    .innerJoin('sheet_party', (join) =>
      join
        .onRef('sheet_party.team_id', '=', 'sheet_version.team_id')
        .onRef('sheet_party.sheet_id', '=', 'sheet_version.sheet_id')
        .onRef('sheet_party.version', '=', 'sheet_version.version'),
    )
    .select('sheet_version.sheet_id')
    .where('sheet_version.team_id', '=', team)
    .where('sheet_version.proposer_id', '=', proposer)
    .where('sheet_party.person_id', '=', person)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
