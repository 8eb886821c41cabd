import { setTimeout as pause } from 'node:timers/promises';
import { retryAfterSeconds } from './errors.ts';

/** A call is given up when Slack wants to be left alone for longer. */
const LONGEST_SECONDS = 30;
const TRIES = 4;

/**
 * Do a call, and do it again when Slack answers that it comes too soon: then it surely has not been done.
 * The clients are told not to wait by themselves, because one waiting call would hold up all the others.
 */
export async function paced<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const seconds = retryAfterSeconds(error);
      if (seconds === null || seconds > LONGEST_SECONDS || tries === TRIES) throw error;
      await pause(seconds * 1000);
    }
  }
}
