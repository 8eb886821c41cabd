import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { gs1CheckDigit } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import { addOnOf, damagedGtin, type GtinDamage, withCheckDigit } from './gtin-damage.ts';
import { barcodeParts, expandUpcE, gtinHolds, naturalGtin, onFourteen } from './gtin-form.ts';
import type { Code } from './kind.ts';
import { SHAPES } from './shapes.ts';

/** A barcode on 14 digits, zeros in front: the form in which the UPC, EAN and GTIN of one product are equal. */
export type Gtin = Code<'gtin'>;

type GtinProblem =
  | GtinDamage
  | 'gtin.digit-expected'
  | 'gtin.check-digit'
  | 'gtin.zeros'
  | 'gtin.upc-e'
  | 'gtin.upc-e-or-ean-8'
  | 'gtin.packaging-level'
  | 'gtin.variable-measure'
  | 'gtin.book'
  | 'gtin.printed-music'
  | 'gtin.in-store';

/**
 * Read a UPC-A, EAN-13, EAN-8 or GTIN-14: digits as text, so that no zero is lost, with or without spaces or label.
 *
 * A wrong check digit is refused here. Real sleeves carry some (50 of 3,699 in one label's catalog), so whoever asks
 * a person may store the code as printed, with the person's name; `checkIdentifier` gives its normal form for that.
 *
 * @returns the code on 14 digits; or the first reason against it
 * @see GS1 General Specifications, check digits and GTIN formats
 */
export function parseGtin(text: string): Parsed<Gtin, GtinProblem | 'code.too-long' | 'code.empty'> {
  return parsedBy<'gtin', GtinProblem>(text, judgeGtin);
}

/** With its natural length: 12 digits for a UPC, 13 for an EAN, 8 for an EAN-8, 14 for the rest. */
export function formatGtin(gtin: Gtin): string {
  return naturalGtin(gtin);
}

/** Everything the rules say of a text meant as a barcode. */
export function judgeGtin({ compact }: Cleaned): Judged<GtinProblem> {
  if (!/^[0-9]+$/.test(compact)) return notOnlyDigits(compact);
  if (/^0+$/.test(compact)) return misshapen([problem('gtin.zeros', 'error')]);
  if (!SHAPES.gtin.test(compact)) return damagedGtin(compact);
  const shortened = compact.length === 8 ? expandUpcE(compact) : null;
  if (gtinHolds(compact)) {
    if (shortened === null) return judged(compact, remarks(compact));
    return judged(compact, [problem('gtin.upc-e-or-ean-8', 'warning', { code: shortened })], [shortened]);
  }
  if (shortened !== null) return judged(shortened, [problem('gtin.upc-e', 'warning', { code: shortened })]);
  return wrongCheckDigit(compact);
}

function judged(
  digits: string,
  problems: readonly Problem<GtinProblem>[],
  suggestions: readonly string[] = NOTHING,
): Judged<GtinProblem> {
  const display = naturalGtin(digits);
  return { normalized: onFourteen(digits), display, problems, suggestions, parts: barcodeParts(display) };
}

function notOnlyDigits(compact: string): Judged<GtinProblem> {
  const meant = withDigits(compact);
  const holds = SHAPES.gtin.test(meant) && gtinHolds(meant);
  return misshapen<GtinProblem>(
    digitsExpected('gtin.digit-expected', compact, 0),
    holds ? [naturalGtin(meant)] : NOTHING,
  );
}

/** The expected digit, and what may have happened: an add-on typed along, or a padded code cut short. */
function wrongCheckDigit(compact: string): Judged<GtinProblem> {
  const expected = gs1CheckDigit(compact.slice(0, -1));
  const problems: Problem<GtinProblem>[] = [
    problem('gtin.check-digit', 'error', { found: compact.slice(-1), expected }),
  ];
  const addOn = addOnOf(compact);
  if (addOn !== null) {
    const code = naturalGtin(compact.slice(0, -addOn.length));
    problems.push(problem('gtin.add-on', 'warning', { length: compact.length, addOn, code }));
    return judged(compact, problems, [code]);
  }
  if (compact.length === 13 && compact.startsWith('00')) {
    const code = withCheckDigit(compact);
    problems.push(problem('gtin.check-digit-missing', 'warning', { length: compact.length, code }));
    return judged(compact, problems, [code]);
  }
  return judged(compact, problems);
}

/**
 * What the numbers in front say: cartons, weighed goods, books, printed music, numbers of one shop.
 *
 * @see GS1 General Specifications, GS1 Prefixes; the ranges of one shop are not confirmed for every country
 */
function remarks(digits: string): readonly Problem<GtinProblem>[] {
  const gtin = onFourteen(digits);
  const level = gtin.charAt(0);
  if (level === '9') return [problem('gtin.variable-measure', 'warning')];
  if (level !== '0') return [problem('gtin.packaging-level', 'warning', { level })];
  if (gtin.startsWith('9790', 1)) return [problem('gtin.printed-music', 'warning')];
  if (/^97[89]/.test(gtin.slice(1))) return [problem('gtin.book', 'warning')];
  if (/^(?:0[24]|2)/.test(gtin.slice(1))) {
    const prefix = gtin.startsWith('0', 1) ? gtin.slice(2, 3) : gtin.slice(1, 3);
    return [problem('gtin.in-store', 'warning', { prefix })];
  }
  return NOTHING;
}
