import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { placeWeightedCheckDigit } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { shownCharacter } from './look-alikes.ts';
import { SHAPES } from './shapes.ts';

export type Iswc = Code<'iswc'>;

/** CISAC's own pages print `T-345246800-1` as the example; its check digit should be 3. */
const CISAC_EXAMPLE = 'T3452468001';
/** `T-123.456.789-0`, the number of every form that was filled in without a number. */
const SAMPLE_DIGITS = '123456789';

type Refusal =
  | 'iswc.length'
  | 'iswc.letter'
  | 'iswc.letter-missing'
  | 'iswc.digit-expected'
  | 'iswc.template'
  | 'iswc.published-example'
  | 'iswc.sample'
  | 'iswc.check-digit'
  | 'iswc.zero';

/**
 * Read an ISWC in any of its spellings: `T-034.524.680-1`, `T-034524680-1`, `T0345246801`, with label or link.
 *
 * T, nine digits and a check digit that agrees; T is the only letter there is. The check is weak: about one wrong
 * digit in ten passes, so a code that is read here may still be the wrong one.
 *
 * @returns the stored form, eleven characters; or the first reason against it
 * @see ISO 15707; iswc.org/iswc-usage
 */
export function parseIswc(text: string): Parsed<Iswc, Refusal | 'code.too-long' | 'code.empty'> {
  return parsedBy<'iswc', Refusal>(text, judgeIswc);
}

/** As printed: `T-034.524.680-1`. */
export function formatIswc(iswc: Iswc): string {
  return printed(iswc);
}

/** Everything the rules say of a text meant as an ISWC. */
export function judgeIswc({ compact }: Cleaned): Judged<Refusal> {
  const problems = refusals(compact);
  if (!SHAPES.iswc.test(compact)) return misshapen(problems, readings(compact));
  return { normalized: compact, display: printed(compact), problems, suggestions: NOTHING, parts: null };
}

function printed(iswc: string): string {
  return `T-${iswc.slice(1, 4)}.${iswc.slice(4, 7)}.${iswc.slice(7, 10)}-${iswc.slice(10)}`;
}

export function iswcHolds(iswc: string): boolean {
  return SHAPES.iswc.test(iswc) && placeWeightedCheckDigit(iswc.slice(1, 10), 1) === iswc.charAt(10);
}

function refusals(compact: string): readonly Problem<Refusal>[] {
  if (!SHAPES.iswc.test(compact)) return misshape(compact);
  const digits = compact.slice(1, 10);
  if (digits === '000000000') return [problem('iswc.zero', 'error')];
  const found = compact.charAt(10);
  const expected = placeWeightedCheckDigit(digits, 1);
  if (found === expected) return NOTHING;
  if (compact === CISAC_EXAMPLE) return [problem('iswc.published-example', 'error', { found, expected })];
  if (digits === SAMPLE_DIGITS) return [problem('iswc.sample', 'error', { expected })];
  return [problem('iswc.check-digit', 'error', { found, expected })];
}

function misshape(compact: string): readonly Problem<Refusal>[] {
  const completed = `T${compact}`;
  if (iswcHolds(completed)) return [problem('iswc.letter-missing', 'error', { code: printed(completed) })];
  if (compact.length !== 11) return [problem('iswc.length', 'error', { length: compact.length })];
  const letter = compact.charAt(0);
  if (letter !== 'T') return [problem('iswc.letter', 'error', { found: shownCharacter(letter) })];
  const last = compact.charAt(10);
  if (SHAPES.iswc.test(`${compact.slice(0, 10)}0`) && !iswcHolds(withDigits(compact))) {
    const expected = placeWeightedCheckDigit(compact.slice(1, 10), 1);
    return [problem('iswc.template', 'error', { found: shownCharacter(last), expected })];
  }
  return digitsExpected('iswc.digit-expected', compact, 1);
}

/** The letter put back, or O and I read as digits: only where the check digit then agrees. */
function readings(compact: string): readonly string[] {
  const completed = `T${compact}`;
  if (iswcHolds(completed)) return [printed(completed)];
  const meant = compact.charAt(0) + withDigits(compact.slice(1));
  return iswcHolds(meant) ? [printed(meant)] : NOTHING;
}
