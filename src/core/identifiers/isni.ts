import { type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { mod11CheckCharacter } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { SHAPES } from './shapes.ts';

/** An ISNI, 16 characters: it names one public identity of a person or an organization. */
export type Isni = Code<'isni'>;

type IsniProblem = 'isni.length' | 'isni.digit-expected' | 'isni.check-digit' | 'isni.zeros' | 'isni.orcid';

/**
 * Read an ISNI: 15 digits and a check character 0-9 or X, grouped or not, with label, as an isni.org link or a URN.
 *
 * An ORCID iD has the same form and check. One that comes as an orcid.org link passes with a warning.
 *
 * @returns the stored form, 16 characters; or the first reason against it
 * @see ISO 27729; iana.org/assignments/urn-formal/isni
 */
export function parseIsni(text: string): Parsed<Isni, IsniProblem | 'code.too-long' | 'code.empty'> {
  return parsedBy<'isni', IsniProblem>(text, judgeIsni);
}

/** As printed: `0000 0001 2103 2683`. */
export function formatIsni(isni: Isni): string {
  return printed(isni);
}

/** Everything the rules say of a text meant as an ISNI. */
export function judgeIsni({ compact, host }: Cleaned): Judged<IsniProblem> {
  if (/^0+$/.test(compact)) return misshapen([problem('isni.zeros', 'error')]);
  if (!SHAPES.isni.test(compact)) return misshapen(misshape(compact), readings(compact));
  const problems: Problem<IsniProblem>[] = [];
  const expected = mod11CheckCharacter(compact.slice(0, 15));
  const found = compact.charAt(15);
  if (found !== expected) problems.push(problem('isni.check-digit', 'error', { found, expected }));
  if (host?.endsWith('orcid.org')) problems.push(problem('isni.orcid', 'warning'));
  return { normalized: compact, display: printed(compact), problems, suggestions: NOTHING, parts: null };
}

export function isniHolds(isni: string): boolean {
  return SHAPES.isni.test(isni) && mod11CheckCharacter(isni.slice(0, 15)) === isni.charAt(15);
}

function printed(isni: string): string {
  return `${isni.slice(0, 4)} ${isni.slice(4, 8)} ${isni.slice(8, 12)} ${isni.slice(12)}`;
}

function misshape(compact: string): readonly Problem<IsniProblem>[] {
  if (compact.length !== 16) return [problem('isni.length', 'error', { length: compact.length })];
  const last = compact.charAt(15) === 'X' ? 15 : 16;
  return digitsExpected('isni.digit-expected', compact, 0, last);
}

/** O and I read as digits, or the zeros in front put back that a spreadsheet took: only where the check then agrees. */
function readings(compact: string): readonly string[] {
  const meant = withDigits(compact).padStart(16, '0');
  return isniHolds(meant) ? [printed(meant)] : NOTHING;
}
