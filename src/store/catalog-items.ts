import { PostgresAdapter } from 'kysely';
import type { RecordingContent, WorkContent } from '../core/catalog/items.ts';
import { termsOf } from '../core/catalog/search-terms.ts';
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

/** Keep new items of one kind. */
export async function insertItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  items: readonly { readonly id: string; readonly content: ContentOf[K] }[],
  now: Date,
): Promise<void> {
  for (const piece of inPieces(items)) {
    await db
      .insertInto('catalog_item')
      .values(
        piece.map(({ id, content }) => ({
          team_id: team,
          kind,
          id,
          content: storable(JSON.stringify(content)),
          created_at: now.getTime(),
          gone_at: null,
        })),
      )
      .execute();
    await insertTerms(db, team, kind, piece);
  }
}

export async function saveItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
  content: ContentOf[K],
): Promise<void> {
  await updateOf(db, team, kind, id)
    .set({ content: storable(JSON.stringify(content)) })
    .execute();
  await deleteTerms(db, team, id);
  await insertTerms(db, team, kind, [{ id, content }]);
}

/** Take an item out of the catalog: nobody finds it any more, and its row stays. */
export async function takeOut(db: Db, team: string, kind: StoredKind, id: string, now: Date): Promise<void> {
  await updateOf(db, team, kind, id).set({ gone_at: now.getTime() }).execute();
  await deleteTerms(db, team, id);
  await db
    .deleteFrom('recording_work')
    .where('team_id', '=', team)
    .where(kind === 'work' ? 'work_id' : 'recording_id', '=', id)
    .execute();
  await db.deleteFrom('catalog_gap').where('team_id', '=', team).where('item_id', '=', id).execute();
}

function updateOf(db: Db, team: string, kind: StoredKind, id: string) {
  return db
    .updateTable('catalog_item')
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('id', '=', id);
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
 * Take a recording for oneself until the end of the transaction, so that nobody gives it a code or changes it meanwhile.
 *
 * On SQLite, whoever has a transaction open is alone already.
 */
export async function lockItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
): Promise<StoredItem<K> | undefined> {
  const found = selectOf(db, team, kind).where('id', '=', id);
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const row = await (isPostgres ? found.forUpdate() : found).executeTakeFirst();
  return row && itemOf<K>(row);
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
    .orderBy('id')
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
      query = query.where(({ eb, or, and }) =>
        or([eb('created_at', '>', createdAt), and([eb('created_at', '=', createdAt), eb('id', '>', id)])]),
      );
    }
    const rows = await query.orderBy('created_at').orderBy('id').limit(pieceSize).execute();
    for (const row of rows) yield itemOf<K>(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pieceSize) return;
    after = { createdAt: last.created_at, id: last.id };
  }
}

export async function countItems(db: Db, team: string, kind: StoredKind): Promise<number> {
  const { count } = await db
    .selectFrom('catalog_item')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('team_id', '=', team)
    .where('kind', '=', kind)
    .where('gone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
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

async function deleteTerms(db: Db, team: string, id: string): Promise<void> {
  await db.deleteFrom('catalog_term').where('team_id', '=', team).where('item_id', '=', id).execute();
}

async function insertTerms<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  items: readonly { readonly id: string; readonly content: ContentOf[K] }[],
): Promise<void> {
  const terms = items.flatMap(({ id, content }) =>
    termsOf(wordsOf(content)).map((term) => ({ term: storable(term), kind, item_id: id })),
  );
  for (const piece of inPieces(terms)) {
    await db
      .insertInto('catalog_term')
      .values(piece.map((term) => ({ team_id: team, ...term })))
      .execute();
  }
}

/** By what people look for an item: how it is called, and by whom it is. */
function wordsOf(content: ContentOf[StoredKind]): readonly string[] {
  const { title, latin, others } = content;
  const titles = [title, latin ?? '', ...others];
  return 'versionKind' in content
    ? [...titles, content.versionTitle ?? '', content.mainArtist ?? '', content.versionKind]
    : titles;
}
