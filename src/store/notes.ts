import type { Asset } from '../core/licenses/content.ts';
import { messageKey, type NoteContent } from '../core/licenses/note.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

export type StoredNote = {
  readonly id: string;
  readonly content: NoteContent;
  readonly createdAt: Date;
};

/** @returns false when the message is kept already, by a note of its own */
export async function insertNote(
  db: Db,
  team: string,
  { id, content, createdAt }: StoredNote,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('note')
    .values({ team_id: team, id, created_at: createdAt.getTime(), ...columnsOf(content) })
    .onConflict((conflict) => conflict.columns(['team_id', 'message']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveNote(db: Db, team: string, id: string, content: NoteContent): Promise<void> {
  await db
    .updateTable('note')
    .set(columnsOf(content))
    .where('team_id', '=', team)
    .where('id', '=', id)
    .execute();
}

function columnsOf(content: NoteContent) {
  const { asset, message } = content;
  return {
    asset_kind: asset?.kind ?? null,
    asset_id: asset === null ? null : storable(asset.id),
    content: storable(JSON.stringify(content)),
    message: message === null ? null : messageKey(message),
  };
}

export async function findNote(db: Db, team: string, id: string): Promise<StoredNote | undefined> {
  const row = await notesOf(db, team).where('id', '=', id).executeTakeFirst();
  return row && noteOf(row);
}

export async function findNoteOfMessage(db: Db, team: string, key: string): Promise<StoredNote | undefined> {
  const row = await notesOf(db, team).where('message', '=', key).executeTakeFirst();
  return row && noteOf(row);
}

export type NotePage = {
  readonly about?: Pick<Asset, 'kind' | 'id'>;
  readonly limit: number;
  readonly offset?: number;
};

/** Notes of a team, newest first. */
export async function listNotes(
  db: Db,
  team: string,
  { about, limit, offset = 0 }: NotePage,
): Promise<readonly StoredNote[]> {
  let query = notesOf(db, team);
  if (about !== undefined) {
    query = query.where('asset_kind', '=', about.kind).where('asset_id', '=', storable(about.id));
  }
  const rows = await query.orderBy('created_at', 'desc').orderBy('id').limit(limit).offset(offset).execute();
  return rows.map(noteOf);
}

/** Rows that are read at one time: a note may be a long text. */
const PIECE = 100;

/** Every note whose content is meant, by its id: for whoever looks for a person. */
export async function notesNaming(
  db: Db,
  team: string,
  isMeant: (content: NoteContent) => boolean,
): Promise<readonly StoredNote[]> {
  const found: StoredNote[] = [];
  for (let last = ''; ; ) {
    const rows = await notesOf(db, team).where('id', '>', last).orderBy('id').limit(PIECE).execute();
    found.push(...rows.map(noteOf).filter(({ content }) => isMeant(content)));
    const end = rows.at(-1);
    if (end === undefined || rows.length < PIECE) return found;
    last = end.id;
  }
}

function notesOf(db: Db, team: string) {
  return db.selectFrom('note').selectAll().where('team_id', '=', team);
}

function noteOf(row: Tables['note']): StoredNote {
  return {
    id: row.id,
    // Written by us.
    content: JSON.parse(row.content) as NoteContent,
    createdAt: new Date(row.created_at),
  };
}
