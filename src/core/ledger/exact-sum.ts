import { readShare } from './grammar.ts';

type Fraction = readonly [numerator: bigint, denominator: bigint];

/**
 * Whether shares `n/d` add up to exactly 1. Added in halves, so that a hostile list of thousands of denominators
 * without a common factor costs little more than its own length.
 */
export function addUpToOne(shares: readonly string[]): boolean {
  if (shares.length === 0) return false;
  const [numerator, denominator] = sum(shares);
  return numerator === denominator;
}

function sum(shares: readonly string[]): Fraction {
  if (shares.length === 1) {
    const [numerator, denominator] = readShare(shares[0] ?? '') ?? [0, 1];
    return [BigInt(numerator), BigInt(denominator)];
  }
  const middle = shares.length >> 1;
  const [a, b] = sum(shares.slice(0, middle));
  const [c, d] = sum(shares.slice(middle));
  return b === d ? [a + c, b] : [a * d + c * b, b * d];
}
