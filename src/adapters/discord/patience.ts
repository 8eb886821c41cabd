import { setTimeout as pause } from 'node:timers/promises';
import { RateLimitError } from 'discord.js';
import { isTransient } from './errors.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait before the next attempt, in milliseconds: four times as long each time, never longer than
 * `longestMs`, and never exactly alike, so that many bots do not come back at once.
 *
 * @param failures how many attempts have failed in a row, from 1
 * @param random in [0, 1)
 */
export function backOffMs(failures: number, random: number, longestMs: number = LONGEST_PAUSE_MS): number {
  const full = Math.min(longestMs, FIRST_PAUSE_MS * 4 ** (failures - 1));
  return Math.round(full * (0.75 + random / 2));
}

export type Patience = {
  readonly attempts: number;
  random(): number;
  /** Told of each failure that will be tried again. */
  failed?(error: unknown): void;
};

/**
 * Do a request, and do it again when it is not known whether it was done: a 5xx, or no answer at all. discord.js
 * itself tries four times within milliseconds, which helps nobody who is restarting.
 *
 * The request must be one that may be done twice. A rate limit is waited out.
 */
export async function patiently<T>(request: () => Promise<T>, patience: Patience): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await request();
    } catch (error) {
      const wait = waitAfter(error, failures, patience.random());
      if (wait === null || failures >= patience.attempts) throw error;
      patience.failed?.(error);
      await pause(wait);
    }
  }
}

function waitAfter(error: unknown, failures: number, random: number): number | null {
  if (error instanceof RateLimitError) return error.retryAfter;
  return isTransient(error) ? backOffMs(failures, random) : null;
}
