import type { House } from '../bot/command.ts';
import { addDays, type Day } from '../core/day.ts';
import { REMINDER_HOUR, USUAL_REMINDER_DAYS } from '../core/releases/release.ts';
import { remindersOf } from '../core/releases/reminders.ts';
import { atHour } from '../core/time-zones.ts';
import { askAgain, askOnce, dropJobs, type NewJob } from '../store/jobs.ts';
import type { KeptRelease, StoredRelease } from '../store/releases.ts';
import { openSettings } from '../store/settings.ts';
import type { Db } from '../store/tables.ts';
import { locales } from '../text/locale.ts';

/** A reminder before a release, the same once more, what is to be done after it, and a word that something changed. */
export const REMIND = 'release-remind';
export const AGAIN = 'release-again';
export const AFTER = 'release-after';

/** Which reminder: of which day in which zone, so that one of a day that was moved is known for what it is. */
export type Remind = {
  readonly release: string;
  readonly day: Day;
  readonly timeZone: string;
  readonly daysBefore: number;
  /** Which missed ones it names: written down before it is said, and until its job is done nobody knows whether it was. */
  readonly tells?: readonly number[];
};

export type After = Omit<Remind, 'daysBefore' | 'tells'>;

type Planned = Pick<StoredRelease, 'id' | 'content' | 'state'>;

/** The days before a release on which people of a team hear of it, where it has none of its own. */
export async function usualDays(
  { settings }: Pick<House, 'settings'>,
  team: string,
): Promise<readonly number[]> {
  const { reminders } = await settings.ofTeam(team);
  if (reminders === undefined) return USUAL_REMINDER_DAYS;
  return reminders === '' ? [] : reminders.split(',').map(Number);
}

/** The same as the database has it now: what a process remembers may be seconds old. */
export async function usualDaysNow(
  { now }: Pick<House, 'now'>,
  db: Db,
  team: string,
): Promise<readonly number[]> {
  return usualDays({ settings: openSettings(db, { languages: locales, now }) }, team);
}

/**
 * Ask for the reminders of a release as it is now, and drop those of how it was, in the transaction that changes it. What
 * is due already is not asked for: whoever types a day that is near knows.
 *
 * @param usual what `usualDays` says
 * @param usualBefore what it said before
 */
export async function schedule(
  house: Pick<House, 'now' | 'newId'>,
  db: Db,
  team: string,
  before: Planned | null,
  after: Planned,
  usual: readonly number[],
  usualBefore = usual,
): Promise<void> {
  const clock = { now: house.now(), newId: house.newId };
  const wanted = jobsOf(after, usual);
  const keys = new Set(wanted.map(({ key }) => key));
  const old = before === null ? [] : jobsOf(before, usualBefore);
  for (const kind of [REMIND, AFTER]) {
    const gone = old.filter((job) => job.kind === kind && !keys.has(job.key)).map(({ key }) => key);
    await dropJobs(db, team, kind, gone);
  }
  for (const job of wanted) if (job.dueAt > clock.now) await askAgain(db, team, job, clock);
}

function jobsOf({ id, content, state }: Planned, usual: readonly number[]): readonly NewJob[] {
  if (state === 'cancelled') return [];
  const { day, timeZone, home } = content;
  const of = { release: id, day, timeZone };
  return [
    ...remindersOf(content, usual).map(({ daysBefore, due }): NewJob => {
      const payload: Remind = { ...of, daysBefore };
      return { kind: REMIND, key: keyOf(payload), platform: home.platform, payload, dueAt: due };
    }),
    {
      ...{ kind: AFTER, key: `${id}:${day}:${timeZone}`, platform: home.platform },
      payload: of satisfies After,
      dueAt: atHour(addDays(day, 1), REMINDER_HOUR, timeZone),
    },
  ];
}

export function keyOf({ release, day, timeZone, daysBefore }: Remind): string {
  return `${release}:${day}:${timeZone}:${daysBefore}`;
}

/** Say a reminder once more, at the hour of reminders on that day. @returns when that is */
export async function askForAgain(
  house: Pick<House, 'now' | 'newId'>,
  db: Db,
  team: string,
  remind: Remind,
  on: { readonly day: Day; readonly home: KeptRelease['home'] },
): Promise<Date> {
  const dueAt = atHour(on.day, REMINDER_HOUR, remind.timeZone);
  const key = `${keyOf(remind)}:${on.day}`;
  const job = { kind: AGAIN, key, platform: on.home.platform, payload: remind, dueAt };
  await askOnce(db, team, job, { now: house.now(), newId: house.newId });
  return dueAt;
}
