import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CatalogPool,
  type Counter,
  type Given,
  type GtinPool,
  type IsrcCounter,
  type IsrcSeries,
  nextCatalogNumber,
  nextGtin,
  nextIsrc,
  type Range,
} from '../../src/core/assignment.ts';
import { checkIdentifier } from '../../src/core/identifiers/recognize.ts';
import type { Parsed } from '../../src/core/problem.ts';
import { rules } from './identifiers/rules.ts';

const series: IsrcSeries = { prefix: 'QZABC', ranges: [[1, 99_999]], closed: false };
const upc: GtinPool = { prefix: '88644', length: 12, ranges: [[0, 999_999]], closed: false };
const catalog: CatalogPool = { pattern: 'BUS-###', ranges: [[1, 999]], closed: false };
const none: ReadonlySet<number> = new Set();
const unused: IsrcCounter = { year: null, last: null, at: null };
const at = '2026-11-28T04:00:00.000Z';
const now = { year: 2026, at };

function isrcAfter(last: number, changes: Partial<IsrcSeries> = {}, taken = none): string {
  return said(nextIsrc({ ...series, ...changes }, { year: 2026, last, at }, now, taken, rules));
}

/** The code that was given, or the code of the refusal. */
function said(given: Parsed<Given<string>>): string {
  return given.ok ? given.value.code : given.problem.code;
}

/** Give codes until there are no more, or so many. */
function run<C extends Counter>(
  next: (counter: C) => Parsed<Given<string, C>>,
  counter: C,
  most = Number.POSITIVE_INFINITY,
): { readonly given: readonly Given<string, C>[]; readonly ended: string | null } {
  const given: Given<string, C>[] = [];
  for (let current = counter; given.length < most; ) {
    const one = next(current);
    if (!one.ok) return { given, ended: one.problem.code };
    given.push(one.value);
    current = one.value.counter;
  }
  return { given, ended: null };
}

describe('an ISRC', () => {
  it('is the first of its prefix and year, then the next', () => {
    const first = nextIsrc(series, unused, now, none, rules);
    expect(first).toEqual({
      ok: true,
      value: { code: 'QZABC2600001', counter: { year: 2026, last: 1, at }, passedOver: [] },
    });
    expect(isrcAfter(1)).toBe('QZABC2600002');
    expect(isrcAfter(99_998)).toBe('QZABC2699999');
  });

  it('begins anew with the year, however far the last one came', () => {
    const newYear = { year: 2027, at: '2026-12-31T16:00:00.000Z' };
    const full: IsrcCounter = { year: 2026, last: 99_999, at };
    expect(said(nextIsrc(series, full, newYear, none, rules))).toBe('QZABC2700001');
  });

  it('leaves out what is in use already, and says so', () => {
    const taken = new Set([2, 3, 5]);
    expect(isrcAfter(1, {}, taken)).toBe('QZABC2600004');
    expect(nextIsrc(series, { year: 2026, last: 1, at }, now, taken, rules)).toMatchObject({
      value: { passedOver: [2, 3] },
    });
  });

  it('goes on in the range that was added last, even one of smaller numbers', () => {
    const ranges: readonly Range[] = [
      [50_000, 50_001],
      [10_000, 19_999],
    ];
    expect(said(nextIsrc({ ...series, ranges }, unused, now, none, rules))).toBe('QZABC2650000');
    expect(isrcAfter(50_001, { ranges })).toBe('QZABC2610000');
    expect(isrcAfter(10_000, { ranges })).toBe('QZABC2610001');
  });

  it.each<[string, number, Partial<IsrcSeries>, ReadonlySet<number>?]>([
    ['assign.year-full', 99_999, {}],
    ['assign.year-full', 99_998, {}, new Set([99_999])],
    ['assign.range-exhausted', 500, { ranges: [[1, 500]] }],
    ['assign.range-exhausted', 1, { ranges: [[1, 3]] }, new Set([2, 3])],
    ['assign.closed', 1, { closed: true }],
    // A counter that no range holds: a range was taken away, or the counter is not of this prefix.
    ['assign.counter', 501, { ranges: [[1, 500]] }],
    ['assign.counter', 0, {}],
    ['assign.counter', 1, { ranges: [] }],
    ['assign.range', 1, { ranges: [[0, 99_999]] }],
    ['assign.range', 1, { ranges: [[1, 100_000]] }],
    ['assign.range', 1, { ranges: [[9, 8]] }],
    ['assign.range', 1, { ranges: [[1, 8.5]] }],
    ['assign.range', 1, { ranges: [[Number.NaN, 8]] }],
    [
      'assign.range-overlap',
      1,
      {
        ranges: [
          [1, 500],
          [500, 600],
        ],
      },
    ],
    ['assign.prefix', 1, { prefix: 'QZAB' }],
    ['assign.prefix', 1, { prefix: 'qzabc' }],
    ['assign.prefix', 1, { prefix: 'Q1ABC' }],
    ['assign.prefix', 1, { prefix: 'QZABC26' }],
    ['assign.prefix-example', 1, { prefix: 'USS1Z' }],
    ['assign.prefix-retired', 1, { prefix: 'YUA12' }],
    // Not on the list: new ones are issued all the time.
    ['RDRAY2600002', 1, { prefix: 'RDRAY' }],
    // A prefix that reads like the label.
    ['ISRC12600002', 1, { prefix: 'ISRC1' }],
  ])('%s after %i of %j', (expected, last, changes, taken) => {
    expect(isrcAfter(last, changes, taken)).toBe(expected);
  });

  it('tells a full year from a range that was too small, with prefix and year', () => {
    const refused = nextIsrc(series, { year: 2026, last: 99_999, at }, now, none, rules);
    expect(refused).toMatchObject({ problem: { details: { series: 'QZ-ABC', year: 2026 } } });
  });

  it.each([
    ['assign.clock', { year: 2026, at: '2026-11-28T03:59:59.999Z' }],
    ['assign.clock', { year: 2025, at: '2025-12-31T23:00:00.000Z' }],
    // The year went back in another time zone, the clock did not.
    ['assign.clock', { year: 2025, at: '2026-11-28T05:00:00.000Z' }],
    // The year went on, and the clock went back.
    ['assign.clock', { year: 2027, at: '2026-11-28T03:00:00.000Z' }],
    ['QZABC2600002', { year: 2026, at }],
  ])('%s at %j, after one at four', (expected, moment) => {
    expect(said(nextIsrc(series, { year: 2026, last: 1, at }, moment, none, rules))).toBe(expected);
  });
});

