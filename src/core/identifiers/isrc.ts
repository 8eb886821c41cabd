import { good, type Parsed, type Problem, problem } from '../problem.ts';
import { digitsExpected, foundAt, withDigits, withLetters } from './characters.ts';
import { type Judged, misshapen, NOTHING, type Rules } from './check.ts';
import { type Cleaned, clean } from './clean.ts';
import { isrcGroups, isrcLengthProblem, oddGrouping } from './isrc-groups.ts';
import { isrcParts, isrcRemarks } from './isrc-remarks.ts';
import type { Code } from './kind.ts';
import { SHAPES } from './shapes.ts';

export type Isrc = Code<'isrc'>;

type Misshape =
  | 'isrc.length'
  | 'isrc.group-length'
  | 'isrc.letter-expected'
  | 'isrc.character'
  | 'isrc.digit-expected';

const LETTER = ['isrc.letter-expected', /[A-Z]/] as const;
const LETTER_OR_DIGIT = ['isrc.character', /[A-Z0-9]/] as const;

/**
 * Read an ISRC the way people type it: any case, with or without hyphens, spaces, label or link.
 *
 * Only the shape is judged: 2 letters, 3 letters or digits, 2 year digits, 5 designation digits. There is no check
 * digit, and an unknown prefix passes: new ones are issued all the time, and a wrong "invalid" can stop a release,
 * while a missed typing error is caught again at the distributor.
 *
 * @returns the stored form, twelve characters; or the first thing that breaks the shape
 * @see ISO 3901:2019; International ISRC Agency, Bulletin 2015/01
 */
export function parseIsrc(text: string): Parsed<Isrc, Misshape | 'code.too-long' | 'code.empty'> {
  const cleaned = clean(text);
  if (!cleaned.ok) return cleaned;
  const [first] = shapeProblems(cleaned.value);
  return first === undefined ? good(cleaned.value.compact as Isrc) : { ok: false, problem: first };
}

/** As printed: `US-RC1-76-07839`. Hyphens and label are no part of the code and are never stored or sent. */
export function formatIsrc(isrc: Isrc): string {
  return printed(isrc);
}

/**
 * Everything the rules say of a text meant as an ISRC. Only the shape gives errors; the list of prefixes, the year,
 * the grouping and examples of documentation give warnings and remarks, because real releases break each of them.
 */
export function judgeIsrc(code: Cleaned, rules: Rules): Judged {
  const { compact } = code;
  if (!SHAPES.isrc.test(compact)) return misshapen(shapeProblems(code), readings(compact), isrcGroups(code));
  const display = printed(compact);
  const parts = isrcParts(compact, rules);
  const remarks = isrcRemarks(code, display, parts, rules);
  const grouping = oddGrouping(code);
  if (grouping === null)
    return { normalized: compact, display, problems: remarks, suggestions: NOTHING, parts };
  const odd = problem('isrc.grouping', 'warning', { grouping, code: display });
  return { normalized: compact, display, problems: [odd, ...remarks], suggestions: [display], parts };
}

function printed(compact: string): string {
  return `${compact.slice(0, 2)}-${compact.slice(2, 5)}-${compact.slice(5, 7)}-${compact.slice(7)}`;
}

function shapeProblems(code: Cleaned): Problem<Misshape>[] {
  const { compact } = code;
  if (compact.length !== 12) return [isrcLengthProblem(code)];
  const problems: Problem<Misshape>[] = [];
  for (let at = 0; at < 5; at += 1) {
    const found = compact.charAt(at);
    const [code, allowed] = at < 2 ? LETTER : LETTER_OR_DIGIT;
    if (!allowed.test(found)) problems.push(foundAt(code, at, found));
  }
  return [...problems, ...digitsExpected('isrc.digit-expected', compact, 5)];
}

/** O and 0, I and 1 put right where the position leaves no choice; the registrant's three characters stay. */
function readings(compact: string): readonly string[] {
  const meant = withLetters(compact.slice(0, 2)) + compact.slice(2, 5) + withDigits(compact.slice(5));
  return SHAPES.isrc.test(meant) ? [printed(meant)] : NOTHING;
}
