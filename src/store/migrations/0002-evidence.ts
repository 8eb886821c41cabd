import type { CreateTableBuilder, Kysely } from 'kysely';

/** Ledgers, the people in them, the sheets they agree on, and the work that follows from what was written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLedger(db);
  await createPeople(db);
  await createSheets(db);
  await createMessages(db);
  await createJobs(db);
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  // One row for each team that has begun a ledger; whoever appends holds it until the end of the transaction.
  await ofTeam(db, 'ledger')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_of_team', ['team_id'])
    .execute();
  await ofTeam(db, 'entry')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    // Canonical JSON, byte for byte what was hashed.
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_of_ledger', ['team_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('entry_by_subject')
    .on('entry')
    .columns(['team_id', 'subject', 'seq'])
    .unique()
    .execute();
  await ofTeam(db, 'sealed')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    // Null once it was erased.
    .addColumn('text', 'text')
    .addPrimaryKeyConstraint('sealed_of_entry', ['team_id', 'seq'])
    .execute();
  // Full subtrees of the Merkle tree, leaves included; hashes in hex.
  await ofTeam(db, 'node')
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('node_of_tree', ['team_id', 'level', 'position'])
    .execute();
  await ofTeam(db, 'checkpoint')
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('checkpoint_of_ledger', ['team_id', 'size'])
    .execute();
  // What people attached as proof, by what is in it.
  await ofTeam(db, 'file')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('base64', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_of_team', ['team_id', 'sha256'])
    .execute();
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'person')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('legal_name', 'text')
    .addColumn('ipi', 'text')
    .addColumn('isni', 'text')
    .addColumn('society', 'text')
    // Whether legal name and numbers may be shown in posts.
    .addColumn('shows_numbers', 'integer', (column) => column.notNull())
    // Hours of the day between which messages may come, as 9-21.
    .addColumn('hours', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_of_team', ['team_id', 'id'])
    .execute();
  // Whose an account is, from the entry that says so until the entry that ends it.
  await ofTeam(db, 'link')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('ended_by', 'bigint')
    .addPrimaryKeyConstraint('link_of_entry', ['team_id', 'seq'])
    .addForeignKeyConstraint('link_of_person', ['team_id', 'person_id'], 'person', ['team_id', 'id'])
    .execute();
  await db.schema
    .createIndex('link_by_account')
    .on('link')
    .columns(['team_id', 'platform', 'space', 'account'])
    .execute();
  await db.schema.createIndex('link_by_person').on('link').columns(['team_id', 'person_id']).execute();
  await ofTeam(db, 'delegation')
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('delegate_id', 'text', (column) => column.notNull())
    // "all", or the ids of sheets with spaces between.
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_by', 'bigint')
    .addPrimaryKeyConstraint('delegation_of_entry', ['team_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('delegation_by_delegate')
    .on('delegation')
    .columns(['team_id', 'delegate_id'])
    .execute();
}

async function createSheets(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'sheet')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('newest', 'integer', (column) => column.notNull())
    // open, completed, cancelled or lapsed, of the newest version: for lists; the ledger has the last word.
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sheet_of_team', ['team_id', 'id'])
    .execute();
  await db.schema.createIndex('sheet_by_age').on('sheet').columns(['team_id', 'created_at']).execute();
  await ofTeam(db, 'sheet_version')
    .addColumn('sheet_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('proposer_id', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('version_of_sheet', ['team_id', 'sheet_id', 'version'])
    .addForeignKeyConstraint('version_in_sheet', ['team_id', 'sheet_id'], 'sheet', ['team_id', 'id'])
    .execute();
  await ofTeam(db, 'sheet_party')
    .addColumn('sheet_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('party_of_version', ['team_id', 'sheet_id', 'version', 'person_id'])
    .execute();
  await db.schema
    .createIndex('party_by_person')
    .on('sheet_party')
    .columns(['team_id', 'person_id'])
    .execute();
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'sheet_message')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('sheet_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('posted_at', 'bigint', (column) => column.notNull())
    // Until when the platform's own list of reactions is known to agree with ours.
    .addColumn('looked_at', 'bigint', (column) => column.notNull())
    .addColumn('gone_at', 'bigint')
    .addPrimaryKeyConstraint('sheet_message_at', ['platform', 'space', 'channel', 'message'])
    .execute();
  await db.schema
    .createIndex('sheet_message_by_sheet')
    .on('sheet_message')
    .columns(['team_id', 'sheet_id', 'version'])
    .execute();
  // Each emoji that each account has put on a message, or has taken off again: a mark stands as long as one of its emoji does.
  await ofTeam(db, 'reaction')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('space', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('emoji', 'text', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('stands', 'integer', (column) => column.notNull())
    .addColumn('platform_time', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reaction_on_message', [
      'platform',
      'space',
      'channel',
      'message',
      'account',
      'emoji',
    ])
    .execute();
}

async function createJobs(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'job')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    // What is asked for twice under one key is done once.
    .addColumn('key', 'text', (column) => column.notNull())
    // Done only where this platform is connected; null: anywhere.
    .addColumn('platform', 'text')
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    // waiting, done or given-up
    .addColumn('state', 'text', (column) => column.notNull())
    // Counts how often it was asked for, so that whoever does it sees when it is wanted once more.
    .addColumn('wanted', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    // Who has it, until when; a new holder has a new token, and an old one can no longer finish it.
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'bigint')
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('job_of_team', ['team_id', 'id'])
    .addUniqueConstraint('job_once', ['team_id', 'kind', 'key'])
    .execute();
  await db.schema.createIndex('job_by_due').on('job').columns(['state', 'due_at']).execute();
}

function ofTeam(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'team_id'> {
  return db.schema
    .createTable(name)
    .addColumn('team_id', 'text', (column) => column.notNull().references('team.id'));
}
