import type { AskingProblemDetails } from './asking-problems.ts';
import type { CatalogProblemDetails } from './catalog-problems.ts';
import type { LedgerProblemDetails } from './ledger/problems.ts';
import type { LicenseProblemDetails } from './license-problems.ts';
import type { ReleaseProblemDetails } from './release-problems.ts';
import type { SplitProblemDetails } from './sheet/problems.ts';

/**
 * How the core says no.
 *
 * A rule never writes a sentence: it names what it found with a code and the values that belong to it. The words
 * are in `src/text/problems.ts`, in English, and from there in every language. To add a refusal, add its line to
 * `ProblemDetails` and its sentence to `problemWords`; without the sentence nothing compiles.
 */

/** `error`: does not hold. `warning`: may be right, look at it. `info`: nothing to do, good to know. */
export type Severity = 'error' | 'warning' | 'info';

type None = Record<string, never>;

type DetailsElsewhere = AskingProblemDetails &
  CatalogProblemDetails &
  LedgerProblemDetails &
  LicenseProblemDetails &
  ReleaseProblemDetails &
  SplitProblemDetails;

/** Every problem there is, with the values its sentence needs. Values are data, never words of a language. */
export type ProblemDetails = DetailsElsewhere & {
  // Any code, before its kind matters. Positions count from 1 over the letters and digits of the code, as people
  // count them: label, hyphens and spaces left out.
  'code.empty': None;
  'code.too-long': { readonly length: number; readonly limit: number };
  'code.several': { readonly count: number; readonly codes: readonly string[] };
  'code.look-alike': Character & { readonly script: 'cyrillic' | 'greek' | 'other'; readonly plain: string };
  'code.foreign-digit': Character & { readonly plain: string };
  'code.foreign-character': Character;
  'code.scientific': { readonly text: string };
  'code.decimal': { readonly text: string };
  'code.words-around': { readonly code: string };
  'code.unknown': { readonly length: number };
  'code.looks-like': { readonly other: OtherCode };
  'code.other-kind': { readonly expected: KindWord; readonly found: KindWord };
  'code.several-kinds': { readonly first: KindWord; readonly second: KindWord };

  // ISRC. `groups` is what was typed in its four groups, `US RC1 76 0783_`, an underscore for each missing character.
  'isrc.length': { readonly length: number; readonly groups: string };
  'isrc.group-length': {
    readonly length: number;
    readonly groups: string;
    readonly group: 'letters' | 'registrant' | 'year' | 'designation';
    readonly has: number;
    readonly needs: number;
  };
  'isrc.letter-expected': Found;
  'isrc.digit-expected': Found;
  'isrc.character': Found;
  'isrc.grouping': { readonly grouping: string; readonly code: string };
  'isrc.label-read-as-code': { readonly code: string };
  'isrc.documentation': None;
  'isrc.prefix-unlisted': Listed;
  'isrc.prefix-part-number': Listed;
  'isrc.prefix-retired': Listed;
  'isrc.year-ahead': { readonly year: string };
  'isrc.year-unusual': { readonly year: string };
  'isrc.designation-zero': None;

  // ISWC.
  'iswc.length': { readonly length: number };
  'iswc.letter': { readonly found: string };
  'iswc.letter-missing': { readonly code: string };
  'iswc.digit-expected': Found;
  'iswc.template': { readonly found: string; readonly expected: string };
  'iswc.published-example': { readonly found: string; readonly expected: string };
  'iswc.sample': { readonly expected: string };
  'iswc.check-digit': CheckDigit;
  'iswc.zero': None;

  // Barcodes: UPC-A, EAN-13, EAN-8, GTIN-14.
  'gtin.length': { readonly length: number };
  'gtin.digit-expected': Found;
  'gtin.check-digit': CheckDigit;
  'gtin.zeros': None;
  'gtin.check-digit-missing': { readonly length: number; readonly code: string };
  'gtin.leading-zero-lost': { readonly length: number; readonly code: string };
  'gtin.eleven-digits': { readonly padded: string; readonly completed: string };
  'gtin.add-on': { readonly length: number; readonly addOn: string; readonly code: string };
  'gtin.upc-e': { readonly code: string };
  'gtin.upc-e-or-ean-8': { readonly code: string };
  'gtin.packaging-level': { readonly level: string };
  'gtin.variable-measure': None;
  'gtin.in-store': { readonly prefix: string };
  'gtin.book': None;
  'gtin.printed-music': None;

  // IPI name number and base number.
  'ipi.length': { readonly length: number };
  'ipi.digit-expected': Found;
  'ipi.check-digit': CheckDigit;
  'ipi.zeros': None;
  'ipi-base.length': { readonly length: number };
  'ipi-base.letter': { readonly found: string };
  'ipi-base.digit-expected': Found;
  'ipi-base.check-digit': CheckDigit;
  'ipi-base.zeros': None;
  'ipi-base.ask-name-number': None;

  // ISNI.
  'isni.length': { readonly length: number };
  'isni.digit-expected': Found;
  'isni.check-digit': CheckDigit;
  'isni.zeros': None;
  'isni.orcid': None;

  // GRid and DPID.
  'grid.length': { readonly length: number };
  'grid.prefix': { readonly found: string };
  'grid.character': Found;
  'grid.check-character': CheckDigit;
  'dpid.length': { readonly length: number };
  'dpid.prefix': { readonly found: string };
  'dpid.character': Found;
  'dpid.letter': Found;
  'dpid.check-character': CheckDigit;

  // ISMN.
  'ismn.length': { readonly length: number };
  'ismn.prefix': { readonly found: string };
  'ismn.digit-expected': Found;
  'ismn.check-digit': CheckDigit;
  'ismn.old-form': { readonly code: string };

  // A line of a file of JSON strings, counted from 1.
  'line.json': { readonly line: number };
  'line.not-text': {
    readonly line: number;
    readonly found: 'number' | 'boolean' | 'null' | 'list' | 'object';
  };

  // A prefix list that an operator put in place of ours. `place` as in JavaScript: `prefixes[3].code`.
  'prefixes.json': { readonly reason: string };
  'prefixes.file': None;
  'prefixes.entry': {
    readonly place: string;
    readonly needs: 'object' | 'list' | 'date' | 'letters' | 'text' | 'status';
  };
  'prefixes.twice': { readonly letters: string };

  // What was typed to the bot.
  'command.missing': { readonly commands: readonly string[] };
  'command.unknown': { readonly typed: string; readonly commands: readonly string[] };
  'command.incomplete': { readonly command: string; readonly commands: readonly string[] };
  'command.gone': None;
  'option.missing': Option;
  'option.unreadable': Option;
  'option.unknown': { readonly typed: string; readonly options: readonly string[] };
  'option.too-long': Limited;
  'option.number': Option;
  'option.too-large': Limited;
  'option.too-small': Limited;
  'option.date': Option;
  /** `choices`: what people see of each, as messages in English. */
  'option.choice': Option & { readonly choices: readonly string[] };
  'permission.admin': None;
  'permission.unknown': None;

  // Attached files.
  'file.too-large': { readonly limitMegabytes: number };
  'file.gone': { readonly name: string };
  'file.expired': { readonly name: string };
  'file.several': { readonly count: number };
  'file.refused': { readonly name: string };
  // What is inside of it. Lines count from 1.
  'file.empty': None;
  'file.kind': { readonly kind: string };
  'file.no-codes': None;
  'file.row-too-long': { readonly line: number; readonly limitKilobytes: number };
  'file.too-many-columns': { readonly line: number; readonly count: number; readonly limit: number };
  'file.quote-open': { readonly line: number };

  // What a platform refuses us, in its own word where that helps to look it up.
  'platform.missing-permission': { readonly permissions: readonly string[] };
  'platform.no-channel': None;
  'platform.no-direct-message': { readonly name: string };
  'platform.unreachable': { readonly platform: string };
  'platform.refused': { readonly platform: string; readonly reason: string };

  // The ledger of a team as it is stored. Sizes count entries; `signed` is the size that was signed once.
  'evidence.none': None;
  'evidence.cut': { readonly size: number; readonly signed: number };
  'evidence.forked': { readonly size: number };
  'evidence.heads': None;
  'evidence.key-changed': None;
  'evidence.origin-changed': { readonly ledger: string; readonly now: string };
  'evidence.clock': { readonly minutes: number; readonly side: 'ahead' | 'behind' };
  'evidence.damaged': { readonly entry: number };
  'evidence.unknown-entry': { readonly entry: number; readonly size: number };
  'evidence.erase-needed': { readonly entries: string };
};

