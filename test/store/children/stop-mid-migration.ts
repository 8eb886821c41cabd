/** Opens a store, stops after the step named, and waits there to be killed. */
import { openStore } from '../../../src/store/database.ts';
import { readMigrations } from '../../../src/store/migrate.ts';

const [url = '', stopAfter] = process.argv.slice(2);
const migrations = await readMigrations();
await openStore(url, {
  now: new Date(0),
  migrations: migrations.map(({ name, up }) => ({
    name,
    async up(db) {
      await up(db);
      if (name !== stopAfter) return;
      process.send?.('stopped');
      setInterval(() => {}, 1000);
      await new Promise(() => {});
    },
  })),
});
