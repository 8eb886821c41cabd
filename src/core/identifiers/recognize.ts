import { problem } from '../problem.ts';
import { type Check, misshapen, NOTHING } from './check.ts';
import { type Cleaned, clean } from './clean.ts';
import { type Cell, cellsOf } from './finding/chunks.ts';
import type { LabelBefore } from './finding/label-before.ts';
import { type Token, tokensOf } from './finding/tokens.ts';
import { gtinHolds } from './gtin-form.ts';
import { type CheckOptions, judge } from './judge.ts';
import { checked } from './judges.ts';

/** More codes than this in one field are counted, not listed. */
const MOST_LISTED = 10;
/** In a clause of its own, among clauses with words, a shorter number is any number. */
const SHORTEST_AMONG_WORDS = 11;

/** A code in a longer text. */
export type Found = {
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units as JavaScript counts them; `end` is behind it. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
  readonly check: Check;
};

/**
 * Check one text as one code: which kind it is, whether shape and check digit hold, what is odd, what may have been
 * meant. Nothing is refused but for shape and check digit, and nothing is put right: suggestions wait for a person.
 *
 * One field holds one code. Where there are two, they are listed (`code.several`); none is taken for the other.
 * It never throws, whatever the text.
 */
export function checkIdentifier(text: string, options: CheckOptions): Check {
  const cleaned = clean(text);
  if (!cleaned.ok) {
    const kind = options.kind ?? null;
    return checked(text, kind, kind === null ? NOTHING : [kind], misshapen([cleaned.problem]));
  }
  const check = judge(text, cleaned.value, options);
  const mayHoldMore = check.normalized === null ? isParted(cleaned.value) : isTwoBarcodes(cleaned.value);
  return mayHoldMore ? (amongOthers(text, check, options) ?? check) : check;
}

/** It is long enough for two codes, or has what stands between two, or between a code and words. */
function isParted({ text, compact }: Cleaned): boolean {
  return compact.length >= 20 || /[^A-Z0-9.-]/.test(text);
}

/** Two EAN-8 with a space between pass for one ISNI one time in eleven, and no ISNI is grouped so. */
function isTwoBarcodes({ text }: Cleaned): boolean {
  const halves = text.split(/[ ,]+/);
  return halves.length === 2 && halves.every((half) => half.length === 8 && gtinHolds(half));
}

/** A text that is no good code as a whole may hold some; null where it holds none but itself. */
function amongOthers(text: string, check: Check, options: CheckOptions): Check | null {
  const found = findCodes(text, options).map((one) => one.check);
  const suggestions = distinct(found.flatMap(({ display }) => display ?? []));
  if (found.length > 1) {
    const codes = distinct(found.map(({ display, input }) => display ?? input));
    const several = problem('code.several', 'error', { count: found.length, codes });
    const candidates = [...new Set(found.flatMap(({ kind }) => kind ?? []))];
    return checked(text, options.kind ?? null, candidates, misshapen([several], suggestions));
  }
  const [only] = found;
  if (only === undefined || only.display === null || only.verdict === 'error') return null;
  const code = only.display;
  if (check.suggestions.includes(code)) return null;
  const around = problem('code.words-around', 'error', { code });
  return checked(text, options.kind ?? only.kind, only.candidates, misshapen([around], suggestions));
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].slice(0, MOST_LISTED);
}

/**
 * Every code in a text of any kind: a list with any separators, a table, an e-mail.
 *
 * Where nothing but codes stands in a line or cell, everything long enough to be a code is checked and gets its
 * verdict, so that an ISRC with a character lost is not passed over. Among words only what can hardly be anything else
 * counts: the shape of an ISRC, a long number whose check digit agrees, or whatever a label announces. Dates,
 * telephone numbers and words are left alone.
 *
 * @returns the codes in the order of the text, the same code as often as it stands there
 */
export function findCodes(text: string, options: CheckOptions): readonly Found[] {
  const found: Found[] = [];
  for (const cell of cellsOf(text)) {
    for (const token of codesOf(text, cell, options)) {
      const code = text.slice(token.start, token.end);
      const check = checkPiece(code, token.label, options);
      found.push({ text: code, start: token.start, end: token.end, line: cell.line, check });
    }
  }
  return found;
}

function codesOf(text: string, cell: Cell, options: CheckOptions): readonly Token[] {
  const clauses = [];
  let label: LabelBefore | null = null;
  for (const clause of cell.clauses) {
    const tokens = tokensOf(text, clause, options, label);
    label = tokens.label;
    clauses.push(tokens);
  }
  const amongWords = clauses.some((clause) => clause.hasWords);
  return clauses.flatMap(({ tokens, hasWords }) =>
    tokens.filter(({ grade, length }) => {
      if (grade === 'sure' || !amongWords) return true;
      return grade === 'near' && !hasWords && length >= SHORTEST_AMONG_WORDS;
    }),
  );
}

function checkPiece(code: string, label: LabelBefore | null, options: CheckOptions): Check {
  const cleaned = clean(code);
  if (!cleaned.ok) return checked(code, null, NOTHING, misshapen([cleaned.problem]));
  return judge(code, { ...cleaned.value, label: cleaned.value.label ?? label?.kind ?? null }, options);
}
