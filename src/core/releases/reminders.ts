import { addDays, daysBetween } from '../day.ts';
import { atHour, dayIn } from '../time-zones.ts';
import { REMINDER_HOUR, type ReleaseContent, USUAL_REMINDER_DAYS } from './release.ts';

/** One of the times at which people hear of a release before it is out. */
export type Reminder = { readonly daysBefore: number; readonly due: Date };

/** What is to be said now. */
export type Digest = {
  /** The one whose time has come; null where the release is out and nothing can be done before it any more. */
  readonly current: Reminder | null;
  /** It should have been said a while ago. */
  readonly isLate: boolean;
  /** Those that came and went unsaid; a later one says all that they would have. */
  readonly missed: readonly Reminder[];
};

/** Whoever asks a little after the hour is not late. */
const PUNCTUAL_MS = 10 * 60_000;

type Dated = Pick<ReleaseContent, 'day' | 'timeZone' | 'reminderDays'>;

/**
 * When people hear of a release, the first first: at ten in the morning by the clocks of its zone, whatever those
 * clocks do in between.
 *
 * @param usual how many days before, where the release has no days of its own
 */
export function remindersOf(
  { day, timeZone, reminderDays }: Dated,
  usual: readonly number[] = USUAL_REMINDER_DAYS,
): readonly Reminder[] {
  return [...new Set(reminderDays ?? usual)]
    .sort((a, b) => b - a)
    .map((daysBefore) => ({ daysBefore, due: atHour(addDays(day, -daysBefore), REMINDER_HOUR, timeZone) }));
}

/**
 * What is to be said at this moment, of those that are due and were not said: one post, whatever came together.
 *
 * @param said how many days before people have heard already
 * @returns null where nothing is due
 */
export function digestAt(
  release: Dated,
  said: ReadonlySet<number>,
  now: Date,
  usual?: readonly number[],
): Digest | null {
  const due = remindersOf(release, usual).filter((one) => one.due <= now && !said.has(one.daysBefore));
  const last = due.at(-1);
  if (last === undefined) return null;
  const isOut = daysLeft(release, now) < 0;
  return {
    current: isOut ? null : last,
    isLate: now.getTime() - last.due.getTime() > PUNCTUAL_MS,
    missed: isOut ? due : due.slice(0, -1),
  };
}

/** How many days are left until the release by the calendar of its zone; negative once its day is over. */
export function daysLeft({ day, timeZone }: Dated, now: Date): number {
  return daysBetween(dayIn(now, timeZone), day);
}
