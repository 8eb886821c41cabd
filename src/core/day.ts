import { bad, good, type Parsed } from './problem.ts';

/** A calendar day, `2026-12-11`; days compare as text. */
export type Day = string;

const TODAY = /^(?:today|now|今天|今日)$/i;
/** Year first, since `3/4/2026` is another day in every second country. */
const SHAPES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/,
];
const IN_DAYS = [/^\+(\d{1,4})\s*d(?:ays?)?$/i, /^(\d{1,4})\s*天[後后]$/];
const EARLIEST_YEAR = 1900;

/** A day of the calendar, the year first: `2026-12-11`, `2026/12/11`, `2026年12月11日`; or today, or `+30d` from it. */
export function readDay(typed: string, today: Day): Parsed<Day, 'license.day'> {
  const text = typed.normalize('NFKC').trim();
  if (TODAY.test(text)) return good(today);
  const [, later] = IN_DAYS.map((shape) => shape.exec(text)).find((match) => match !== null) ?? [];
  if (later !== undefined) return good(addDays(today, Number(later)));
  const found = SHAPES.map((shape) => shape.exec(text)).find((match) => match !== null);
  const [, year = '', month = '', day = ''] = found ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) && Number(year) >= EARLIEST_YEAR ? good(iso) : bad('license.day', { typed });
}

/** Whether there is such a day: no 30 February. */
function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === iso;
}

/** The day so many days later; earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** How many days lie between: 0 for the same, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
