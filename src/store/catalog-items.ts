import { PostgresAdapter } from 'kysely';
import type { RecordingContent, Titles, WorkContent } from '../core/catalog/items.ts';
import { termsOf, titleTerm } from '../core/catalog/search-terms.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

/** What the catalog keeps in tables of its own; persons are in `people.ts`. */
export type StoredKind = 'recording' | 'work';

export type ContentOf = { readonly recording: RecordingContent; readonly work: WorkContent };

export type StoredItem<K extends StoredKind = StoredKind> = {
  readonly id: string;
  readonly content: ContentOf[K];
  readonly createdAt: Date;
  /** Taken out of the catalog; kept, since codes and entries name it. */
  readonly isGone: boolean;
};

/** An item as it is to be kept. */
export type KeptItem<K extends StoredKind> = { readonly id: string; readonly content: ContentOf[K] };

/** Keep new items of one kind. */
export async function insertItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  items: readonly KeptItem<K>[],
  now: Date,
): Promise<void> {
  for (const piece of inPieces(items)) {
    await db
      .insertInto('catalog_item')
      .values(piece.map((item) => ({ team_id: team, ...rowOf(kind, item, now) })))
      .execute();
    await insertTerms(db, team, kind, piece);
  }
}

/** Keep what these items of one kind are now; all of them are there. */
export async function saveItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  items: readonly KeptItem<K>[],
): Promise<void> {
  for (const piece of inPieces(items)) {
    await db
      .insertInto('catalog_item')
      .values(piece.map((item) => ({ team_id: team, ...rowOf(kind, item, new Date(0)) })))
      .onConflict((conflict) =>
        conflict.columns(['team_id', 'id']).doUpdateSet(({ ref }) => ({
          content: ref('excluded.content'),
          version_of: ref('excluded.version_of'),
        })),
      )
      .execute();
    await deleteTerms(
      db,
      team,
      piece.map(({ id }) => id),
    );
    await insertTerms(db, team, kind, piece);
  }
}

function rowOf<K extends StoredKind>(kind: K, { id, content }: KeptItem<K>, now: Date) {
  return {
    kind,
    id,
    content: storable(JSON.stringify(content)),
    created_at: now.getTime(),
    version_of: 'versionOf' in content ? content.versionOf : null,
    gone_at: null,
  };
}

/** Take an item out of the catalog: nobody finds it any more, and its row stays. */
export async function takeOut(db: Db, team: string, kind: StoredKind, id: string, now: Date): Promise<void> {
  await db
    .updateTable('catalog_item')
    .set({ gone_at: now.getTime() })
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
  await deleteTerms(db, team, [id]);
  await db
    .deleteFrom('recording_work')
    .where('team_id', '=', team)
    .where(kind === 'work' ? 'work_id' : 'recording_id', '=', id)
    .execute();
  await db.deleteFrom('catalog_gap').where('team_id', '=', team).where('item_id', '=', id).execute();
}

function selectOf(db: Db, team: string, kind: StoredKind) {
  return db.selectFrom('catalog_item').selectAll().where('team_id', '=', team).where('kind', '=', kind);
}

/** Those of these that there are, gone ones too, in no order. */
export async function findItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  ids: readonly string[],
): Promise<readonly StoredItem<K>[]> {
  const found: StoredItem<K>[] = [];
  for (const piece of inPieces([...new Set(ids)])) {
    const rows = await selectOf(db, team, kind).where('id', 'in', piece).execute();
    for (const row of rows) found.push(itemOf<K>(row));
  }
  return found;
}

export async function findItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
): Promise<StoredItem<K> | undefined> {
  return (await findItems(db, team, kind, [id]))[0];
}

