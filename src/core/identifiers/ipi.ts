import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { ipiCheckDigits } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { SHAPES } from './shapes.ts';

/** An IPI name number on 11 digits, zeros in front. It names one name of a writer or publisher. */
export type Ipi = Code<'ipi'>;

type Refusal = 'ipi.length' | 'ipi.digit-expected' | 'ipi.check-digit' | 'ipi.zeros';

/**
 * Read an IPI name number (CAE before 2001), with or without the zeros in front: a third of CISAC's own list of
 * senders is printed without.
 *
 * It is personal data: whoever shows it in a room asks first.
 *
 * @returns the number on 11 digits; or the first reason against it
 * @see CISAC, CWR sender list of 2026-05-22, whose numbers confirm the check digits
 */
export function parseIpi(text: string): Parsed<Ipi, Refusal | 'code.too-long' | 'code.empty'> {
  return parsedBy<'ipi', Refusal>(text, judgeIpi);
}

/** As CISAC prints it: 11 digits, no separators. */
export function formatIpi(ipi: Ipi): string {
  return ipi;
}

/** Everything the rules say of a text meant as an IPI name number. */
export function judgeIpi({ compact }: Cleaned): Judged<Refusal> {
  if (!/^[0-9]+$/.test(compact)) {
    const meant = onEleven(withDigits(compact));
    return misshapen(digitsExpected('ipi.digit-expected', compact, 0), ipiHolds(meant) ? [meant] : NOTHING);
  }
  if (/^0+$/.test(compact)) return misshapen([problem('ipi.zeros', 'error')]);
  if (compact.length > 11) return misshapen([problem('ipi.length', 'error', { length: compact.length })]);
  const ipi = onEleven(compact);
  return { normalized: ipi, display: ipi, problems: checkProblems(ipi), suggestions: NOTHING, parts: null };
}

/** Whether the last two of 11 digits agree with the nine before them. All zeros agree and are none. */
export function ipiHolds(ipi: string): boolean {
  return SHAPES.ipi.test(ipi) && ipiCheckDigits(ipi.slice(0, 9)) === ipi.slice(9) && /[1-9]/.test(ipi);
}

export function onEleven(digits: string): string {
  return digits.padStart(11, '0');
}

function checkProblems(ipi: string): readonly Problem<Refusal>[] {
  const expected = ipiCheckDigits(ipi.slice(0, 9));
  const found = ipi.slice(9);
  return found === expected ? NOTHING : [problem('ipi.check-digit', 'error', { found, expected })];
}
