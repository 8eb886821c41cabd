import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { firstDelivery } from '../../src/store/deliveries.ts';
import { openSqliteFile } from '../../src/store/sqlite-file.ts';

const now = new Date('2026-11-26T12:00:00Z');

describe('a SQLite file', () => {
  it('is made with its folders, for its owner alone', async () => {
    const file = join(folder(), 'new', 'deep', 'canary.db');
    await (await openStore(`sqlite:${file}`, { now })).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('keeps what was written, and needs no other files once it is closed', async () => {
    const file = join(folder(), 'a.db');
    const first = await openStore(`sqlite:${file}`, { now });
    await firstDelivery(first.db, { platform: 'slack', eventId: 'Ev1' }, now);
    await first.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const second = await openStore(`sqlite:${file}`, { now });
    expect(await firstDelivery(second.db, { platform: 'slack', eventId: 'Ev1' }, now)).toBe(false);
    await second.close();
  });

  it('survives a power cut after an answer, lets others read while one writes, and holds references', async () => {
    const { db, close } = await openStore(`sqlite:${join(folder(), 'a.db')}`, { now });
    const { rows } =
      await sql`select * from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys`.execute(db);
    expect(rows).toEqual([{ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }]);
    await close();
  });

  it('can be memory alone', async () => {
    const { check, close } = await openStore('sqlite::memory:', { now });
    await check();
    await close();
    expect(existsSync(':memory:')).toBe(false);
  });

  it('waits for another program that writes, without holding up this one', async () => {
    const file = join(folder(), 'a.db');
    const { db, close } = await openStore(`sqlite:${file}`, { now });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const waiting = firstDelivery(db, { platform: 'slack', eventId: 'Ev1' }, now);
    // If the wait were SQLite's own, this line would come only after it.
    for (let turns = 0; turns < 20; turns++) await turn();
    other.exec('commit');
    other.close();
    expect(await waiting).toBe(true);
    await close();
  });

  it('streams rows one by one', async () => {
    const { db, close } = await openStore('sqlite::memory:', { now });
    for (const id of ['a', 'b']) await db.insertInto('team').values({ id, created_at: 0 }).execute();
    const ids: string[] = [];
    for await (const { id } of db.selectFrom('team').select('id').orderBy('id').stream()) ids.push(id);
    expect(ids).toEqual(['a', 'b']);
    await close();
  });
});

describe('a SQLite file that cannot be used is refused with a sentence', () => {
  it.each<[string, (file: string) => void, RegExp]>([
    [
      'it is no database',
      (file) => writeFileSync(file, 'canary '.repeat(1000)),
      /is no SQLite database\. Name another/,
    ],
    ['it is a folder', (file) => mkdirSync(file), /is a folder\. Add the name of a file/],
    [
      'its folder is a file',
      (file) => writeFileSync(join(file, '..', 'nested'), ''),
      /part of its path is a file/,
    ],
    ['its name is too long', () => {}, /its name is too long/],
  ])('%s', async (why, spoil, sentence) => {
    const file = join(folder(), 'canary.db');
    spoil(file);
    const used = why.startsWith('its folder') ? join(file, '..', 'nested', 'canary.db') : file;
    expect(await refusal(why.startsWith('its name') ? `${used}${'x'.repeat(300)}` : used)).toMatch(sentence);
  });

  it('it is damaged', async () => {
    const file = join(folder(), 'canary.db');
    await (await openStore(`sqlite:${file}`, { now })).close();
    const disk = openSync(file, 'r+');
    writeSync(disk, Buffer.alloc(4000, 0xff), 0, 4000, 100);
    closeSync(disk);
    expect(await refusal(file)).toMatch(/is damaged\. Keep a copy of it and restore the latest backup/);
  });

  it('another program keeps it locked', async () => {
    const file = join(folder(), 'canary.db');
    await (await openStore(`sqlite:${file}`, { now })).close();
    const other = new DatabaseSync(file);
    other.exec('begin exclusive');
    await expect(openSqliteFile(file, 50)).rejects.toThrow(
      /^The SQLite file that DATABASE_URL names is kept locked by another program\. Close whatever has it open/,
    );
    other.close();
  });

  it.each<[string, number, number, RegExp]>([
    ['it may not be written', 0o444, 0o755, /(cannot be written|permission denied)/],
    ['it may not be made', 0, 0o555, /permission denied\. Give the user that runs Splitproof/],
    ['its folder may not be entered', 0o644, 0o000, /permission denied\. Give the user that runs Splitproof/],
  ])('%s', async (_, fileMode, folderMode, sentence) => {
    const parent = folder();
    const file = join(parent, 'canary.db');
    if (fileMode > 0) {
      await (await openStore(`sqlite:${file}`, { now })).close();
      chmodSync(file, fileMode);
    }
    if (process.getuid?.() === 0) chownSync(parent, 65534, 65534);
    chmodSync(parent, folderMode);
    onTestFinished(() => chmodSync(parent, 0o755));
    const child = fork(new URL('children/open-as-nobody.ts', import.meta.url), [`sqlite:${file}`]);
    const [answer] = await once(child, 'message');
    expect(answer).toMatch(/^StoreError: The SQLite file that DATABASE_URL names /);
    expect(answer).toMatch(sentence);
    expect(answer).not.toContain('canary');
  });
});

async function refusal(file: string): Promise<string> {
  const error: unknown = await openStore(`sqlite:${file}`, { now }).then(
    () => 'opened',
    (reason) => reason,
  );
  expect(String(error)).toMatch(/^StoreError: The SQLite file that DATABASE_URL names .*\.$/);
  expect(String(error)).not.toContain('canary');
  return String(error);
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'splitproof-file-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

it('leaves nothing of what was deleted in the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-erased-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'erased.db');
  const store = await openStore(`sqlite:${path}`, { now });
  const secret = 'quite-a-secret-'.repeat(20);
  const row = { team_id: 't', namespace: 'n', key: 'k', value: secret, expires_at: null };
  await store.db.insertInto('kv').values(row).execute();
  await store.db.deleteFrom('kv').where('team_id', '=', 't').execute();
  await store.close();
  expect(readFileSync(path).includes('quite-a-secret-')).toBe(false);
});