/**
 * Take an item for oneself until the end of the transaction, so that nobody gives it a code or changes it meanwhile.
 * Others may still name it, as a recording names its work: who needs that it stands looks once the ledger is theirs.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
): Promise<StoredItem<K> | undefined> {
  return (await lockItems(db, team, kind, [id]))[0];
}

/** The same for many, in the order of their ids, as everybody takes them. */
export async function lockItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  ids: readonly string[],
): Promise<readonly StoredItem<K>[]> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const locked: StoredItem<K>[] = [];
  for (const piece of inPieces([...new Set(ids)].sort())) {
    const found = selectOf(db, team, kind).where('id', 'in', piece).orderBy('id');
    const rows = await (isPostgres ? found.forNoKeyUpdate() : found).execute();
    for (const row of rows) locked.push(itemOf<K>(row));
  }
  return locked;
}

/** What stands in the catalog, newest first. */
export async function listItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  page: { readonly limit: number; readonly offset?: number },
): Promise<readonly StoredItem<K>[]> {
  const rows = await selectOf(db, team, kind)
    .where('gone_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map((row) => itemOf<K>(row));
}

/** Everything of a kind that stands, oldest first, a piece at a time: a catalog may be larger than our memory. */
export async function* everyItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  pieceSize = 500,
): AsyncGenerator<StoredItem<K>> {
  let after: { readonly createdAt: number; readonly id: string } | null = null;
  for (;;) {
    let query = selectOf(db, team, kind).where('gone_at', 'is', null);
    if (after !== null) {
      const { createdAt, id } = after;
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'id'), '>', tuple(createdAt, id)),
      );
    }
    const rows = await query.orderBy('created_at').orderBy('id').limit(pieceSize).execute();
    for (const row of rows) yield itemOf<K>(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pieceSize) return;
    after = { createdAt: last.created_at, id: last.id };
  }
}

/** What stands in the catalog as a version of this recording, oldest first; at most `limit`. */
export async function versionsOf(
  db: Db,
  team: string,
  recording: string,
  limit: number,
): Promise<readonly StoredItem<'recording'>[]> {
  const rows = await selectOf(db, team, 'recording')
    .where('version_of', '=', recording)
    .where('gone_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => itemOf<'recording'>(row));
}

/** Every recording, gone ones too, whose content holds this text somewhere: all of them are gone through. */
export async function recordingsNaming(
  db: Db,
  team: string,
  text: string,
): Promise<readonly StoredItem<'recording'>[]> {
  const rows = await selectOf(db, team, 'recording').where('content', 'like', `%${text}%`).execute();
  return rows.map((row) => itemOf<'recording'>(row));
}

function itemOf<K extends StoredKind>(row: Tables['catalog_item']): StoredItem<K> {
  return {
    id: row.id,
    // Written by us, from the content of this kind.
    content: JSON.parse(row.content) as ContentOf[K],
    createdAt: new Date(row.created_at),
    isGone: row.gone_at !== null,
  };
}

async function deleteTerms(db: Db, team: string, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('catalog_term').where('team_id', '=', team).where('item_id', 'in', ids).execute();
}

async function insertTerms<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  items: readonly KeptItem<K>[],
): Promise<void> {
  const terms = items.flatMap(({ id, content }) =>
    allTermsOf(content).map((term) => ({ term, kind, item_id: id })),
  );
  for (const piece of inPieces(terms)) {
    await db
      .insertInto('catalog_term')
      .values(piece.map((term) => ({ team_id: team, ...term })))
      .execute();
  }
}

/** By what people look for an item: how it is called, by whom it is, and its whole titles. */
function allTermsOf(content: ContentOf[StoredKind]): readonly string[] {
  const titles = titlesOf(content);
  const names =
    'versionKind' in content
      ? [
          content.versionTitle ?? '',
          content.mainArtist ?? '',
          ...(content.versionKind === 'original' ? [] : [content.versionKind]),
          ...content.performers.map(({ name }) => name),
        ]
      : [];
  // Kept as the database keeps them, two that differ in nothing else would be one.
  const terms = [...termsOf([...titles, ...names]), ...titles.map(titleTerm)].map(storable);
  return [...new Set(terms)];
}

/** All that it is called. */
export function titlesOf({ title, latin, others }: Titles): readonly string[] {
  return [title, ...(latin === null ? [] : [latin]), ...others];
}
