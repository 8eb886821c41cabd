import { PostgresAdapter } from 'kysely';
import type { MessagePlace, PersonId } from '../core/ledger/entry-types.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

/** Where the newest version stands, for lists; what counts is what the ledger says. */
export type SheetStanding = 'open' | 'completed' | 'cancelled' | 'lapsed';

export type StoredSheet = {
  readonly id: string;
  readonly title: string;
  readonly newest: number;
  readonly state: SheetStanding;
};

/** A version as it was proposed. */
export type StoredVersion = {
  readonly sheet: string;
  readonly version: number;
  readonly proposer: PersonId;
  /** JSON of its content. */
  readonly content: string;
  readonly textHash: string;
  readonly language: string;
  /** IANA name; in which times of this version are shown. */
  readonly timeZone: string;
  readonly createdAt: Date;
  readonly endsAt: Date;
};

/** A message of ours that shows a version. */
export type SheetMessage = MessagePlace & {
  readonly thread: string | null;
  readonly sheet: string;
  readonly version: number;
  readonly postedAt: Date;
  /** Until when the platform's own list of reactions is known to agree with ours. */
  readonly lookedAt: Date;
  readonly isGone: boolean;
};

export async function insertSheet(
  db: Db,
  team: string,
  sheet: Pick<StoredSheet, 'id' | 'title'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('sheet')
    .values({
      team_id: team,
      id: sheet.id,
      title: storable(sheet.title),
      newest: 0,
      state: 'open',
      created_at: now.getTime(),
    })
    .execute();
}

/** Keep a new version; it becomes the newest. */
export async function insertVersion(
  db: Db,
  team: string,
  version: StoredVersion & { readonly title: string; readonly parties: readonly PersonId[] },
): Promise<void> {
  await db
    .insertInto('sheet_version')
    .values({
      team_id: team,
      sheet_id: version.sheet,
      version: version.version,
      proposer_id: version.proposer,
      content: version.content,
      text_hash: version.textHash,
      language: version.language,
      time_zone: version.timeZone,
      created_at: version.createdAt.getTime(),
      ends_at: version.endsAt.getTime(),
    })
    .execute();
  await db
    .insertInto('sheet_party')
    .values(
      version.parties.map((person) => ({
        team_id: team,
        sheet_id: version.sheet,
        version: version.version,
        person_id: person,
      })),
    )
    .execute();
  await db
    .updateTable('sheet')
    .set({ newest: version.version, state: 'open', title: storable(version.title) })
    .where('team_id', '=', team)
    .where('id', '=', version.sheet)
    .execute();
}

export async function setStanding(db: Db, team: string, id: string, state: SheetStanding): Promise<void> {
  await db.updateTable('sheet').set({ state }).where('team_id', '=', team).where('id', '=', id).execute();
}

/**
 * Take a sheet for oneself until the end of the transaction, so that nobody marks or changes it meanwhile.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockSheet(db: Db, team: string, id: string): Promise<StoredSheet | undefined> {
  const found = db.selectFrom('sheet').selectAll().where('team_id', '=', team).where('id', '=', id);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const row = await (isPostgres ? found.forUpdate() : found).executeTakeFirst();
  return row && sheetOf(row);
}

export async function findSheet(db: Db, team: string, id: string): Promise<StoredSheet | undefined> {
  const row = await db
    .selectFrom('sheet')
    .selectAll()
    .where('team_id', '=', team)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && sheetOf(row);
}

export function sheetOf(row: Tables['sheet']): StoredSheet {
  return { id: row.id, title: row.title, newest: row.newest, state: row.state as SheetStanding };
}

export async function findVersion(
  db: Db,
  team: string,
  sheet: string,
  version: number,
): Promise<StoredVersion | undefined> {
  const row = await db
    .selectFrom('sheet_version')
    .selectAll()
    .where('team_id', '=', team)
    .where('sheet_id', '=', sheet)
    .where('version', '=', version)
    .executeTakeFirst();
  return (
    row && {
      sheet: row.sheet_id,
      version: row.version,
      proposer: row.proposer_id,
      content: row.content,
      textHash: row.text_hash,
      language: row.language,
      timeZone: row.time_zone,
      createdAt: new Date(row.created_at),
      endsAt: new Date(row.ends_at),
    }
  );
}

/** Keep that a message shows a version; known already, nothing changes. */
export async function insertMessage(db: Db, team: string, message: SheetMessage): Promise<void> {
  await db
    .insertInto('sheet_message')
    .values({
      team_id: team,
      platform: message.platform,
      space: message.space,
      channel: message.channel,
      message: message.message,
      thread: message.thread,
      sheet_id: message.sheet,
      version: message.version,
      posted_at: message.postedAt.getTime(),
      looked_at: message.lookedAt.getTime(),
      gone_at: null,
    })
    .onConflict((conflict) => conflict.columns(['platform', 'space', 'channel', 'message']).doNothing())
    .execute();
}

