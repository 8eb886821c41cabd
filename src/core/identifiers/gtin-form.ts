import type { BarcodeParts } from './check.ts';
import { gs1CheckDigit } from './check-digits.ts';

/** Whether the last digit agrees with those before it; zeros in front change nothing. All zeros agree and are none. */
export function gtinHolds(digits: string): boolean {
  return gs1CheckDigit(digits.slice(0, -1)) === digits.slice(-1) && /[1-9]/.test(digits);
}

/** On 14 digits, the form in databases. @see GS1 General Specifications: right-justified, zeros in front */
export function onFourteen(digits: string): string {
  return digits.padStart(14, '0');
}

/** What the zeros in front leave: 14 digits, 13 behind one zero, 12 behind two, 8 behind six. */
export function naturalGtin(digits: string): string {
  const gtin = onFourteen(digits);
  if (gtin.startsWith('000000')) return gtin.slice(6);
  if (gtin.startsWith('00')) return gtin.slice(2);
  return gtin.startsWith('0') ? gtin.slice(1) : gtin;
}

const FORMS = new Map<number, BarcodeParts>([
  [8, { of: 'gtin', form: 'EAN-8' }],
  [12, { of: 'gtin', form: 'UPC-A' }],
  [13, { of: 'gtin', form: 'EAN-13' }],
  [14, { of: 'gtin', form: 'GTIN-14' }],
]);

export function barcodeParts(natural: string): BarcodeParts | null {
  return FORMS.get(natural.length) ?? null;
}

/**
 * Eight digits as a shortened UPC, written out as the UPC-A they stand for; null where they are none: the first is 0
 * or 1, and the check digit is that of the long form.
 *
 * @see GS1 General Specifications, UPC-E: the seventh digit says where the zeros were left out
 */
export function expandUpcE(digits: string): string | null {
  if (digits.charAt(0) > '1') return null;
  const last = digits.charAt(6);
  let body = `${digits.slice(1, 6)}0000${last}`;
  if (last <= '2') body = `${digits.slice(1, 3)}${last}0000${digits.slice(3, 6)}`;
  else if (last === '3') body = `${digits.slice(1, 4)}00000${digits.slice(4, 6)}`;
  else if (last === '4') body = `${digits.slice(1, 5)}00000${digits.charAt(5)}`;
  const long = digits.charAt(0) + body + digits.charAt(7);
  return gtinHolds(long) ? long : null;
}