/** Some ranges that share nothing, in any order, near either end of what there is. */
function disjoint(lowest: number, highest: number): fc.Arbitrary<readonly Range[]> {
  const offsets = fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 2, maxLength: 8 });
  return fc.tuple(offsets, fc.boolean()).chain(([some, atEnd]) => {
    const sorted = some.sort((a, b) => a - b).map((one) => (atEnd ? highest - 60 + one : lowest + one));
    const ranges: Range[] = [];
    for (let index = 0; index + 1 < sorted.length; index += 2) {
      ranges.push([sorted[index] ?? 0, sorted[index + 1] ?? 0]);
    }
    return fc.shuffledSubarray(ranges, { minLength: 1 });
  });
}

function numbersIn(ranges: readonly Range[]): readonly number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** In use already: any of the numbers, and some that are in no range. */
function takenOf(ranges: readonly Range[]): fc.Arbitrary<ReadonlySet<number>> {
  return fc.subarray([...numbersIn(ranges), 500, 501]).map((some) => new Set(some));
}

function withTaken(lowest: number, highest: number) {
  return disjoint(lowest, highest).chain((ranges) => fc.tuple(fc.constant(ranges), takenOf(ranges)));
}

describe('until there are no more', () => {
  it('every ISRC holds, none comes twice, and only what was in use is left out', () => {
    fc.assert(
      fc.property(
        withTaken(1, 99_999),
        fc.constantFrom('QZABC', 'USRC1', 'ISRC1', 'TWA01'),
        ([ranges, taken], prefix) => {
          const { given, ended } = run(
            (counter) => nextIsrc({ prefix, ranges, closed: false }, counter, now, taken, rules),
            unused,
          );
          const codes = given.map(({ code }) => code);
          const free = numbersIn(ranges).filter((number) => !taken.has(number));
          expect(codes).toEqual(free.map((number) => `${prefix}26${String(number).padStart(5, '0')}`));
          expect(new Set(codes).size).toBe(codes.length);
          expect(ended).toBe('assign.range-exhausted');
          for (const code of codes) {
            const check = checkIdentifier(code, { ...rules, kind: 'isrc' });
            expect([check.normalized, check.verdict === 'error']).toEqual([code, false]);
          }
          expect(given.flatMap(({ passedOver }) => passedOver).every((number) => taken.has(number))).toBe(
            true,
          );
        },
      ),
    );
  });

  it('every barcode holds, none comes twice, and only what was in use is left out', () => {
    const pools = fc.constantFrom(
      ['88644', 12],
      ['602557', 12],
      ['0088', 13],
      ['471234567', 13],
    ) as fc.Arbitrary<readonly [string, 12 | 13]>;
    fc.assert(
      fc.property(withTaken(0, 99), pools, ([ranges, taken], [prefix, length]) => {
        const { given, ended } = run<Counter>(
          (counter) => nextGtin({ prefix, length, ranges, closed: false }, counter, at, taken, rules),
          { last: null, at: null },
        );
        const codes = given.map(({ code }) => code);
        expect(codes).toHaveLength(numbersIn(ranges).filter((number) => !taken.has(number)).length);
        expect(new Set(codes).size).toBe(codes.length);
        expect(ended).toBe('assign.pool-exhausted');
        for (const code of codes) {
          const check = checkIdentifier(code, { ...rules, kind: 'gtin' });
          expect([check.normalized, check.verdict]).toEqual([code, 'ok']);
          expect(code.slice(14 - length).startsWith(prefix)).toBe(true);
        }
      }),
    );
  });

  it('every catalog number comes once, as its pattern says', () => {
    fc.assert(
      fc.property(withTaken(0, 999), ([ranges, taken]) => {
        const { given } = run<Counter>(
          (counter) => nextCatalogNumber({ ...catalog, ranges }, counter, at, taken, rules),
          { last: null, at: null },
        );
        const free = numbersIn(ranges).filter((number) => !taken.has(number));
        expect(given.map(({ code }) => code)).toEqual(
          free.map((number) => `BUS-${String(number).padStart(3, '0')}`),
        );
      }),
    );
  });

  it('a whole year has 99999', () => {
    const { given, ended } = run<IsrcCounter>((counter) => nextIsrc(series, counter, now, none, rules), {
      year: 2026,
      last: 99_900,
      at,
    });
    expect([given.length, given.at(-1)?.code, ended]).toEqual([99, 'QZABC2699999', 'assign.year-full']);
  });
});

