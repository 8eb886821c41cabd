import { type CreateTableBuilder, type Kysely, PostgresAdapter, sql } from 'kysely';

/** Works and recordings, the codes they bear, what codes are given from, and on what permission things are used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createCatalog(db);
  await createFinding(db);
  await createCodes(db);
  await createItemCodes(db);
  await createPermissions(db);
}

async function createCatalog(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'catalog_item')
    // work or recording
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    // JSON of all that is known of it.
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // Of a recording, the one that it is a version of; it stands in the content as well.
    .addColumn('version_of', 'text')
    // When it was taken out of the catalog; its row stays, since a code may point to it.
    .addColumn('gone_at', 'bigint')
    .addPrimaryKeyConstraint('item_of_team', ['team_id', 'id'])
    .execute();
  await db.schema
    .createIndex('item_by_age')
    .on('catalog_item')
    .columns(['team_id', 'kind', 'created_at', 'id'])
    .where(sql.ref('gone_at'), 'is', null)
    .execute();
  await db.schema
    .createIndex('item_by_version_of')
    .on('catalog_item')
    .columns(['team_id', 'version_of', 'created_at', 'id'])
    .where(sql.ref('version_of'), 'is not', null)
    .execute();
  await ofTeam(db, 'recording_work')
    .addColumn('recording_id', 'text', (column) => column.notNull())
    .addColumn('work_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('work_of_recording', ['team_id', 'recording_id', 'work_id'])
    .$call(byItsKeyAlone(db))
    .addForeignKeyConstraint('recording_there', ['team_id', 'recording_id'], 'catalog_item', [
      'team_id',
      'id',
    ])
    .addForeignKeyConstraint('work_there', ['team_id', 'work_id'], 'catalog_item', ['team_id', 'id'])
    .execute();
  // Which recordings a version of a split sheet is about.
  await ofTeam(db, 'sheet_recording')
    .addColumn('sheet_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('recording_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recording_of_version', ['team_id', 'recording_id', 'sheet_id', 'version'])
    .addForeignKeyConstraint('sheet_there', ['team_id', 'sheet_id'], 'sheet', ['team_id', 'id'])
    .addForeignKeyConstraint('on_sheet_there', ['team_id', 'recording_id'], 'catalog_item', ['team_id', 'id'])
    .execute();
  await db.schema
    .createIndex('recording_of_work')
    .on('recording_work')
    .columns(['team_id', 'work_id', 'recording_id'])
    .execute();
}

async function createFinding(db: Kysely<unknown>): Promise<void> {
  // Words of titles and names, folded; writing without spaces from each character on. Found by how they begin. Whole
  // titles stand among them behind `=`, which begins no word.
  await ofTeam(db, 'catalog_term')
    // Compared by its bytes, as SQLite does anyway: a range of a language's own order would lose some.
    .addColumn('term', isPostgres(db) ? sql`text collate "C"` : 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('term_of_item', ['team_id', 'kind', 'term', 'item_id'])
    .$call(byItsKeyAlone(db))
    .execute();
  await db.schema
    .createIndex('term_by_item')
    .on('catalog_term')
    .columns(['team_id', 'item_id', 'term'])
    .execute();
  // What is missing or in conflict at each item: kept when the item changes, so that nobody has to go through them all.
  await ofTeam(db, 'catalog_gap')
    .addColumn('gap', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('gap_of_item', ['team_id', 'gap', 'item_id'])
    .execute();
  await db.schema
    .createIndex('gap_by_item')
    .on('catalog_gap')
    .columns(['team_id', 'item_id', 'gap'])
    .execute();
}

async function createCodes(db: Kysely<unknown>): Promise<void> {
  // What codes are given from, and how far it has come. One prefix belongs to one team of the whole database: two that
  // count on their own from one prefix would give the same code twice.
  await ofTeam(db, 'series')
    .addColumn('id', 'text', (column) => column.notNull())
    // isrc, gtin or catalog-number
    .addColumn('scheme', 'text', (column) => column.notNull())
    // The prefix, or the pattern.
    .addColumn('name', 'text', (column) => column.notNull())
    // Where it names one thing: empty in the whole world; for catalog numbers the team, since they are its own.
    .addColumn('realm', 'text', (column) => column.notNull())
    // 12 or 13 digits, of barcodes.
    .addColumn('length', 'integer')
    // JSON: [[from, to], …] in the order in which they are used up.
    .addColumn('ranges', 'text', (column) => column.notNull())
    .addColumn('closed', 'integer', (column) => column.notNull())
    .addColumn('last', 'bigint')
    .addColumn('last_year', 'integer')
    .addColumn('last_at', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('series_of_team', ['team_id', 'id'])
    .addUniqueConstraint('series_once', ['scheme', 'name', 'realm'])
    .execute();
  // Every code that was ever given here. Rows are never deleted, so that none is given twice whatever becomes of its
  // recording.
  await ofTeam(db, 'given_code')
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    // As of its series.
    .addColumn('realm', 'text', (column) => column.notNull())
    .addColumn('series_id', 'text', (column) => column.notNull())
    .addColumn('year', 'integer')
    .addColumn('number', 'bigint', (column) => column.notNull())
    // What it was given for: the id of a recording, or what somebody typed.
    .addColumn('given_for', 'text', (column) => column.notNull())
    // The same as it is compared: typed words in any case and width are the same words.
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('given_at', 'bigint', (column) => column.notNull())
    // When what it was given for was taken out.
    .addColumn('burnt_at', 'bigint')
    .addPrimaryKeyConstraint('given_once', ['scheme', 'code', 'realm'])
    .addForeignKeyConstraint('given_from', ['team_id', 'series_id'], 'series', ['team_id', 'id'])
    .execute();
  await db.schema
    .createIndex('given_by_number')
    .on('given_code')
    .columns(['team_id', 'series_id', 'year', 'number'])
    .execute();
  await db.schema.createIndex('given_by_target').on('given_code').columns(['team_id', 'target']).execute();
}

async function createItemCodes(db: Kysely<unknown>): Promise<void> {
  // The codes that items bear, whoever gave them. One code on two items is wrong, and there all the same.
  await ofTeam(db, 'item_code')
    .addColumn('scheme', 'text', (column) => column.notNull())
    // In the form in which codes are compared.
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    // assigned by us, or registered
    .addColumn('how', 'text', (column) => column.notNull())
    // Who gave it, in words.
    .addColumn('source', 'text')
    // Why it is accepted although something is odd about it.
    .addColumn('accepted_for', 'text')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_of_item', ['team_id', 'scheme', 'code', 'item_id'])
    .execute();
  await db.schema.createIndex('code_by_item').on('item_code').columns(['team_id', 'item_id']).execute();
  // Codes that others gave and that no item bears any more: they stay in use in the world, so none is given here.
  await ofTeam(db, 'dropped_code')
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('dropped_once', ['team_id', 'scheme', 'code'])
    .execute();
}

async function createPermissions(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'license')
    .addColumn('id', 'text', (column) => column.notNull())
    // recording, work, sample or artwork
    .addColumn('asset_kind', 'text', (column) => column.notNull())
    // An id of the catalog, or a folded name.
    .addColumn('asset_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    // JSON of all that it says.
    .addColumn('content', 'text', (column) => column.notNull())
    // draft while something is missing, else standing; ended: a draft that was dropped
    .addColumn('state', 'text', (column) => column.notNull())
    // Its last day, as 2026-12-31; null: none.
    .addColumn('last_day', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('license_of_team', ['team_id', 'id'])
    .execute();
  await db.schema
    .createIndex('license_by_asset')
    .on('license')
    .columns(['team_id', 'asset_kind', 'asset_id'])
    .execute();
  await db.schema.createIndex('license_by_age').on('license').columns(['team_id', 'created_at']).execute();
  await ofTeam(db, 'note')
    .addColumn('id', 'text', (column) => column.notNull())
    // What it is about, where somebody said so.
    .addColumn('asset_kind', 'text')
    .addColumn('asset_id', 'text')
    // JSON: author, time, link, text, files.
    .addColumn('content', 'text', (column) => column.notNull())
    // The message that was kept, so that it is kept once.
    .addColumn('message', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('note_of_team', ['team_id', 'id'])
    .addUniqueConstraint('note_once', ['team_id', 'message'])
    .execute();
  await db.schema.createIndex('note_by_age').on('note').columns(['team_id', 'created_at']).execute();
}

function ofTeam(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'team_id'> {
  return db.schema
    .createTable(name)
    .addColumn('team_id', 'text', (column) => column.notNull().references('team.id'));
}

/** SQLite keeps such a table once, not once more beside its key: many rows, written at once by an import. */
function byItsKeyAlone(db: Kysely<unknown>) {
  return <B extends CreateTableBuilder<string, string>>(table: B): B =>
    (isPostgres(db) ? table : table.modifyEnd(sql`without rowid`)) as B;
}

function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
