import type { ShareText } from './ledger/entry-types.ts';
import { readShare } from './ledger/grammar.ts';

/** Exact and in lowest terms, the denominator above zero. Of any size, so that sums stay exact. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

const ZERO: Fraction = [0n, 1n];
export const ONE: Fraction = [1n, 1n];

export function fraction(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** @throws Error for a text that is no share: shares are checked where they are typed or read */
export function fractionOf(share: ShareText): Fraction {
  const parts = readShare(share);
  if (parts === null) throw new Error('not a share in lowest terms');
  return [BigInt(parts[0]), BigInt(parts[1])];
}

export function add([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return fraction(a * d + c * b, b * d);
}

export function subtract(from: Fraction, [c, d]: Fraction): Fraction {
  return add(from, [-c, d]);
}

/** Below zero, zero or above, as the first is less, the same or more. */
export function compare([a, b]: Fraction, [c, d]: Fraction): number {
  const [left, right] = [a * d, c * b];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sumOf(shares: readonly ShareText[]): Fraction {
  return shares.map(fractionOf).reduce(add, ZERO);
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** The share as evidence writes it, `1/3`; null where it is not above zero, above 1, or too fine to be written. */
export function shareOf(value: Fraction): ShareText | null {
  const [numerator, denominator] = value;
  if (numerator <= 0n || denominator > LARGEST || compare(value, ONE) > 0) return null;
  return `${numerator}/${denominator}`;
}

/** A sum for people: `11/12`, `2`; too fine to be read, its first decimals, `≈ 0.9167`. */
export function formatFraction(value: Fraction): string {
  const [numerator, denominator] = value;
  if (denominator === 1n) return String(numerator);
  if (numerator <= LARGEST && denominator <= LARGEST) return `${numerator}/${denominator}`;
  return `≈ ${decimal(rounded(value, 10_000n), 4)}`;
}

/** In percent with at most two decimals. `exact` says whether these are all there are. */
export type Percent = { readonly text: string; readonly exact: boolean };

/**
 * Percents are for reading; where they are rounded, the fraction belongs beside them. Rounding never makes something of
 * nothing or a whole of a part: `<0.01` and `>99.99`.
 */
export function percentOf(share: ShareText | Fraction): Percent {
  const value = typeof share === 'string' ? fractionOf(share) : share;
  const hundredths = rounded(value, 10_000n);
  const exact = compare([hundredths, 10_000n], value) === 0;
  if (!exact && hundredths === 0n) return { text: '<0.01', exact };
  if (!exact && hundredths === 10_000n) return { text: value[0] < value[1] ? '>99.99' : '>100', exact };
  return { text: decimal(hundredths, 2), exact };
}

/** The nearest whole number of such parts, halves up. */
function rounded([numerator, denominator]: Fraction, parts: bigint): bigint {
  return (2n * numerator * parts + denominator) / (2n * denominator);
}

/** A number without its last places after the point, and without zeros at the end: 3334 with 2 is `33.34`. */
export function decimal(value: bigint, places: number): string {
  const digits = String(value).padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const kept = rest.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
