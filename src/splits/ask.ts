import type { House } from '../bot/command.ts';
import { askAgain, askOnce, type NewJob } from '../store/jobs.ts';
import type { Db } from '../store/tables.ts';

/** The jobs of splits, and what each is told. */
export type Jobs = {
  /** Post a version where it is to be agreed to. */
  post: { sheet: string; version: number; platform: string; space: string; channel: string; thread?: string };
  /** Bring every message of a sheet on one platform up to date. */
  show: { sheet: string; platform: string };
  /** Hold our marks against the platform's own list. */
  look: { platform: string; space: string; channel: string; message: string };
  /** Give somebody the receipt of an entry. */
  receipt: { seq: number; platform: string; space: string; account: string };
  /** Say where it was posted that a version is agreed. */
  agreed: {
    sheet: string;
    version: number;
    seq: number;
    platform: string;
    space: string;
    channel: string;
    thread?: string;
  };
  /** Say something to one person alone. */
  tell: {
    what: 'bystander' | 'closed' | 'why';
    sheet: string;
    version: number;
    platform: string;
    space: string;
    account: string;
  };
  /** Remind somebody who has not answered. */
  nudge: { sheet: string; version: number; person: string };
  /** Tell the proposer what happened at a version. */
  notify: {
    what: 'disputed' | 'question' | 'not-posted' | 'lapsed';
    sheet: string;
    version: number;
    seq: number | null;
  };
  /** End a version that was not agreed in time. */
  lapse: { sheet: string; version: number };
};

export type JobKind = keyof Jobs;

type Asking<K extends JobKind> = {
  readonly kind: K;
  readonly key: string;
  readonly payload: Jobs[K];
  /** Only where this platform is connected. */
  readonly platform?: string;
  readonly dueAt?: Date;
};

/** Ask for a job in the transaction that makes it necessary: once under its key. */
export async function once<K extends JobKind>(
  house: House,
  db: Db,
  team: string,
  asking: Asking<K>,
): Promise<void> {
  await askOnce(db, team, jobOf(house, asking), { now: house.now(), newId: house.newId });
}

/** The same for what may be needed again and again. */
export async function again<K extends JobKind>(
  house: House,
  db: Db,
  team: string,
  asking: Asking<K>,
): Promise<void> {
  await askAgain(db, team, jobOf(house, asking), { now: house.now(), newId: house.newId });
}

function jobOf<K extends JobKind>(house: House, { kind, key, payload, platform, dueAt }: Asking<K>): NewJob {
  return { kind, key, payload, platform: platform ?? null, dueAt: dueAt ?? house.now() };
}