describe('a barcode of a pool', () => {
  it.each([
    ['88644', 12, 0, '00886440000011'],
    ['602557', 12, 63_171, '00602557631722'],
    ['471234567', 13, 0, '04712345670010'],
  ] as const)('of %s on %i digits after %i is %s', (prefix, length, last, expected) => {
    const pool: GtinPool = {
      prefix,
      length,
      ranges: [[0, 10 ** (length - 1 - prefix.length) - 1]],
      closed: false,
    };
    expect(said(nextGtin(pool, { last, at }, at, none, rules))).toBe(expected);
  });

  it.each<[string, Partial<GtinPool>, Counter?]>([
    ['assign.pool-exhausted', {}, { last: 999_999, at }],
    ['assign.closed', { closed: true }],
    ['assign.range', { ranges: [[0, 1_000_000]] }],
    ['assign.clock', {}, { last: 1, at: '2026-11-28T04:00:00.001Z' }],
    ['assign.counter', { ranges: [[5, 9]] }, { last: 4, at }],
    ['assign.pool-prefix', { prefix: '' }],
    ['assign.pool-prefix', { prefix: '88 44' }],
    ['assign.pool-prefix', { prefix: '88644123456' }],
    // Numbers of one shop, of weighed goods, of books.
    ['assign.pool-prefix', { prefix: '4123' }],
    ['assign.pool-prefix', { prefix: '20123', length: 13 }],
    ['assign.pool-prefix', { prefix: '97812', length: 13 }],
  ])('%s of %j', (expected, changes, counter = { last: null, at: null }) => {
    expect(said(nextGtin({ ...upc, ...changes }, counter, at, none, rules))).toBe(expected);
  });
});

describe('a catalog number', () => {
  it.each([
    ['BUS-###', 'BUS-007'],
    ['BUS ####', 'BUS 0007'],
    ['##NB', '07NB'],
    ['夜車-###', '夜車-007'],
    ['NB.2026/##-LP', 'NB.2026/07-LP'],
    ['BUS', 'assign.pattern'],
    ['', 'assign.pattern'],
    ['B##S##', 'assign.pattern'],
    ['BUS-{##}', 'assign.pattern'],
    ['-##', 'assign.pattern'],
    ['BUS\n##', 'assign.pattern'],
    [`${'B'.repeat(40)}##`, 'assign.pattern'],
    // It would be taken for an ISRC, or for a barcode.
    ['USRC126####7', 'assign.pattern'],
    ['602557######', 'assign.pattern'],
  ])('of %s after the sixth is %s', (pattern, expected) => {
    const pool: CatalogPool = { ...catalog, pattern, ranges: [[1, 99]] };
    expect(said(nextCatalogNumber(pool, { last: 6, at }, at, none, rules))).toBe(expected);
  });

  it.each<[string, Partial<CatalogPool>, Counter?]>([
    ['assign.pool-exhausted', {}, { last: 999, at }],
    ['assign.closed', { closed: true }],
    ['assign.range', { ranges: [[1, 1000]] }],
    ['assign.clock', {}, { last: 1, at: '2027-01-01T00:00:00.000Z' }],
  ])('%s of %j', (expected, changes, counter = { last: null, at: null }) => {
    expect(said(nextCatalogNumber({ ...catalog, ...changes }, counter, at, none, rules))).toBe(expected);
  });
});
