import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { gs1CheckDigit } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { SHAPES } from './shapes.ts';

/** An ISMN, 13 digits beginning with 9790: it names an edition of printed music. */
export type Ismn = Code<'ismn'>;

type IsmnProblem =
  | 'ismn.length'
  | 'ismn.prefix'
  | 'ismn.digit-expected'
  | 'ismn.check-digit'
  | 'ismn.old-form';

/** How many digits name the publisher, by the first of them: few for those with much to number. */
const PUBLISHER_LENGTHS = '3444555667';

/**
 * Read an ISMN: 979-0 and nine digits, or the old form M and nine digits, whose check digit is the same.
 *
 * @returns the stored form, 13 digits; or the first reason against it
 * @see ISO 10957; the ranges of publishers are those of the ISMN users' manual
 */
export function parseIsmn(text: string): Parsed<Ismn, IsmnProblem | 'code.too-long' | 'code.empty'> {
  return parsedBy<'ismn', IsmnProblem>(text, judgeIsmn);
}

/** As printed: `979-0-2306-7118-7`; the publisher's part is as long as its first digit says. */
export function formatIsmn(ismn: Ismn): string {
  return printed(ismn);
}

/** Everything the rules say of a text meant as an ISMN. */
export function judgeIsmn({ compact }: Cleaned): Judged<IsmnProblem> {
  if (!SHAPES.ismn.test(compact)) return misshapen(misshape(compact), readings(compact));
  const ismn = compact.replace('M', '9790');
  const display = printed(ismn);
  const problems: Problem<IsmnProblem>[] = [];
  const expected = gs1CheckDigit(ismn.slice(0, 12));
  const found = ismn.charAt(12);
  if (found !== expected) problems.push(problem('ismn.check-digit', 'error', { found, expected }));
  if (ismn !== compact) problems.push(problem('ismn.old-form', 'info', { code: display }));
  return { normalized: ismn, display, problems, suggestions: NOTHING, parts: null };
}

function ismnHolds(compact: string): boolean {
  const ismn = compact.replace('M', '9790');
  return SHAPES.ismn.test(compact) && gs1CheckDigit(ismn.slice(0, 12)) === ismn.charAt(12);
}

function printed(ismn: string): string {
  const item = 4 + Number(PUBLISHER_LENGTHS.charAt(Number(ismn.charAt(4))));
  return `${ismn.slice(0, 3)}-0-${ismn.slice(4, item)}-${ismn.slice(item, 12)}-${ismn.slice(12)}`;
}

function misshape(compact: string): readonly Problem<IsmnProblem>[] {
  const old = compact.startsWith('M');
  if (compact.length !== (old ? 10 : 13))
    return [problem('ismn.length', 'error', { length: compact.length })];
  if (!old && !compact.startsWith('9790'))
    return [problem('ismn.prefix', 'error', { found: compact.slice(0, 4) })];
  return digitsExpected('ismn.digit-expected', compact, old ? 1 : 4);
}

function readings(compact: string): readonly string[] {
  const meant = withDigits(compact);
  return ismnHolds(meant) ? [printed(meant.replace('M', '9790'))] : NOTHING;
}
