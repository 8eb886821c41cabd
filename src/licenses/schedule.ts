import type { House } from '../bot/command.ts';
import { addDays, type Day } from '../core/day.ts';
import { type CapLevel, capLevel } from '../core/licenses/caps.ts';
import { draftOf, type LicenseContent, lastDayOf } from '../core/licenses/content.ts';
import { type Cap, type CapUnit, missing } from '../core/licenses/license.ts';
import { atHour } from '../core/time-zones.ts';
import { askAgain, askOnce, dropJobs, type NewJob } from '../store/jobs.ts';
import type { Db } from '../store/tables.ts';

/** The kind of all jobs of licenses. */
export const REMIND = 'license-remind';

/** What a reminder is about. */
export type Remind = { readonly license: string } & (
  | { readonly what: 'end' | 'renewal'; readonly day: Day; readonly daysBefore: number }
  | { readonly what: 'cap'; readonly of: CapUnit; readonly most: number; readonly level: CapLevel }
);

/** How many days before an end or a renewal people are told; 0 is the last day itself. */
export const DAYS_BEFORE = [30, 7, 0] as const;

/** When they are told, by the clocks of the team. */
const HOUR = 10;

/** When a reminder of that day is due. */
export function dueAt(day: Day, daysBefore: number, timeZone: string): Date {
  return atHour(addDays(day, -daysBefore), HOUR, timeZone);
}

/**
 * Ask for the reminders of a license as it is now, and drop those of how it was. What is due already is not asked for:
 * whoever types a date that has passed knows.
 */
export async function schedule(
  house: House,
  db: Db,
  team: string,
  id: string,
  before: LicenseContent | null,
  after: LicenseContent,
): Promise<void> {
  const clock = { now: house.now(), newId: house.newId };
  const wanted = remindersOf(id, after);
  const keys = new Set(wanted.map(({ key }) => key));
  const old = before === null ? [] : remindersOf(id, before).map(({ key }) => key);
  await dropJobs(
    db,
    team,
    REMIND,
    old.filter((key) => !keys.has(key)),
  );
  for (const job of wanted) if (job.dueAt > clock.now) await askAgain(db, team, job, clock);
  await scheduleCaps(house, db, team, id, after);
}

/** Tell, once for each, when a limit is nearly used up, and when it is. */
async function scheduleCaps(
  house: House,
  db: Db,
  team: string,
  id: string,
  content: LicenseContent,
): Promise<void> {
  if (content.ended !== null) return;
  const now = house.now();
  for (const cap of content.caps ?? []) {
    const level = levelOf(cap, content);
    if (level === null) continue;
    const { of, most } = cap;
    const payload: Remind = { license: id, what: 'cap', of, most, level };
    const job = { key: `${id}:cap:${of}:${most}:${level}`, payload, dueAt: now };
    await askOnce(db, team, jobOf(content, job), { now, newId: house.newId });
  }
}

export function levelOf({ of, most }: Cap, { counts }: LicenseContent): CapLevel | null {
  const count = counts[of];
  return count === undefined ? null : capLevel(count, most);
}

function remindersOf(id: string, content: LicenseContent): readonly NewJob[] {
  if (!isReminded(id, content)) return [];
  const { home } = content;
  const { end, renewal } = daysOf(content);
  const days = [
    ...(end === null ? [] : [['end', end] as const]),
    ...(renewal === null ? [] : [['renewal', renewal] as const]),
  ];
  return days.flatMap(([what, day]) =>
    DAYS_BEFORE.map((daysBefore) => {
      const payload: Remind = { license: id, what, day, daysBefore };
      const key = `${id}:${what}:${day}:${daysBefore}`;
      return jobOf(content, { key, payload, dueAt: dueAt(day, daysBefore, home.timeZone) });
    }),
  );
}

/** What is told of: the last day, the one that it was ended with too; what has an end is not renewed. */
export function daysOf(content: LicenseContent): { readonly end: Day | null; readonly renewal: Day | null } {
  return { end: lastDayOf(content), renewal: content.ended === null ? content.renewal : null };
}

/** A draft is no license yet. */
export function isReminded(id: string, content: LicenseContent): boolean {
  return missing(draftOf(id, content)).length === 0;
}

function jobOf(
  { home }: LicenseContent,
  { key, payload, dueAt: due }: { readonly key: string; readonly payload: Remind; readonly dueAt: Date },
): NewJob {
  return { kind: REMIND, key, platform: home.platform, payload, dueAt: due };
}
