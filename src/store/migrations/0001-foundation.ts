import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('team')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('space')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull().references('team.id'))
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('platform_space_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('space_of_platform', ['platform', 'platform_space_id'])
    // So that an account can only be in a space of its own team.
    .addUniqueConstraint('space_of_team', ['team_id', 'id'])
    .execute();

  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('space_id', 'text', (column) => column.notNull())
    .addColumn('platform_account_id', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('account_of_space', ['space_id', 'platform_account_id'])
    .addForeignKeyConstraint('account_in_team', ['team_id', 'space_id'], 'space', ['team_id', 'id'])
    .execute();

  // No team: whether an event was here before is asked at the door, when nobody knows yet whose it is.
  await db.schema
    .createTable('received')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('received_once', ['platform', 'event_id'])
    .execute();
  await db.schema.createIndex('received_by_age').on('received').column('received_at').execute();

  // The team is part of the key and not a reference: what the deployment itself remembers belongs to no team.
  await db.schema
    .createTable('kv')
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('namespace', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addPrimaryKeyConstraint('kv_key', ['team_id', 'namespace', 'key'])
    .execute();
  await db.schema
    .createIndex('kv_by_expiry')
    .on('kv')
    .column('expires_at')
    .where(sql.ref('expires_at'), 'is not', null)
    .execute();
}
