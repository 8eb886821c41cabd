import { describe, expect, it } from 'vitest';
import {
  completeTimeZone,
  endOfDay,
  isTimeZone,
  nearTimeZones,
  readTimeZone,
} from '../../src/core/time-zones.ts';

describe('a time zone', () => {
  it.each(['UTC', 'Asia/Taipei', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8', 'Asia/Calcutta'])(
    'can be %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each(['', '+08:00', '8', 'Mars/Olympus', 'Asia/Taipei\0', 'x'.repeat(10_000)])(
    'cannot be %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
      expect(readTimeZone(name)).toBe(null);
    },
  );
});

it.each([
  ['Asia/Taipei', 'Asia/Taipei'],
  [' asia/taipei ', 'Asia/Taipei'],
  ['taipei', 'Asia/Taipei'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Port-au-Prince', 'America/Port-au-Prince'],
  ['new york', 'America/New_York'],
  ['kolkata', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['asia/kathmandu', 'Asia/Kathmandu'],
  ['ASIA/YANGON', 'Asia/Yangon'],
  ['ho chi minh', 'Asia/Ho_Chi_Minh'],
  ['saigon', 'Asia/Ho_Chi_Minh'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
  ['utc', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['us/pacific', 'America/Los_Angeles'],
  ['PRC', 'Asia/Shanghai'],
  ['us/east-indiana', 'America/Indiana/Indianapolis'],
  ['etc/gmt+8', 'Etc/GMT+8'],
  ['Atlantis', null],
])('reads "%s" as %s', (text, name) => {
  expect(readTimeZone(text)).toBe(name);
});

it('reads every name that it offers as itself, and offers no name twice', () => {
  const all = completeTimeZone('', 1000);
  expect(all.length).toBeGreaterThan(400);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((name) => readTimeZone(name) !== name)).toEqual([]);
  expect(all).toEqual(expect.arrayContaining(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh']));
  expect(all).not.toContain('Asia/Calcutta');
});

it('completes a city before names that only contain what was typed', () => {
  expect(completeTimeZone('ber', 3)).toEqual(['Atlantic/Bermuda', 'Europe/Berlin']);
  expect(completeTimeZone('tai', 1)).toEqual(['Asia/Taipei']);
  expect(completeTimeZone('kiev', 5)).toEqual(['Europe/Kyiv']);
  expect(completeTimeZone('america/argentina', 2)).toEqual([
    'America/Argentina/Buenos_Aires',
    'America/Argentina/Catamarca',
  ]);
});

it.each([
  ['tapei', 'Asia/Taipei'],
  ['Asia/Tapei', 'Asia/Taipei'],
  ['kolkatta', 'Asia/Kolkata'],
  ['berln', 'Europe/Berlin'],
])('finds for "%s" that %s may have been meant', (text, name) => {
  expect(nearTimeZones(text, 3)[0]).toBe(name);
});

it('finds nothing near what is far from every name', () => {
  expect(nearTimeZones('qqqqqqqqqqqq', 3)).toEqual([]);
  expect(nearTimeZones('', 3)).toEqual([]);
});

describe('the end of a day', () => {
  it.each([
    ['2026-12-31', 'UTC', '2026-12-31T23:59:59.999Z'],
    ['2026-12-31', 'Asia/Taipei', '2026-12-31T15:59:59.999Z'],
    ['2026-12-31', 'America/New_York', '2027-01-01T04:59:59.999Z'],
    // The clocks change in the night from Saturday to Sunday: before, and after.
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
    ['2026-11-26', 'Pacific/Chatham', '2026-11-26T10:14:59.999Z'],
  ])('%s in %s is %s', (day, zone, instant) => {
    expect(endOfDay(day, zone).toISOString()).toBe(instant);
  });
});
