import type { CreateTableBuilder, Kysely } from 'kysely';

/** Releases, what is on them, what was said of them before their day, and who has read what to look at where. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ofTeam(db, 'release')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    // JSON of all that it says.
    .addColumn('content', 'text', (column) => column.notNull())
    // Its day, as 2026-12-11.
    .addColumn('day', 'text', (column) => column.notNull())
    // planned or cancelled
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // How often it was changed, for calendars that hold a copy.
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('release_of_team', ['team_id', 'id'])
    .execute();
  await db.schema.createIndex('release_by_day').on('release').columns(['team_id', 'day', 'id']).execute();
  await ofTeam(db, 'release_track')
    .addColumn('release_id', 'text', (column) => column.notNull())
    // From 1.
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('recording_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('track_of_release', ['team_id', 'release_id', 'position'])
    .addForeignKeyConstraint('release_there', ['team_id', 'release_id'], 'release', ['team_id', 'id'])
    .addForeignKeyConstraint('on_release_there', ['team_id', 'recording_id'], 'catalog_item', [
      'team_id',
      'id',
    ])
    .execute();
  await db.schema
    .createIndex('release_by_recording')
    .on('release_track')
    .columns(['team_id', 'recording_id', 'release_id'])
    .execute();
  await ofTeam(db, 'release_reminder')
    .addColumn('release_id', 'text', (column) => column.notNull())
    // The day of the release that it was about: moved, it is reminded of anew.
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('days_before', 'integer', (column) => column.notNull())
    // said; missed: a later one is to say that it was not; told: and has
    .addColumn('state', 'text', (column) => column.notNull())
    // The message that says it.
    .addColumn('channel', 'text')
    .addColumn('message', 'text')
    // Who said that it is dealt with.
    .addColumn('done_by', 'text')
    .addColumn('done_at', 'bigint')
    .addPrimaryKeyConstraint('reminder_of_release', ['team_id', 'release_id', 'day', 'days_before'])
    .addForeignKeyConstraint('reminded_there', ['team_id', 'release_id'], 'release', ['team_id', 'id'])
    .execute();
  await ofTeam(db, 'caution_read')
    .addColumn('release_id', 'text', (column) => column.notNull())
    // A row of the territory table, by its id.
    .addColumn('caution', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('read_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('read_once', ['team_id', 'release_id', 'caution', 'person_id'])
    .addForeignKeyConstraint('cautioned_there', ['team_id', 'release_id'], 'release', ['team_id', 'id'])
    .execute();
}

function ofTeam(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'team_id'> {
  return db.schema
    .createTable(name)
    .addColumn('team_id', 'text', (column) => column.notNull().references('team.id'));
}
