import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { placeWeightedCheckDigit } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { shownCharacter } from './look-alikes.ts';
import { SHAPES } from './shapes.ts';

/** An IPI base number, `I0010681306`: it names the writer or publisher behind all their names. */
export type IpiBase = Code<'ipi-base'>;

type Refusal =
  | 'ipi-base.length'
  | 'ipi-base.letter'
  | 'ipi-base.digit-expected'
  | 'ipi-base.check-digit'
  | 'ipi-base.zeros';

/**
 * Read an IPI base number: I, nine digits and a check digit, with or without hyphens.
 *
 * Base numbers are mostly not public, so a check carries the remark to ask for the name number.
 *
 * @returns the stored form, eleven characters; or the first reason against it
 * @see CISAC, CWR 2.2 functional specifications: written with hyphens, 13 characters
 */
export function parseIpiBase(
  text: string,
): Parsed<IpiBase, Refusal | 'ipi-base.ask-name-number' | 'code.too-long' | 'code.empty'> {
  return parsedBy<'ipi-base', Refusal | 'ipi-base.ask-name-number'>(text, judgeIpiBase);
}

/** As printed: `I-001068130-6`. */
export function formatIpiBase(ipiBase: IpiBase): string {
  return printed(ipiBase);
}

/** Everything the rules say of a text meant as an IPI base number. */
export function judgeIpiBase({ compact }: Cleaned): Judged<Refusal | 'ipi-base.ask-name-number'> {
  if (!SHAPES['ipi-base'].test(compact)) return misshapen(misshape(compact), readings(compact));
  if (compact.startsWith('000000000', 1)) return misshapen([problem('ipi-base.zeros', 'error')]);
  const display = printed(compact);
  const problems = holds(compact)
    ? [problem('ipi-base.ask-name-number', 'info')]
    : [wrongCheckDigit(compact)];
  return { normalized: compact, display, problems, suggestions: NOTHING, parts: null };
}

function printed(ipiBase: string): string {
  return `${ipiBase.slice(0, 1)}-${ipiBase.slice(1, 10)}-${ipiBase.slice(10)}`;
}

function holds(ipiBase: string): boolean {
  return SHAPES['ipi-base'].test(ipiBase) && expectedDigit(ipiBase) === ipiBase.charAt(10);
}

function expectedDigit(ipiBase: string): string {
  return placeWeightedCheckDigit(ipiBase.slice(1, 10), 2);
}

function wrongCheckDigit(ipiBase: string): Problem<'ipi-base.check-digit'> {
  const details = { found: ipiBase.charAt(10), expected: expectedDigit(ipiBase) };
  return problem('ipi-base.check-digit', 'error', details);
}

function misshape(compact: string): readonly Problem<Refusal>[] {
  if (compact.length !== 11) return [problem('ipi-base.length', 'error', { length: compact.length })];
  const letter = compact.charAt(0);
  if (letter !== 'I') return [problem('ipi-base.letter', 'error', { found: shownCharacter(letter) })];
  return digitsExpected('ipi-base.digit-expected', compact, 1);
}

/** I for 1 in front, 0 and 1 behind it: only where the check digit then agrees. */
function readings(compact: string): readonly string[] {
  const meant = compact.charAt(0).replace('1', 'I') + withDigits(compact.slice(1));
  return holds(meant) ? [printed(meant)] : NOTHING;
}
