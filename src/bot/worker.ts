import { UserError } from '../core/problem.ts';
import { claimJobs, finishJob, giveUpJob, holdJob, type Job, postponeJob } from '../store/jobs.ts';
import type { Db } from '../store/tables.ts';
import type { Log } from './adapter.ts';

/**
 * Does one job. It may have been begun before, by a process that died: look before doing again what people see.
 *
 * @returns when it is to be done again; nothing when it is done
 * @throws what may pass: it is tried again later. `GiveUp` for what will not
 */
export type JobHandler = (job: Job) => Promise<Date | undefined>;

/** A job that cannot be done, however often it is tried. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

export type WorkerParts = {
  readonly db: Db;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly log: Log;
  platforms(): readonly string[];
  now(): Date;
  newId(): string;
};

export type Worker = {
  /** Something was asked for: look at once. */
  poke(): void;
  /** Resolves when nothing is due and nothing under way. */
  idle(): Promise<void>;
  /** Takes nothing more; resolves when what is under way is done. */
  stop(): Promise<void>;
};

/** A process that dies with a job in hand holds it up for this long; one that lives renews it in time. */
const LEASE_MS = 15_000;
const RENEW_MS = 5000;
const AT_ONCE = 16;
const LOOK_MS = 1000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Three days, five minutes apart: a platform that was away for so long is back, or will not be. */
const MOST_TRIES = 900;

/** Works off the jobs of all teams; as many of these as there are processes may run side by side. */
export function startWorker(parts: WorkerParts): Worker {
  const { db, handlers, log, now } = parts;
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  /** What is under way here, and when that was last said. */
  const inHand = new Map<Job, number>();
  const running = new Set<Promise<void>>();

  async function lookOnce(): Promise<boolean> {
    const jobs = await claimJobs(db, {
      platforms: parts.platforms(),
      now: now(),
      leaseMs: LEASE_MS,
      limit: AT_ONCE - inHand.size,
      lease: parts.newId(),
    });
    for (const job of jobs) {
      // Each makes room for the next when it is done: one that hangs holds up none of the others.
      const doing = doJob(job).then(() => {
        running.delete(doing);
        poke();
      });
      running.add(doing);
    }
    return jobs.length > 0;
  }

  async function doJob(job: Job): Promise<void> {
    inHand.set(job, now().getTime());
    try {
      const handler = handlers[job.kind];
      if (handler === undefined) throw new GiveUp(`Nothing here does jobs of the kind ${job.kind}.`);
      const next = await handler(job);
      if (next === undefined) await finishJob(db, job);
      else await postponeJob(db, job, next, 'put off');
    } catch (error) {
      await fail(job, error).catch((lost: unknown) =>
        log.warn(
          { err: lost, job: job.kind },
          'a job that failed could not be put back; its lease will run out',
        ),
      );
    } finally {
      inHand.delete(job);
    }
  }

  async function renew(): Promise<void> {
    const at = now().getTime();
    const old = [...inHand].filter(([, since]) => at - since >= RENEW_MS).map(([job]) => job);
    for (const job of old) {
      inHand.set(job, at);
      await holdJob(db, job, new Date(at + LEASE_MS));
    }
  }

  async function fail(job: Job, error: unknown): Promise<void> {
    const why =
      error instanceof UserError
        ? error.problem.code
        : error instanceof Error
          ? error.message
          : String(error);
    if (error instanceof GiveUp || job.tries >= MOST_TRIES) {
      log.error({ err: error, job: job.kind, key: job.key }, 'a job was given up');
      await giveUpJob(db, job, why);
      return;
    }
    log.warn(
      { err: error, job: job.kind, key: job.key, tries: job.tries },
      'a job failed and will be tried again',
    );
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(job.tries - 1, 20), LONGEST_PAUSE_MS);
    await postponeJob(db, job, new Date(now().getTime() + pauseMs), why);
  }

  async function look(): Promise<void> {
    // Else a look that finds both hands full is over before it is kept as the one under way, and stays it for ever.
    await null;
    try {
      do {
        again = false;
        while (!stopped && inHand.size < AT_ONCE && (await lookOnce()));
      } while (again && !stopped);
    } catch (error) {
      // The database is away; the next look may find it.
      log.warn({ err: error }, 'could not look for jobs');
    } finally {
      looking = null;
    }
  }

  const poke = () => {
    again = true;
    if (!stopped) looking ??= look();
  };
  const tick = () => {
    renew().catch((error: unknown) =>
      log.warn({ err: error }, 'could not say that jobs are still under way'),
    );
    poke();
  };
  const timer = setInterval(tick, LOOK_MS).unref();
  poke();
  return {
    poke,
    async idle() {
      poke();
      while (looking !== null || running.size > 0) {
        await looking;
        if (running.size > 0) await Promise.race(running);
      }
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      while (looking !== null) await looking;
      await Promise.all(running);
    },
  };
}
