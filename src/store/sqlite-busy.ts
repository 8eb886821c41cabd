import { setTimeout as wait } from 'node:timers/promises';

/** After these, another process has kept the file locked for 10 seconds. */
const PAUSES_MS = [1, 2, 4, 8, 15, ...Array<number>(399).fill(25)];

/** The primary code of SQLITE_BUSY and its relatives (recovery, snapshot); see sqlite.org/rescode.html */
const BUSY = 5;

/** The primary result code of an error of SQLite's, or undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/**
 * Do something in SQLite, again and again while another process holds the write lock, for up to 10 seconds.
 *
 * SQLite's own busy time-out would wait inside the call, and with it everything else in this process: answers to
 * Slack, heartbeats to Discord.
 */
export async function whenFree<T>(attempt: () => T): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return attempt();
    } catch (error) {
      if (sqliteCode(error) !== BUSY) throw error;
      await wait(pauseMs);
    }
  }
  return attempt();
}
