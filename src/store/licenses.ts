import { PostgresAdapter } from 'kysely';
import type { Day } from '../core/day.ts';
import { type Asset, draftOf, type LicenseContent, lastDayOf } from '../core/licenses/content.ts';
import { missing } from '../core/licenses/license.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

export type StoredLicense = {
  readonly id: string;
  readonly content: LicenseContent;
  readonly createdAt: Date;
};

/**
 * `standing`: nothing is missing, and its last day has not passed. `draft`: something is missing. `over`: its last day
 * has passed, or it was ended.
 */
export type LicenseState = 'standing' | 'draft' | 'over';

export async function insertLicense(
  db: Db,
  team: string,
  { id, content, createdAt }: StoredLicense,
): Promise<void> {
  await db
    .insertInto('license')
    .values({ team_id: team, id, created_at: createdAt.getTime(), ...columnsOf(id, content) })
    .execute();
}

export async function saveLicense(db: Db, team: string, id: string, content: LicenseContent): Promise<void> {
  await db
    .updateTable('license')
    .set(columnsOf(id, content))
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
}

function columnsOf(id: string, content: LicenseContent) {
  const { kind, id: about, title } = content.asset;
  const isDraft = missing(draftOf(id, content)).length > 0;
  return {
    asset_kind: kind,
    asset_id: storable(about),
    title: storable(title),
    content: storable(JSON.stringify(content)),
    state: isDraft ? (content.ended === null ? 'draft' : 'ended') : 'standing',
    last_day: lastDayOf(content),
  };
}

export async function findLicense(db: Db, team: string, id: string): Promise<StoredLicense | undefined> {
  const row = await licensesOf(db, team).where('id', '=', id).executeTakeFirst();
  return row && licenseOf(row);
}

/**
 * Take a license for oneself until the end of the transaction.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockLicense(db: Db, team: string, id: string): Promise<StoredLicense | undefined> {
  const found = licensesOf(db, team).where('id', '=', id);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const row = await (isPostgres ? found.forUpdate() : found).executeTakeFirst();
  return row && licenseOf(row);
}

/** All that were ever recorded for one thing, oldest first. */
export async function licensesAbout(
  db: Db,
  team: string,
  { kind, id }: Pick<Asset, 'kind' | 'id'>,
): Promise<readonly StoredLicense[]> {
  const rows = await licensesOf(db, team)
    .where('asset_kind', '=', kind)
    .where('asset_id', '=', storable(id))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(licenseOf);
}

export type LicensePage = {
  readonly about?: Pick<Asset, 'kind' | 'id'>;
  /** Whose title has this in it, in any case. */
  readonly text?: string;
  readonly state?: LicenseState;
  /** By which it is told what has passed. */
  readonly today: Day;
  readonly limit: number;
  readonly offset?: number;
};

/** Licenses of a team, newest first. */
export async function listLicenses(
  db: Db,
  team: string,
  page: LicensePage,
): Promise<readonly StoredLicense[]> {
  const { text, limit, offset = 0 } = page;
  if (text !== undefined && text.trim() !== '') return searchLicenses(db, team, page, fold(text));
  const rows = await newestFirst(db, team, page).selectAll().limit(limit).offset(offset).execute();
  return rows.map(licenseOf);
}

function newestFirst(db: Db, team: string, { about, state, today }: LicensePage) {
  let query = db
    .selectFrom('license')
    .where('team_id', '=', team)
    .orderBy('created_at', 'desc')
    .orderBy('id');
  if (about !== undefined) {
    query = query.where('asset_kind', '=', about.kind).where('asset_id', '=', storable(about.id));
  }
  if (state === 'draft') query = query.where('state', '=', 'draft');
  if (state === 'standing') {
    query = query
      .where('state', '=', 'standing')
      .where(({ eb, or }) => or([eb('last_day', 'is', null), eb('last_day', '>=', today)]));
  }
  if (state === 'over') {
    query = query.where(({ eb, or, and }) =>
      or([eb('state', '=', 'ended'), and([eb('state', '=', 'standing'), eb('last_day', '<', today)])]),
    );
  }
  return query;
}

/** Rows that are read at one time: enough for most teams, and little to hold for those with more. */
const PIECE = 500;

/**
 * What a title contains is told here: databases differ on letters beyond those of English. Titles are gone through piece
 * by piece, as far as it takes.
 */
async function searchLicenses(
  db: Db,
  team: string,
  page: LicensePage,
  wanted: string,
): Promise<readonly StoredLicense[]> {
  const { limit, offset = 0 } = page;
  const found: string[] = [];
  for (let from = 0; found.length < offset + limit; from += PIECE) {
    const rows = await newestFirst(db, team, page)
      .select(['id', 'title'])
      .limit(PIECE)
      .offset(from)
      .execute();
    const meant = rows.filter(({ id, title }) => fold(title).includes(wanted) || id.includes(wanted));
    found.push(...meant.map(({ id }) => id));
    if (rows.length < PIECE) break;
  }
  const ids = found.slice(offset, offset + limit);
  if (ids.length === 0) return [];
  const rows = await newestFirst(db, team, page).selectAll().where('id', 'in', ids).execute();
  return rows.map(licenseOf);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Every license whose content is meant, by its id: for whoever looks for a person. */
export async function licensesNaming(
  db: Db,
  team: string,
  isMeant: (content: LicenseContent) => boolean,
): Promise<readonly StoredLicense[]> {
  const found: StoredLicense[] = [];
  for (let last = ''; ; ) {
    const rows = await licensesOf(db, team).where('id', '>', last).orderBy('id').limit(PIECE).execute();
    found.push(...rows.map(licenseOf).filter(({ content }) => isMeant(content)));
    const end = rows.at(-1);
    if (end === undefined || rows.length < PIECE) return found;
    last = end.id;
  }
}

function licensesOf(db: Db, team: string) {
  return db.selectFrom('license').selectAll().where('team_id', '=', team);
}

function licenseOf(row: Tables['license']): StoredLicense {
  return {
    id: row.id,
    // Written by us.
    content: JSON.parse(row.content) as LicenseContent,
    createdAt: new Date(row.created_at),
  };
}
