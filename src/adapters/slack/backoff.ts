const FIRST_MS = 500;
const MOST_MS = 60_000;

/**
 * How long to wait before trying again after `failures` in a row: twice as long each time, at most a minute, and
 * spread out so that many processes do not come back in the same instant.
 *
 * @param random in [0, 1)
 */
export function backoffMs(failures: number, random: number): number {
  const whole = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 16));
  return Math.round(whole * (0.5 + random / 2));
}
