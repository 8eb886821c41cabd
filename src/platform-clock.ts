import { UserError } from './core/problem.ts';

/** More than this, and times in evidence would mislead. @see docs/evidence-format.md, "For those who write the ledger" */
const MOST_OFF_MS = 5 * 60_000;
const PATIENCE_MS = 5000;

export type PlatformClock = {
  /** Our time. @throws UserError `evidence.clock` while it is known to be off */
  now(): Date;
  /** Holds our time against the `Date` of an answer from there; where nothing answers, what was known stays. */
  compare(url: string): Promise<void>;
};

/**
 * Our clock as far as platforms agree with it: evidence with wrong times is worse than evidence that has to wait.
 *
 * @param told when our clock is found to be off, or right again
 */
export function openPlatformClock(now: () => Date, told: (offMs: number | null) => void): PlatformClock {
  let offMs: number | null = null;
  return {
    now() {
      const ours = now();
      if (offMs === null) return ours;
      const minutes = Math.round(Math.abs(offMs) / 60_000);
      throw new UserError({
        code: 'evidence.clock',
        details: { minutes, side: offMs > 0 ? 'ahead' : 'behind' },
      });
    },
    async compare(url) {
      const theirs = await dateFrom(url);
      if (theirs === null) return;
      const found = now().getTime() - theirs.getTime();
      const next = Math.abs(found) > MOST_OFF_MS ? found : null;
      if ((next === null) !== (offMs === null)) told(next);
      offMs = next;
    },
  };
}

async function dateFrom(url: string): Promise<Date | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body?.cancel();
    const date = new Date(response.headers.get('date') ?? '');
    return Number.isNaN(date.getTime()) ? null : date;
  } catch {
    return null;
  }
}
