import type { Context } from '../bot/command.ts';
import type { Line } from '../bot/reply.ts';
import type { AsOf } from '../core/data/routing.ts';
import { daysBetween } from '../core/day.ts';
import { dayIn } from '../core/time-zones.ts';
import type { Text } from '../text/spans.ts';
import { dateWords } from './dates.ts';
import { say } from './say.ts';

const YEAR_DAYS = 365;

/**
 * One sentence where the oldest of these dates is more than a year ago by the clock of whoever asks, else nothing.
 *
 * @param dates days, months or years, as `2025-11-04`, `2016-10` or `2022`
 */
export function ageLines(dates: readonly string[], { t, now, timeZone }: Context): readonly Text[] {
  const today = dayIn(now, timeZone);
  const [oldest] = dates
    .map((date) => ({ date, days: daysBetween(lastDayOf(date), today) }))
    .sort((a, b) => b.days - a.days);
  if (!oldest || oldest.days <= YEAR_DAYS) return [];
  return [t(say.old, { date: dateWords(oldest.date, t), years: Math.floor(oldest.days / YEAR_DAYS) })];
}

/** The same as a line among what has to be looked at. */
export function ageRemarks(dates: readonly string[], context: Context): readonly Line[] {
  return ageLines(dates, context).map((text) => ({ tone: 'caution', text }));
}

/** The latest that a source can be from; nothing where nobody knows. */
export function latestOf({ date, until }: AsOf): readonly string[] {
  const latest = date ?? until;
  return latest === undefined ? [] : [latest];
}

/** Of a month or a year its last day, so that nothing is called older than it is sure to be. */
function lastDayOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return date;
  return new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0))
    .toISOString()
    .slice(0, 10);
}
