import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteCode, whenFree } from './sqlite-busy.ts';
import { StoreError } from './store-error.ts';

/** WAL: readers and a writer in several processes; FULL: what was answered for survives a power cut. */
/** What was erased on request is written over, and does not lie about in free pages. */
const SETTINGS = ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on', 'secure_delete = on'];

/**
 * Open a SQLite file for reading and writing, and make it and its folder if they are not there.
 *
 * Both are made for the owner alone (0700, 0600): the file holds names and, later, evidence. SQLite gives the two
 * files beside it (-wal, -shm) the same mode. What exists keeps the mode it has.
 *
 * @param patienceMs how long to wait for a program that keeps it locked
 * @throws StoreError with one sentence when it cannot be used
 */
export async function openSqliteFile(path: string, patienceMs?: number): Promise<DatabaseSync> {
  try {
    if (path !== ':memory:') createFile(resolve(path));
    const database = new DatabaseSync(path);
    try {
      for (const setting of SETTINGS) await whenFree(() => database.exec(`pragma ${setting}`), patienceMs);
      await whenFree(() => database.exec('begin immediate; rollback'), patienceMs);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw sayWhy(error);
  }
}

function createFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/** Turns what the disk or SQLite answered into a sentence; anything else stays as it is. */
export function sayWhy(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = SQLITE_SENTENCES[sqliteCode(error) ?? -1] ?? DISK_SENTENCES[code];
  return sentence === undefined ? error : new StoreError(sentence, { cause: error });
}

const FILE = 'The SQLite file that DATABASE_URL names';

/** By SQLite's primary result code: sqlite.org/rescode.html */
const SQLITE_SENTENCES: Readonly<Record<number, string>> = {
  5: `${FILE} is kept locked by another program. Close whatever has it open (a database browser, a backup, a second copy of the bot that hangs) and start again.`,
  8: `${FILE} cannot be written. Give the user that runs Splitproof write permission on the file and its folder.`,
  10: `${FILE} could not be read or written: the disk reports an error, which a full disk does too. Make room or check the disk, then start again; restore a backup only if the disk has lost data.`,
  11: `${FILE} is damaged. Keep a copy of it and restore the latest backup.`,
  13: `The disk that holds the SQLite file of DATABASE_URL is full. Free some space and start again.`,
  14: `${FILE} cannot be opened. Check that it is a file in a folder that the user that runs Splitproof may read and write.`,
  26: `${FILE} is no SQLite database. Name another file, or restore the latest backup.`,
};

const DISK_SENTENCES: Readonly<Record<string, string>> = {
  EACCES: `${FILE} cannot be opened or made: permission denied. Give the user that runs Splitproof read and write permission on the file and its folder.`,
  EPERM: `${FILE} cannot be opened or made: not permitted. Give the user that runs Splitproof read and write permission on the file and its folder.`,
  EROFS: `${FILE} is on a disk that is mounted read-only. Name a file on a disk that can be written.`,
  ENOSPC: `The disk that holds the SQLite file of DATABASE_URL is full. Free some space and start again.`,
  EISDIR: `${FILE} is a folder. Add the name of a file, as in sqlite:./data/splitproof.db.`,
  ENOTDIR: `${FILE} cannot be made: a part of its path is a file, not a folder. Name another path.`,
  EEXIST: `${FILE} cannot be made: a part of its path is a file, not a folder. Name another path.`,
  ENOENT: `${FILE} cannot be made: its folder does not exist and cannot be created. Name another path.`,
  ENAMETOOLONG: `${FILE} cannot be made: its name is too long. Name another path.`,
};
