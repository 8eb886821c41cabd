import { problem } from '../problem.ts';
import { candidatesOf } from './candidates.ts';
import { type Check, type Judged, misshapen, NOTHING, type Rules } from './check.ts';
import type { Cleaned } from './clean.ts';
import { foreignCharacters } from './foreign.ts';
import { gtinHolds } from './gtin-form.ts';
import { checked, hasError, JUDGES, withProblem } from './judges.ts';
import type { Kind } from './kind.ts';
import { foundWord, kindWord } from './kind-words.ts';
import { nearestKinds } from './nearest.ts';
import { otherCodeOf } from './other-codes.ts';
import { spreadsheetDamage } from './spreadsheet.ts';

export type CheckOptions = Rules & {
  /** Judge as this kind, whatever it looks like. */
  readonly kind?: Kind | undefined;
  /** The kind that was asked for where the text was typed; a good code of another kind gets a warning. */
  readonly expect?: Kind | undefined;
};

/** One cleaned text on its way to a check. */
type Case = {
  readonly input: string;
  readonly code: Cleaned;
  /** What it should be: by force, by the box it was typed in, or by its own label. */
  readonly asked: Kind | null;
  readonly options: CheckOptions;
};

/** Kinds of digits only: a number that is wrong as what it looks like is rather a wrong one of these, where asked. */
const NUMBERS: readonly Kind[] = ['gtin', 'ipi', 'isni'];

/** What a text must have to be something else although, without its separators, it has the shape of a code. */
const OTHERWISE = /[.,]0{1,2}$|^.{3}-.{4}-.$/;

/** Check a cleaned text as one code: find out which kind it is, then ask the rules of that kind. */
export function judge(input: string, code: Cleaned, options: CheckOptions): Check {
  const fits = candidatesOf(code.compact);
  const one = { input, code, asked: options.kind ?? options.expect ?? code.label, options };
  const [best] = fits;
  if (best === undefined || OTHERWISE.test(code.text)) {
    const other = writtenOtherwise(one);
    if (other !== null) return other;
  }
  return best === undefined ? unfitting(one) : fitting(one, best, fits);
}

/** A text whose separators say that it is something else: a number of a spreadsheet, a code we do not check. */
function writtenOtherwise({ input, code, asked, options }: Case): Check | null {
  const damage = spreadsheetDamage(code.text);
  if (damage !== null) {
    const { digits } = damage;
    const rest = digits === null ? null : judge(input, { ...code, text: digits, compact: digits }, options);
    const number = NUMBERS.find((one) => one === asked) ?? damage.kind;
    const kind = options.kind ?? rest?.kind ?? number;
    const meant =
      rest === null || rest.verdict === 'error' ? (rest?.suggestions ?? NOTHING) : [String(rest.display)];
    return checked(input, kind, [kind], misshapen([damage.problem], meant));
  }
  const other = options.kind === undefined ? otherCodeOf(code) : null;
  if (other === null) return null;
  const severity = asked === null ? 'warning' : 'error';
  return checked(input, null, NOTHING, misshapen([problem('code.looks-like', severity, { other })]));
}

/** It has the shape of one kind or more. */
function fitting({ input, code, asked, options }: Case, best: Kind, fits: readonly Kind[]): Check {
  if (asked === null) {
    return checked(input, best, fits, withOtherReading(JUDGES[best](code, options), code, best, fits[1]));
  }
  if (fits.includes(asked)) return checked(input, asked, fits, JUDGES[asked](code, options));
  const found = JUDGES[best](code, options);
  const other = { expected: kindWord(asked), found: foundWord(best, found) };
  const holds = !hasError(found);
  // Eight digits are any number: a wrong one is not an EAN-8 typed in the wrong box.
  const isTelling = holds || (!NUMBERS.includes(asked) && code.compact.length > 8);
  if (options.kind === undefined && isTelling) {
    return checked(input, best, fits, withProblem(found, problem('code.other-kind', 'warning', other)));
  }
  const forced = JUDGES[asked](code, options);
  if (!holds || !hasError(forced)) return checked(input, asked, fits, forced);
  return checked(input, asked, fits, { ...forced, problems: [problem('code.other-kind', 'error', other)] });
}

/** A number that holds as two kinds: the second is a remark. Printed music is both by nature. */
function withOtherReading(judged: Judged, code: Cleaned, first: Kind, second: Kind | undefined): Judged {
  if (second === undefined || first === 'ismn' || hasError(judged) || !gtinHolds(code.compact)) return judged;
  const kinds = { first: kindWord(first), second: kindWord(second) };
  return withProblem(judged, problem('code.several-kinds', 'info', kinds));
}

/** It has the shape of no kind: a slip, letters of another alphabet, or no code at all. */
function unfitting({ input, code, asked, options }: Case): Check {
  const foreign = foreignCharacters(code);
  const plain = foreign?.plain ?? code;
  const fits = candidatesOf(plain.compact);
  const near = fits.length > 0 ? fits : nearestKinds(plain);
  const nearest = near.find((one) => one === asked) ?? near[0];
  const kind = options.kind ?? nearest ?? (/[0-9]/.test(plain.compact) ? asked : null);
  if (kind === null) return unknown(input, code);
  const judged = JUDGES[kind](plain, options);
  const candidates = near.length > 0 ? near : [kind];
  if (foreign === null) {
    if (asked === null || asked === kind) return checked(input, kind, candidates, judged);
    const other = problem('code.other-kind', 'warning', {
      expected: kindWord(asked),
      found: foundWord(kind, judged),
    });
    return checked(input, kind, candidates, withProblem(judged, other));
  }
  const meant = judged.display === null || hasError(judged) ? judged.suggestions : [judged.display];
  return checked(input, kind, candidates, misshapen(foreign.problems, meant));
}

function unknown(input: string, code: Cleaned): Check {
  const length = [...code.compact].length;
  return checked(input, null, NOTHING, misshapen([problem('code.unknown', 'error', { length })]));
}
