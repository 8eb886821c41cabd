import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** First soon, for most writers are done within a few milliseconds; then now and then. */
const LONGEST_PAUSE_MS = 25;

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
export async function whenFree<T>(attempt: () => T, patienceMs = PATIENCE_MS): Promise<T> {
  let waitedMs = 0;
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return attempt();
    } catch (error) {
      if (sqliteCode(error) !== BUSY || waitedMs >= patienceMs) throw error;
    }
    await wait(pauseMs);
    waitedMs += pauseMs;
  }
}
