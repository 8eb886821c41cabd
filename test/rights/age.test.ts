import { expect, it } from 'vitest';
import { routingMap } from '../../src/core/data/routing.ts';
import { ageLines, latestOf } from '../../src/rights/age.ts';
import { plain } from '../../src/text/spans.ts';
import { contextIn } from '../commands/rights-context.ts';

const aged = (dates: readonly string[], now: string) =>
  ageLines(dates, contextIn('en', new Date(now))).map(plain);

it.each([
  [['2025-11-04'], '2026-11-04T12:00:00Z', null],
  [['2025-11-04'], '2026-11-05T12:00:00Z', '4 Nov 2025, over a year'],
  // Already the next day in Taipei, where it is asked.
  [['2025-11-04'], '2026-11-04T17:00:00Z', '4 Nov 2025, over a year'],
  // A month and a year reach to their last day.
  [['2025-11'], '2026-11-30T12:00:00Z', null],
  [['2025-11'], '2026-12-01T12:00:00Z', 'Nov 2025, over a year'],
  [['2025'], '2026-12-31T12:00:00Z', null],
  [['2025'], '2027-01-01T12:00:00Z', '2025, over a year'],
  // The oldest counts, whatever it is written as.
  [['2026-07-06', '2016-10', '2020'], '2026-11-26T12:00:00Z', 'Oct 2016, over 10 years'],
  [['2020', '2020-12-30'], '2026-11-26T12:00:00Z', '30 Dec 2020, over 5 years'],
  [[], '2026-11-26T12:00:00Z', null],
] as const)('what is from %j is, on %s, %j', (dates, now, expected) => {
  expect(aged(dates, now)).toEqual(
    expected === null
      ? []
      : [`The oldest entry here is from ${expected} ago: check it before you rely on it.`],
  );
});

it('takes what is undated to be from the latest year that is known, or leaves it out', () => {
  expect(latestOf({ date: '2014', undated: true })).toEqual(['2014']);
  expect(latestOf({ undated: true, until: '2025' })).toEqual(['2025']);
  expect(latestOf({ undated: true, from: '2022' })).toEqual([]);
  expect(latestOf({ undated: true })).toEqual([]);
});

it('reads every date of the routing map', () => {
  const context = contextIn('en', new Date('2060-01-01T00:00:00Z'));
  for (const { isrc, authors, mechanical, neighboring } of routingMap().values())
    for (const { asOf } of [...isrc, ...authors, ...mechanical, ...neighboring])
      expect(ageLines(latestOf(asOf), context)).toHaveLength(latestOf(asOf).length);
});
