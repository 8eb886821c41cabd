import { good, type Parsed, type Problem, type ProblemCode } from '../problem.ts';
import { type Cleaned, clean } from './clean.ts';
import type { Code, Kind } from './kind.ts';
import type { Prefix, PrefixList } from './prefixes.ts';

/** Everything that can be said of one code without asking anybody. */
export type Check = {
  /** The text as it was given, untouched. */
  readonly input: string;
  readonly kind: Kind | null;
  /** All kinds the text fits, best first; for a text that fits none, the kind it was probably meant to be. */
  readonly candidates: readonly Kind[];
  /** `error` only for shape and check digit; anything else that is odd is `warn`. `ok` may carry remarks. */
  readonly verdict: 'ok' | 'warn' | 'error';
  /**
   * The form to compare and store; a barcode on 14 digits, an IPI name number on 11. Null unless the shape is right.
   * It is there when only the check digit is wrong, since a person may confirm a barcode that is printed so.
   */
  readonly normalized: string | null;
  /** The form to print; null where `normalized` is. */
  readonly display: string | null;
  /** Errors first, then warnings, then remarks. */
  readonly problems: readonly Problem[];
  /** Codes in display form that may have been meant. A person accepts one, or none; nothing is put right in silence. */
  readonly suggestions: readonly string[];
  /** What the parts of the code say; null where nothing is known of them. */
  readonly parts: Parts | null;
};

export type Parts = IsrcParts | IsrcGroups | BarcodeParts;

export type IsrcParts = {
  readonly of: 'isrc';
  /** The prefix code, five characters as one since ISO 3901:2019. */
  readonly prefix: string;
  /** The two digits, and the calendar year they most likely stand for; 20 may be 1920 all the same. */
  readonly year: string;
  readonly likelyYear: number;
  readonly designation: string;
  /** What the list says of the first two letters; null where they are not on it. */
  readonly listed: Prefix | null;
};

/** A broken ISRC in its four groups, so that the short or long one can be shown. */
export type IsrcGroups = {
  readonly of: 'isrc-groups';
  readonly groups: readonly { readonly text: string; readonly needs: number }[];
};

export type BarcodeParts = {
  readonly of: 'gtin';
  readonly form: 'UPC-A' | 'EAN-13' | 'EAN-8' | 'GTIN-14';
};

/** What judging a code needs to know of the world. */
export type Rules = {
  readonly prefixes: PrefixList;
  /** The current calendar year, four digits, for remarks on the year of an ISRC. */
  readonly year: number;
};

/** What the rules of one kind say of a text; the rest of a check is the same for all kinds. */
export type Judged<C extends ProblemCode = ProblemCode> = {
  readonly normalized: string | null;
  readonly display: string | null;
  readonly problems: readonly Problem<C>[];
  readonly suggestions: readonly string[];
  readonly parts: Parts | null;
};

/** One array for all the checks that found nothing: most of them. */
export const NOTHING: readonly never[] = [];

/** A text that has not the shape: no normal form, only what is wrong and what may have been meant. */
export function misshapen<C extends ProblemCode>(
  problems: readonly Problem<C>[],
  suggestions: readonly string[] = NOTHING,
  parts: Parts | null = null,
): Judged<C> {
  return { normalized: null, display: null, problems, suggestions, parts };
}

/** Read a code for good: clean it, judge it, and refuse it with its first error. Warnings and remarks pass. */
export function parsedBy<K extends Kind, C extends ProblemCode>(
  text: string,
  judge: (code: Cleaned) => Judged<C>,
): Parsed<Code<K>, C | 'code.too-long' | 'code.empty'> {
  const cleaned = clean(text);
  if (!cleaned.ok) return refused(cleaned.problem);
  const { normalized, problems } = judge(cleaned.value);
  const refusal = problems.find((found) => found.severity === 'error');
  return refusal === undefined ? good(normalized as Code<K>) : refused(refusal);
}

/** The compiler cannot see that a problem of one code is a problem of one of these codes. */
function refused<C extends ProblemCode, Wider extends ProblemCode>(
  problem: Problem<C>,
): Parsed<never, Wider | C> {
  return { ok: false, problem: problem as Problem<Wider | C> };
}
