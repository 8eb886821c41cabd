import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  type Fraction,
  formatFraction,
  fraction,
  fractionOf,
  ONE,
  percentOf,
  shareOf,
  subtract,
  sumOf,
} from '../../src/core/fraction.ts';

const MOST = 2 ** 53 - 1;
const positive = fc.bigInt({ min: 1n, max: BigInt(MOST) });
const fractions = fc.tuple(positive, positive).map(([n, d]) => fraction(n, d));
const shares = fractions
  .map(([n, d]): Fraction => (n > d ? [d, n] : [n, d]))
  .map((value) => shareOf(value) ?? '');

describe('reckoning', () => {
  it.each([
    [['1/2', '1/3', '1/6'], '1'],
    [['1/2', '1/4', '1/6'], '11/12'],
    [['1/1', '1/1'], '2'],
    [['3333/10000', '3333/10000', '3333/10000'], '9999/10000'],
    [Array.from({ length: 100 }, () => '1/100'), '1'],
    [[], '0'],
  ])('adds up %j to %s', (parts, sum) => {
    expect(formatFraction(sumOf(parts))).toBe(sum);
  });

  it('is in lowest terms, and the order of adding changes nothing', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(c, add(b, a)));
        expect(subtract(add(a, b), b)).toEqual(a);
        const [n, d] = add(a, b);
        expect(fraction(n, d)).toEqual([n, d]);
      }),
    );
  });

  it('compares as the difference says', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const [n] = subtract(a, b);
        expect(compare(a, b)).toBe(n < 0n ? -1 : n > 0n ? 1 : 0);
      }),
    );
    expect(compare([1n, 3n], [3333333333333333n, 10000000000000000n])).toBe(1);
  });

  it('makes two of the whole that is cut in two, wherever it is cut', () => {
    fc.assert(
      fc.property(shares, (share) => {
        const rest = subtract(ONE, fractionOf(share));
        expect(add(rest, fractionOf(share))).toEqual(ONE);
      }),
    );
  });
});

describe('a share', () => {
  it.each([
    [1n, 1n, '1/1'],
    [1n, 3n, '1/3'],
    [1n, BigInt(MOST), `1/${MOST}`],
    [0n, 1n, null],
    [-1n, 2n, null],
    [3n, 2n, null],
    [1n, BigInt(MOST) + 1n, null],
  ] as const)('of %s over %s is written %s', (n, d, text) => {
    expect(shareOf([n, d])).toBe(text);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(shares, (share) => {
        expect(shareOf(fractionOf(share))).toBe(share);
      }),
    );
  });

  it.each(['2/4', '1', '0/1', '1/0', '', '1/3 ', '01/3'])('is never read from %j', (text) => {
    expect(() => fractionOf(text)).toThrow('lowest terms');
  });
});

describe('for people', () => {
  it.each([
    ['1/1', '100', true],
    ['1/2', '50', true],
    ['1/8', '12.5', true],
    ['1667/5000', '33.34', true],
    ['1/10000', '0.01', true],
    ['9999/10000', '99.99', true],
    ['1/3', '33.33', false],
    ['2/3', '66.67', false],
    ['1/12', '8.33', false],
    ['1/20000', '0.01', false],
    ['1/16', '6.25', true],
    ['1/32', '3.13', false],
    // Never nothing, and never everything.
    ['1/1000000', '<0.01', false],
    ['999999/1000000', '>99.99', false],
  ])('%s is %s percent, exact: %s', (share, text, exact) => {
    expect(percentOf(share)).toEqual({ text, exact });
  });

  it('a percent that says it is exact is, and no other is off by more than half a hundredth', () => {
    fc.assert(
      fc.property(shares, (share) => {
        const { text, exact } = percentOf(share);
        fc.pre(/^\d/.test(text));
        const [whole = '', places = ''] = text.split('.');
        const shown = fraction(BigInt(whole + places), 100n * 10n ** BigInt(places.length));
        const off = subtract(shown, fractionOf(share));
        expect(off[0] === 0n).toBe(exact);
        expect(compare(off[0] < 0n ? [-off[0], off[1]] : off, [1n, 20_000n])).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    [11n, 12n, '11/12'],
    [2n, 1n, '2'],
    [10n ** 30n - 1n, 10n ** 30n, '≈ 1'],
    [10n ** 20n / 3n, 10n ** 20n, '≈ 0.3333'],
  ] as const)('a sum of %s over %s is said as %s', (n, d, text) => {
    expect(formatFraction([n, d])).toBe(text);
  });
});