/** A kind of code as messages select it. A barcode is called what people call it: by its digits, UPC or EAN. */
export type KindWord =
  | 'isrc'
  | 'iswc'
  | 'upc'
  | 'ean'
  | 'gtin'
  | 'book'
  | 'ipi'
  | 'ipiBase'
  | 'isni'
  | 'orcid'
  | 'grid'
  | 'dpid'
  | 'ismn';

/** Codes we recognize by their shape and do not check. */
export type OtherCode = 'isan' | 'eidr' | 'labelCode' | 'jasracWork' | 'recordingNotice' | 'copyrightNotice';

/** A character of another alphabet: where it stands, itself, and its code point as `U+0410`. */
type Character = { readonly position: number; readonly character: string; readonly codePoint: string };
/** A character that cannot stand at this position of the code. */
type Found = { readonly position: number; readonly found: string };
type CheckDigit = { readonly found: string; readonly expected: string };
/** An ISRC prefix held against the list of this date; in parts, since a date of a list has no hour and no zone. */
type Listed = {
  readonly prefix: string;
  readonly listYear: number;
  readonly listMonth: number;
  readonly listDay: number;
};

type Option = { readonly option: string };
type Limited = Option & { readonly limit: number };

export type ProblemCode = keyof ProblemDetails;

/** One refusal or remark; a union by code, so that `details` follows from a look at `code`. */
export type Problem<C extends ProblemCode = ProblemCode> = {
  [K in C]: { readonly code: K; readonly severity: Severity; readonly details: ProblemDetails[K] };
}[C];