export async function findMessage(db: Db, team: string, at: MessagePlace): Promise<SheetMessage | undefined> {
  const row = await atPlace(db, team, at).executeTakeFirst();
  return row && messageOf(row);
}

function atPlace(db: Db, team: string, { platform, space, channel, message }: MessagePlace) {
  return db
    .selectFrom('sheet_message')
    .selectAll()
    .where('team_id', '=', team)
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('channel', '=', channel)
    .where('message', '=', message);
}

/** Every message of a sheet, gone ones too, oldest first. */
export async function messagesOf(db: Db, team: string, sheet: string): Promise<readonly SheetMessage[]> {
  const rows = await db
    .selectFrom('sheet_message')
    .selectAll()
    .where('team_id', '=', team)
    .where('sheet_id', '=', sheet)
    .orderBy('posted_at')
    .execute();
  return rows.map(messageOf);
}

/**
 * The messages of a space whose reactions still count: of the newest version, open or agreed since `since`.
 *
 * @param channel only in this channel
 */
export async function livingMessages(
  db: Db,
  team: string,
  at: { readonly platform: string; readonly space: string; readonly channel?: string; readonly since: Date },
): Promise<readonly SheetMessage[]> {
  let query = db
    .selectFrom('sheet_message')
    .innerJoin('sheet', (join) =>
      join
        .onRef('sheet.team_id', '=', 'sheet_message.team_id')
        .onRef('sheet.id', '=', 'sheet_message.sheet_id')
        .onRef('sheet.newest', '=', 'sheet_message.version'),
    )
    .selectAll('sheet_message')
    .where('sheet_message.team_id', '=', team)
    .where('sheet_message.platform', '=', at.platform)
    .where('sheet_message.space', '=', at.space)
    .where('sheet_message.gone_at', 'is', null)
    .where(({ eb, or, and }) =>
      or([
        eb('sheet.state', '=', 'open'),
        and([eb('sheet.state', '=', 'completed'), eb('sheet_message.posted_at', '>=', at.since.getTime())]),
      ]),
    );
  if (at.channel !== undefined) query = query.where('sheet_message.channel', '=', at.channel);
  return (await query.execute()).map(messageOf);
}

/** Note until when a message was looked at; never back. */
export async function setLookedAt(db: Db, team: string, at: MessagePlace, lookedAt: Date): Promise<void> {
  await change(db, team, at).set({ looked_at: lookedAt.getTime() }).execute();
}

export async function setGone(db: Db, team: string, at: MessagePlace, now: Date): Promise<void> {
  await change(db, team, at).set({ gone_at: now.getTime() }).execute();
}

function change(db: Db, team: string, { platform, space, channel, message }: MessagePlace) {
  return db
    .updateTable('sheet_message')
    .where('team_id', '=', team)
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('channel', '=', channel)
    .where('message', '=', message);
}

function messageOf(row: Tables['sheet_message']): SheetMessage {
  return {
    platform: row.platform,
    space: row.space,
    channel: row.channel,
    message: row.message,
    thread: row.thread,
    sheet: row.sheet_id,
    version: row.version,
    postedAt: new Date(row.posted_at),
    lookedAt: new Date(row.looked_at),
    isGone: row.gone_at !== null,
  };
}
