import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../../src/core/assignment.ts';
import {
  asRanges,
  type CodeSeries,
  codeAt,
  countLeft,
  isFurther,
  nextCode,
  numbersBetween,
  parseRanges,
  type Reached,
  upcoming,
  wholeRange,
} from '../../src/core/series.ts';
import { rules } from './identifiers/rules.ts';

const at = '2026-11-26T12:00:00.000Z';
const moment = { at, year: 2026 };
const none: ReadonlySet<number> = new Set();
const isrc: CodeSeries = {
  scheme: 'isrc',
  name: 'QZABC',
  length: null,
  ranges: [
    [50, 52],
    [10, 12],
  ],
  closed: false,
};
const upc: CodeSeries = { scheme: 'gtin', name: '88644', length: 12, ranges: [[0, 9]], closed: false };
const ean: CodeSeries = { scheme: 'gtin', name: '4006381', length: 13, ranges: [[0, 9]], closed: false };
const bus: CodeSeries = {
  scheme: 'catalog-number',
  name: 'BUS-###',
  length: null,
  ranges: [[1, 9]],
  closed: false,
};

const come = (last: number | null, year: number | null = 2026): Reached => ({ last, year, at: null });

describe('the next code of any series', () => {
  it.each([
    [isrc, come(null), 'QZABC2600050'],
    [isrc, come(52), 'QZABC2600010'],
    [isrc, come(52, 2025), 'QZABC2600050'],
    [upc, come(null, null), '00886440000004'],
    [upc, come(0, null), '00886440000011'],
    [ean, come(null, null), '04006381000000'],
    [bus, come(8, null), 'BUS-009'],
  ])('of %o after %o is %s, and the one that its number stands for', (series, reached, code) => {
    const next = nextCode(series, reached, moment, none, rules);
    expect(next.ok ? next.value.code : next.problem.code).toBe(code);
    if (next.ok) expect(codeAt(series, 2026, next.value.counter.last ?? -1)).toBe(code);
  });

  it('has no year where codes do not begin anew with it', () => {
    expect(nextCode(bus, come(null, null), moment, none, rules)).toMatchObject({
      value: { counter: { year: null, last: 1, at } },
    });
    expect(nextCode(isrc, come(null, null), moment, none, rules)).toMatchObject({
      value: { counter: { year: 2026, last: 50, at } },
    });
  });

  it.each([
    ['assign.prefix', { ...isrc, name: 'QZ' }],
    ['assign.pool-prefix', { ...ean, name: '978' }],
    ['assign.pattern', { ...bus, name: 'BUS' }],
    ['assign.closed', { ...bus, closed: true }],
  ] as const)('is refused with %s', (code, series) => {
    expect(nextCode(series, come(null, null), moment, none, rules)).toMatchObject({ problem: { code } });
  });
});

describe('what is left', () => {
  it('comes in the order of the ranges', () => {
    expect(upcoming(isrc, come(null), 2026, 10)).toEqual([50, 51, 52, 10, 11, 12]);
    expect(upcoming(isrc, come(51), 2026, 2)).toEqual([52, 10]);
    expect(upcoming(isrc, come(12), 2026, 10)).toEqual([]);
    expect(upcoming(isrc, come(12, 2025), 2026, 1)).toEqual([50]);
    expect(upcoming(isrc, come(13), 2026, 10)).toEqual([]);
    expect(countLeft(isrc, come(51), 2026)).toBe(4);
    expect(countLeft(isrc, come(51, 2025), 2026)).toBe(6);
    expect(countLeft(bus, come(8, null), 2026)).toBe(1);
  });

  it('is what the next codes are, one by one', () => {
    const series: CodeSeries = {
      ...isrc,
      ranges: [
        [7, 9],
        [1, 3],
      ],
    };
    const given: number[] = [];
    for (let reached = come(null); ; ) {
      const next = nextCode(series, reached, moment, none, rules);
      if (!next.ok) break;
      given.push(next.value.counter.last ?? 0);
      expect(upcoming(series, next.value.counter, 2026, 9)).toHaveLength(
        countLeft(series, next.value.counter, 2026),
      );
      reached = next.value.counter;
    }
    expect(given).toEqual(upcoming(series, come(null), 2026, 9));
  });

  it.each([
    [isrc, [1, 99_999]],
    [upc, [0, 999_999]],
    [ean, [0, 99_999]],
    [bus, [1, 999]],
  ] as const)('of %o is all of it where nobody says more', (series, range) => {
    expect(wholeRange(series)).toEqual(range);
  });
});

describe('how far a series has come', () => {
  it.each<[boolean, Reached, Reached]>([
    [true, come(51), come(50)],
    [false, come(50), come(51)],
    [false, come(50), come(50)],
    // The second range holds smaller numbers and comes later.
    [true, come(10), come(52)],
    [false, come(52), come(10)],
    [true, come(50, 2027), come(12, 2026)],
    [false, come(12, 2026), come(50, 2027)],
    [true, come(50), come(null, null)],
    [false, come(null, null), come(50)],
    [false, come(null, null), come(null, null)],
  ])('says %s that %o is further than %o', (further, a, b) => {
    expect(isFurther(isrc, a, b)).toBe(further);
  });

  it.each<[Reached, Reached, readonly Range[]]>([
    [come(50), come(52), [[51, 52]]],
    [
      come(51),
      come(11),
      [
        [52, 52],
        [10, 11],
      ],
    ],
    [come(52), come(10), [[10, 10]]],
    [come(null, null), come(51), [[50, 51]]],
    // A new year begins with the first range.
    [come(11, 2025), come(50, 2026), [[50, 50]]],
    [
      come(11, 2025),
      come(10, 2026),
      [
        [50, 52],
        [10, 10],
      ],
    ],
    [come(50), come(null, null), []],
  ])('from %o to %o lie %o', (from, to, ranges) => {
    expect(numbersBetween(isrc, from, to)).toEqual(ranges);
  });
});

describe('ranges', () => {
  it.each<[string, readonly Range[]]>([
    ['00001-00500', [[1, 500]]],
    [
      '1 – 500; 10000—19999',
      [
        [1, 500],
        [10_000, 19_999],
      ],
    ],
    [
      '１－５００；７',
      [
        [1, 500],
        [7, 7],
      ],
    ],
    [
      '1 至 5、7~9',
      [
        [1, 5],
        [7, 9],
      ],
    ],
    ['\n1-2\n', [[1, 2]]],
    // Which way round is the business of whoever uses them.
    ['9-1', [[9, 1]]],
  ])('are read from %j', (typed, ranges) => {
    expect(parseRanges(typed)).toEqual({ ok: true, value: ranges });
  });

  it.each([
    ['1-x', '1-x'],
    ['1-5, six', 'six'],
    ['-5', '-5'],
    ['1-2-3', '1-2-3'],
    ['', ''],
    [' ; ', ' ; '],
    ['1234567890123', '1234567890123'],
    ['٣-٥', '٣-٥'],
    [Array.from({ length: 51 }, (_, index) => index).join(';'), undefined],
  ])('are none in %j', (typed, said) => {
    expect(parseRanges(typed)).toMatchObject({
      problem: { code: 'assign.range-text', details: { typed: said ?? typed } },
    });
  });

  it('hold each number once, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (numbers) => {
        const ranges = asRanges(numbers.sort((a, b) => a - b));
        const all = ranges.flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(all).toEqual(numbers);
        expect(ranges.every(([from], index) => index === 0 || from > (ranges[index - 1]?.[1] ?? 0) + 1)).toBe(
          true,
        );
      }),
    );
  });
});
