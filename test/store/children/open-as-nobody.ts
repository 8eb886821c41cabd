/** Opens a store without the rights of root, and says how that went. */
import { openStore } from '../../../src/store/database.ts';
import '../../../src/store/sqlite.ts';
import '../../../src/store/sqlite-file.ts';
import { readMigrations } from '../../../src/store/migrate.ts';

// Everything has to be loaded by now: the folder of the sources may be closed to the other user.
const migrations = await readMigrations();
if (process.getuid?.() === 0) process.setuid?.(65534);
try {
  await (await openStore(process.argv[2] ?? '', { now: new Date(0), migrations })).close();
  process.send?.('opened');
} catch (error) {
  process.send?.(error instanceof Error ? `${error.name}: ${error.message}` : 'no error');
}
