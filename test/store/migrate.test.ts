import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { type Migration, readMigrations } from '../../src/store/migrate.ts';
import type { Db } from '../../src/store/tables.ts';
import { eachDatabase } from '../support/each-database.ts';

const migrations = await readMigrations();

it('numbers the steps one after the other', () => {
  expect(migrations.map(({ name }) => Number.parseInt(name, 10))).toEqual(
    migrations.map((_, index) => index + 1),
  );
});

eachDatabase(({ freshUrl, open, openFresh }) => {
  it.each(migrations)(
    'is as before when the process is killed in the middle of step $name',
    async ({ name }) => {
      const url = await freshUrl();
      const child = start('stop-mid-migration.ts', url, name);
      expect(await once(child, 'message')).toEqual(['stopped', undefined]);
      child.kill('SIGKILL');
      await once(child, 'exit');

      const before = await open(url, { migrations: [] });
      expect(await applied(before.db)).toEqual([]);
      await expect(before.db.selectFrom('team').select('id').execute()).rejects.toThrow();

      const after = await open(url);
      expect(await applied(after.db)).toEqual(migrations.map((migration) => migration.name));
      expect(await after.db.selectFrom('kv').select('key').where('team_id', '=', 'a').execute()).toEqual([]);
    },
  );

  it('keeps nothing of a step that fails, nor of those before it', async () => {
    const url = await freshUrl();
    const broken: Migration = {
      name: '9999-broken',
      async up(db) {
        await db.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('on purpose');
      },
    };
    await expect(open(url, { migrations: [...migrations, broken] })).rejects.toThrow();
    const { db } = await open(url, { migrations: [] });
    expect(await applied(db)).toEqual([]);
    await expect(db.schema.createTable('half').addColumn('id', 'text').execute()).resolves.toBeUndefined();
  });

  it('does a step once, and a new one when it comes', async () => {
    const url = await freshUrl();
    await (await open(url)).close();
    const added: Migration = {
      name: '9999-added',
      up: (db) => db.schema.createTable('added').addColumn('id', 'text').execute(),
    };
    await (await open(url, { migrations: [...migrations, added] })).close();
    const { db } = await open(url, { migrations: [...migrations, added] });
    expect(await applied(db)).toEqual([...migrations, added].map(({ name }) => name));
  });

  it('refuses a database that a newer version has used, and says what to do', async () => {
    const url = await freshUrl();
    const newer: Migration = { name: '9999-newer', up: async () => {} };
    await open(url, { migrations: [...migrations, newer] });
    await expect(open(url)).rejects.toThrow(
      'The database of DATABASE_URL was last used by a newer Splitproof (it has the step 9999-newer). Start that version, or restore a backup from before the upgrade.',
    );
  });

  it('lets several processes start at once on an empty database', async () => {
    const url = await freshUrl();
    const children = [1, 2, 3].map(() => start('race.ts', url, '20'));
    await Promise.all(children.map((child) => once(child, 'message')));
    for (const child of children) child.send('go');
    const results = await Promise.all(
      children.map(async (child) => (await once(child, 'message'))[0] as Got),
    );

    const [first, ...others] = results;
    for (const other of others) {
      expect(other.spaces).toEqual(first?.spaces);
      expect(other.accounts).toEqual(first?.accounts);
    }
    const events = Array.from({ length: 20 }, (_, round) => `Ev${round}`);
    expect(results.flatMap((got) => got.first).sort()).toEqual(events.sort());
    const { db } = await open(url);
    expect(await db.selectFrom('team').select('id').execute()).toHaveLength(20);
  });

  it('writes down when a step was done', async () => {
    const { db } = await openFresh({ now: new Date(1234) });
    expect(await db.selectFrom('migration').select('applied_at').limit(1).execute()).toEqual([
      { applied_at: 1234 },
    ]);
  });
});

type Got = { spaces: string[]; accounts: string[]; first: string[] };

function start(file: string, ...parameters: readonly string[]): ChildProcess {
  const child = fork(new URL(`children/${file}`, import.meta.url), parameters);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function applied(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('migration').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
