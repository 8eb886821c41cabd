import type { Hash, PersonId, Seq } from '../core/ledger/entry-types.ts';
import { sha256Hex } from '../core/ledger/hash.ts';
import { appendOne, type Evidence } from './evidence.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';
import { storable } from './text.ts';

/** What somebody attached as proof. */
export type StoredFile = { readonly sha256: Hash; readonly name: string; readonly mediaType: string };

export type NewFile = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string };

/** Fewer at a time than rows of text: each may be megabytes. */
const FILES_AT_A_TIME = 10;

/**
 * Keep a file for the team, by what is in it. Stored again, the first name stays.
 *
 * @returns hex SHA-256 of the bytes
 */
export async function saveFile(db: Db, team: string, { bytes, name, mediaType }: NewFile): Promise<Hash> {
  const sha256 = sha256Hex(bytes);
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  await db
    .insertInto('file')
    .values({ team_id: team, sha256, name: storable(name), media_type: storable(mediaType), base64 })
    .onConflict((conflict) => conflict.columns(['team_id', 'sha256']).doNothing())
    .execute();
  return sha256;
}

export async function findFile(db: Db, team: string, sha256: Hash): Promise<StoredFile | undefined> {
  return await db
    .selectFrom('file')
    .select(['sha256', 'name', 'media_type as mediaType'])
    .where('team_id', '=', team)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** The bytes of those files that are there, a few at a time. */
export async function* readFiles(
  db: Db,
  team: string,
  hashes: readonly Hash[],
): AsyncGenerator<readonly [Hash, Buffer]> {
  for (const piece of inPieces(hashes, FILES_AT_A_TIME)) {
    const rows = await db
      .selectFrom('file')
      .select(['sha256', 'base64'])
      .where('team_id', '=', team)
      .where('sha256', 'in', piece)
      .execute();
    for (const { sha256, base64 } of rows) yield [sha256, Buffer.from(base64, 'base64')];
  }
}

/** What a file is called may say whose it is. */
export async function renameFile(db: Db, team: string, sha256: Hash, name: string): Promise<void> {
  await db
    .updateTable('file')
    .set({ name: storable(name) })
    .where('team_id', '=', team)
    .where('sha256', '=', sha256)
    .execute();
}

/** Forget a file for good; the entry that tells of it stays. */
export async function deleteFile(db: Db, team: string, sha256: Hash): Promise<void> {
  await db.deleteFrom('file').where('team_id', '=', team).where('sha256', '=', sha256).execute();
}

export type KeepRequest = {
  readonly file: NewFile;
  /** What it is kept for: `sheet/…` has its files under `file/…`, a license or note under its own name. */
  readonly subject: string;
  readonly by: PersonId;
};

/** Keep a file and write down that it is kept, in the caller's transaction. @returns the entry, which others name */
export async function keepFile(
  db: Db,
  evidence: Pick<Evidence, 'append'>,
  team: string,
  { file, subject, by }: KeepRequest,
): Promise<Seq> {
  const sha256 = await saveFile(db, team, file);
  const { seq } = await appendOne(evidence, db, team, {
    type: 'file.stored',
    subject,
    data: { sha256, size: file.bytes.length, media_type: file.mediaType, by },
    sealed: { name: file.name },
  });
  return seq;
}
