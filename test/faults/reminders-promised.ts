import type { TableRow } from './ledger.ts';

/**
 * What people were promised to hear of their releases, and when: from the entries of the ledger, after
 * docs/evidence-format.md, and from the calendar that comes with the machine. Nothing of the bot's.
 */

/** Something to be said once. `daysBefore` is null for what is said the day after. */
export type Promised = {
  readonly release: string;
  readonly title: string;
  readonly day: string;
  readonly zone: string;
  readonly daysBefore: number | null;
  readonly dueMs: number;
  /** From when to when the release had this day. */
  readonly fromMs: number;
  readonly untilMs: number;
};

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
export const DAY_MS = 24 * HOUR_MS;

type Json = Readonly<Record<string, unknown>>;
type Stand = Omit<Promised, 'daysBefore' | 'dueMs'> & { readonly reminders: readonly number[] };

/** Entries in the order of their numbers. What was due before somebody said a day was not asked for. */
export function promisedBy(rows: readonly TableRow[]): readonly Promised[] {
  return standsIn(rows).flatMap(({ reminders, ...stand }) =>
    [...reminders, null]
      .map((daysBefore) => ({ ...stand, daysBefore, dueMs: dueOf(stand.day, daysBefore, stand.zone) }))
      .filter(({ dueMs }) => dueMs > stand.fromMs),
  );
}

function standsIn(rows: readonly TableRow[]): readonly Stand[] {
  const all: Stand[] = [];
  for (const row of rows) {
    const { type, at, data } = JSON.parse(row.text) as { type: string; at: string; data: Json };
    if (!/^release\.(?:planned|moved|cancelled)$/.test(type)) continue;
    const atMs = Date.parse(at);
    const release = String(data.release);
    const before = all.findIndex(
      (one) => one.release === release && one.untilMs === Number.POSITIVE_INFINITY,
    );
    if (before >= 0) all.splice(before, 1, { ...all[before]!, untilMs: atMs });
    if (type === 'release.cancelled') continue;
    all.push({
      ...{ release, title: String((JSON.parse(row.sealed ?? '{}') as Json).title) },
      ...{ day: String(data.day), zone: String(data.time_zone) },
      ...{ reminders: data.reminder_days as readonly number[] },
      ...{ fromMs: atMs, untilMs: Number.POSITIVE_INFINITY },
    });
  }
  return all;
}

/** Ten in the morning by the clocks of a zone, so many days before a day, or the day after it. */
function dueOf(day: string, daysBefore: number | null, zone: string): number {
  const due = new Date(Date.parse(`${day}T00:00:00Z`) - (daysBefore ?? -1) * DAY_MS);
  return tenIn(due.toISOString().slice(0, 10), zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at a moment: `2026-10-25 10:00` */
function shownIn(zone: string, atMs: number): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock.format(atMs);
}

/** Found by going through the day in UTC, a quarter of an hour at a time, until the clocks there show ten. */
export function tenIn(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (let atMs = midnight - 15 * HOUR_MS; atMs <= midnight + 25 * HOUR_MS; atMs += QUARTER_MS)
    if (shownIn(zone, atMs) === `${day} 10:00`) return atMs;
  throw new Error(`Nobody in ${zone} saw ten in the morning on ${day}.`);
}

/** The days between on which the clocks of a zone change. */
export function changesOf(zone: string, from: string, to: string): readonly string[] {
  const days: string[] = [];
  const hourAt = (atMs: number) => shownIn(zone, atMs).slice(11);
  for (let atMs = Date.parse(from); atMs < Date.parse(to); atMs += DAY_MS)
    if (hourAt(atMs) !== hourAt(atMs + DAY_MS)) days.push(shownIn(zone, atMs + DAY_MS).slice(0, 10));
  return days;
}
