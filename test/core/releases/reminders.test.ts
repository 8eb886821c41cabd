import { describe, expect, it } from 'vitest';
import { daysLeft, digestAt, remindersOf } from '../../../src/core/releases/reminders.ts';

const release = (day: string, timeZone: string, reminderDays: readonly number[] | null = null) => ({
  day,
  timeZone,
  reminderDays,
});

/** What the clocks of a zone show. */
const shown = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('the reminders of a release', () => {
  // Each over a change of the clocks in 2026-27, where the zone has one: ten in the morning stays ten in the morning.
  it.each([
    ['Europe/Berlin', '2026-11-08', ['2026-10-11 10:00', '2026-10-25 10:00', '2026-11-08 10:00']],
    ['Europe/Berlin', '2027-04-11', ['2027-03-14 10:00', '2027-03-28 10:00', '2027-04-11 10:00']],
    ['America/Sao_Paulo', '2026-12-11', ['2026-11-13 10:00', '2026-11-27 10:00', '2026-12-11 10:00']],
    ['Asia/Taipei', '2026-12-11', ['2026-11-13 10:00', '2026-11-27 10:00', '2026-12-11 10:00']],
    ['Pacific/Chatham', '2026-10-10', ['2026-09-12 10:00', '2026-09-26 10:00', '2026-10-10 10:00']],
    ['Pacific/Chatham', '2027-04-18', ['2027-03-21 10:00', '2027-04-04 10:00', '2027-04-18 10:00']],
    ['Africa/Casablanca', '2027-03-20', ['2027-02-20 10:00', '2027-03-06 10:00', '2027-03-20 10:00']],
  ])('come at ten by the clocks of %s before %s', (zone, day, expected) => {
    const all = remindersOf(release(day, zone, [28, 14, 0]));
    expect(all.map(({ due }) => shown(due, zone))).toEqual(expected);
  });

  it('are the usual ones, or those of the release, the first first, each once', () => {
    const days = (own: readonly number[] | null, usual?: readonly number[]) =>
      remindersOf(release('2026-12-11', 'UTC', own), usual).map(({ daysBefore }) => daysBefore);
    expect(days(null)).toEqual([28, 14, 7, 3, 1, 0]);
    expect(days(null, [2, 5])).toEqual([5, 2]);
    expect(days([1, 10, 1])).toEqual([10, 1]);
    expect(days([])).toEqual([]);
  });

  it('count the days by the calendar of the zone', () => {
    const taipei = release('2026-12-11', 'Asia/Taipei');
    expect(daysLeft(taipei, new Date('2026-12-10T15:59:00Z'))).toBe(1);
    expect(daysLeft(taipei, new Date('2026-12-10T16:00:00Z'))).toBe(0);
    expect(daysLeft(taipei, new Date('2026-12-11T16:00:00Z'))).toBe(-1);
  });
});

describe('what is said now', () => {
  const taipei = release('2026-12-11', 'Asia/Taipei');
  const at = (time: string, said: readonly number[] = []) => {
    const digest = digestAt(taipei, new Set(said), new Date(time));
    return digest && [digest.current?.daysBefore, digest.isLate, digest.missed.map((one) => one.daysBefore)];
  };

  it.each([
    ['nothing before its time', '2026-11-13T01:59:59Z', [], null],
    ['the first at its time', '2026-11-13T02:00:00Z', [], [28, false, []]],
    ['it still, a little later', '2026-11-13T02:10:00Z', [], [28, false, []]],
    ['late, later than that', '2026-11-13T02:10:01Z', [], [28, true, []]],
    ['nothing twice', '2026-11-13T02:00:00Z', [28], null],
    ['one post for several, the newest with its lateness', '2026-12-05T09:00:00Z', [28], [7, true, [14]]],
    ['on the day itself', '2026-12-11T02:00:00Z', [28, 14, 7, 3, 1], [0, false, []]],
    [
      'once it is out, only what was missed',
      '2026-12-11T16:00:00Z',
      [28, 14],
      [undefined, true, [7, 3, 1, 0]],
    ],
  ])('%s', (_what, time, said, expected) => {
    expect(at(time, said)).toEqual(expected);
  });
});
