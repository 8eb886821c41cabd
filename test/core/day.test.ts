import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, readDay } from '../../src/core/day.ts';

const TODAY = '2026-11-26';

function read(typed: string): string {
  const day = readDay(typed, TODAY);
  return day.ok ? day.value : day.problem.code;
}

describe('a day as it is typed', () => {
  it.each([
    ['2026-12-11', '2026-12-11'],
    [' 2026/1/2 ', '2026-01-02'],
    ['2026.01.02', '2026-01-02'],
    ['2026年12月1日', '2026-12-01'],
    ['２０２６－１２－１１', '2026-12-11'],
    ['today', TODAY],
    ['今天', TODAY],
    ['2028-02-29', '2028-02-29'],
    ['+5d', '2026-12-01'],
    ['+30 days', '2026-12-26'],
    ['30 天後', '2026-12-26'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    '',
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '3/4/2026',
    '11 Dec 2026',
    '1066-10-14',
    '2026-12',
    'soon',
    '+d',
    '-5d',
  ])('%j is none', (typed) => {
    expect(read(typed)).toBe('license.day');
  });

  it('is read back as every day that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 100_000 }), (count) => {
        const day = addDays('1990-01-01', count);
        fc.pre(day >= '1900-01-01');
        expect(read(day)).toBe(day);
        expect(daysBetween('1990-01-01', day)).toBe(count);
      }),
    );
  });
});