/** What a parser gives back: the typed value, or why there is none. */
export type Parsed<T, C extends ProblemCode = ProblemCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem<C> };

/** The details may be left out exactly where the code has none. */
type DetailsOf<C extends ProblemCode> = ProblemDetails[C] extends None ? [] : [details: ProblemDetails[C]];

export function good<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function bad<C extends ProblemCode>(
  code: C,
  ...details: DetailsOf<C>
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: problem(code, 'error', ...details) };
}

/** One problem of any severity; `bad` is the short way for a refusal. */
export function problem<C extends ProblemCode>(
  code: C,
  severity: Severity,
  ...details: DetailsOf<C>
): Problem<C> {
  return { code, severity, details: details[0] ?? {} } as Problem<C>;
}

/** The value, where a refusal ends the work. @throws UserError with the problem, for the router to put into words. */
export function must<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new UserError(parsed.problem);
}

/**
 * A refusal on its way to the person who asked. It carries no words: whoever catches it knows the reader's language.
 * Its `message` is the code, for logs.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problem: Problem;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.problem = { severity: 'error', ...refusal } as Problem;
  }
}

/** A problem whose severity may be left out, since what is thrown is an error. */
type Refusal<C extends ProblemCode = ProblemCode> = {
  [K in C]: { readonly code: K; readonly details: ProblemDetails[K]; readonly severity?: Severity };
}[C];
