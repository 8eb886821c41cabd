import { problem } from '../problem.ts';
import { type Judged, misshapen } from './check.ts';
import { gs1CheckDigit } from './check-digits.ts';
import { gtinHolds, naturalGtin } from './gtin-form.ts';

export type GtinDamage =
  | 'gtin.length'
  | 'gtin.eleven-digits'
  | 'gtin.check-digit-missing'
  | 'gtin.leading-zero-lost'
  | 'gtin.add-on';

/**
 * Digits in a number no barcode has: what happened to them, as far as the check digit tells. Spreadsheets take zeros
 * from the front, people forget the check digit or type the small add-on bars along.
 */
export function damagedGtin(digits: string): Judged<GtinDamage> {
  const length = digits.length;
  if (length === 11) return elevenDigits(digits);
  const padded = digits.padStart(12, '0');
  if ((length === 9 || length === 10) && gtinHolds(padded)) {
    return misshapen([problem('gtin.leading-zero-lost', 'error', { length, code: padded })], [padded]);
  }
  const addOn = addOnOf(digits);
  if (addOn !== null) {
    const code = naturalGtin(digits.slice(0, -addOn.length));
    return misshapen([problem('gtin.add-on', 'error', { length, addOn, code })], [code]);
  }
  return misshapen([problem('gtin.length', 'error', { length })]);
}

/** With the check digit put behind, as it would be printed. */
export function withCheckDigit(digits: string): string {
  return naturalGtin(digits + gs1CheckDigit(digits));
}

/** The two or five digits behind a code that holds without them; null where it does not hold. */
export function addOnOf(digits: string): string | null {
  for (const size of [2, 5]) {
    const code = digits.slice(0, -size);
    if ((code.length === 12 || code.length === 13) && gtinHolds(code)) return digits.slice(-size);
  }
  return null;
}

/** Any eleven digits can be completed; those that hold with a zero in front may as well have lost it. */
function elevenDigits(digits: string): Judged<GtinDamage> {
  const padded = `0${digits}`;
  const completed = withCheckDigit(digits);
  if (gtinHolds(padded)) {
    return misshapen([problem('gtin.eleven-digits', 'error', { padded, completed })], [padded, completed]);
  }
  return misshapen(
    [problem('gtin.check-digit-missing', 'error', { length: 11, code: completed })],
    [completed],
  );
}
