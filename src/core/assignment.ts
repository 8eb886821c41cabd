import type { Rules } from './identifiers/check.ts';
import { gs1CheckDigit } from './identifiers/check-digits.ts';
import { type Gtin, parseGtin } from './identifiers/gtin.ts';
import { type Isrc, parseIsrc } from './identifiers/isrc.ts';
import { checkIdentifier } from './identifiers/recognize.ts';
import type { Time } from './ledger/entry-types.ts';
import { bad, good, type Parsed, type Problem } from './problem.ts';

/** Numbers that may be given out, both ends inside. */
export type Range = readonly [from: number, to: number];

/** How far a series has come. It only goes on: whatever was given, reserved or deleted since stays behind it. */
export type Counter = {
  /** The number given last, null before the first. */
  readonly last: number | null;
  /** When that was; null before the first. */
  readonly at: Time | null;
};

/** Designations begin anew each year, so the year is part of how far a prefix has come. */
export type IsrcCounter = Counter & { readonly year: number | null };

/** What numbers are given from. */
type Series = {
  /** In the order in which they are used up; they share no number. A new one is added at the end. */
  readonly ranges: readonly Range[];
  /** Nothing more is given from it. */
  readonly closed: boolean;
};

export type IsrcSeries = Series & { readonly prefix: string };

/** Barcodes behind a company prefix of GS1, as text since zeros in front count; 12 digits for a UPC, 13 for an EAN. */
export type GtinPool = Series & { readonly prefix: string; readonly length: 12 | 13 };

/** Catalog numbers such as `BUS-###`: one run of number signs, a digit for each. */
export type CatalogPool = Series & { readonly pattern: string };

/** A code that may now be written down, and how far its series has come with it. */
export type Given<Code, C extends Counter = Counter> = {
  readonly code: Code;
  readonly counter: C;
  /** Numbers that are in use already and were left out for that. */
  readonly passedOver: readonly number[];
};

type SeriesProblem =
  | 'assign.closed'
  | 'assign.clock'
  | 'assign.range'
  | 'assign.range-overlap'
  | 'assign.counter';
type PrefixProblem = 'assign.prefix' | 'assign.prefix-example' | 'assign.prefix-retired';

const FIRST_DESIGNATION = 1;
const LAST_DESIGNATION = 99_999;

/**
 * The next ISRC of a prefix: its next designation of this year that is authorised and not in use.
 *
 * The year is that of the assignment and begins with the first range again; 00000 is left out, since some software
 * takes it for none. `taken` are designations of this prefix and year that were registered by hand or by others.
 * Nothing is given in doubt: not while the clock stands before the last assignment, and not from a counter that lies in
 * no range.
 *
 * @returns the code in its stored form; or `assign.prefix`, `-example`, `-retired`; `assign.closed`, `assign.clock`,
 *   `assign.range`, `-overlap`, `assign.counter`; `assign.year-full` once 99999 designations are used, or
 *   `assign.range-exhausted` where fewer are authorised
 * @see ISO 3901:2019, year of reference and designation; facts on identifiers, 1.5
 */
export function nextIsrc(
  { prefix, ...series }: IsrcSeries,
  counter: IsrcCounter,
  now: { readonly year: number; readonly at: Time },
  taken: ReadonlySet<number>,
  rules: Rules,
): Parsed<
  Given<Isrc, IsrcCounter>,
  SeriesProblem | PrefixProblem | 'assign.range-exhausted' | 'assign.year-full'
> {
  const { year, at } = now;
  const refusal = refusedPrefix(prefix, rules);
  if (refusal) return { ok: false, problem: refusal };
  if (counter.year !== null && year < counter.year) {
    return bad('assign.clock', {
      series: printedPrefix(prefix),
      last: counter.at ?? `${counter.year}`,
      now: at,
    });
  }
  const begun = counter.year === year ? counter.last : null;
  const within: Range = [FIRST_DESIGNATION, LAST_DESIGNATION];
  const next = advance(printedPrefix(prefix), series, within, { last: begun, at: counter.at }, at, taken);
  if (!next.ok) return next;
  if (next.value === null) {
    const authorised = series.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    const full = authorised === LAST_DESIGNATION;
    return bad(full ? 'assign.year-full' : 'assign.range-exhausted', {
      series: printedPrefix(prefix),
      year,
    });
  }
  const { number, passedOver } = next.value;
  const code = asserted(parseIsrc(isrcAt(prefix, year, number)));
  return good({ code, counter: { year, last: number, at }, passedOver });
}

/**
 * The next barcode of a pool, with its check digit.
 *
 * @returns the code on 14 digits; or what `advance` refuses; `assign.pool-exhausted`; or `assign.pool-prefix` where
 *   the prefix is none, or its numbers are those of books, of weighed goods or of one shop
 * @see GS1 General Specifications: a number is never given twice (since 1 January 2019); facts on identifiers, 3
 */
export function nextGtin(
  { prefix, length, ...series }: GtinPool,
  counter: Counter,
  at: Time,
  taken: ReadonlySet<number>,
  rules: Rules,
): Parsed<Given<Gtin>, SeriesProblem | 'assign.pool-exhausted' | 'assign.pool-prefix'> {
  const places = length - 1 - prefix.length;
  if (!/^[0-9]+$/.test(prefix) || places < 1) return bad('assign.pool-prefix', { prefix });
  const next = advance(prefix, series, [0, 10 ** places - 1], counter, at, taken);
  if (!next.ok) return next;
  if (next.value === null) return bad('assign.pool-exhausted', { series: prefix });
  const { number, passedOver } = next.value;
  const text = barcodeAt(prefix, length, number);
  if (checkIdentifier(text, { ...rules, kind: 'gtin' }).verdict !== 'ok') {
    return bad('assign.pool-prefix', { prefix });
  }
  return good({ code: asserted(parseGtin(text)), counter: { last: number, at }, passedOver });
}

const PATTERN = /^([\p{L}\p{N}][\p{L}\p{N} ._/-]*)?(#{1,9})([\p{L}\p{N} ._/-]*[\p{L}\p{N}])?$/u;
const LONGEST_PATTERN = 40;

/**
 * The next catalog number of a pattern.
 *
 * @returns the number as it is printed; or what `advance` refuses; `assign.pool-exhausted`; or `assign.pattern` where
 *   there is not one run of number signs among letters, digits and ` . _ / -`, or the numbers would be taken for a
 *   code of another kind
 * @see facts on identifiers, 9: catalog numbers that look like an ISRC are a frequent mistake
 */
export function nextCatalogNumber(
  { pattern, ...series }: CatalogPool,
  counter: Counter,
  at: Time,
  taken: ReadonlySet<number>,
  rules: Rules,
): Parsed<Given<string>, SeriesProblem | 'assign.pool-exhausted' | 'assign.pattern'> {
  const places = placesOf(pattern);
  if (places === 0) return bad('assign.pattern', { pattern });
  const next = advance(pattern, series, [0, 10 ** places - 1], counter, at, taken);
  if (!next.ok) return next;
  if (next.value === null) return bad('assign.pool-exhausted', { series: pattern });
  const { number, passedOver } = next.value;
  const code = catalogNumberAt(pattern, number);
  if (checkIdentifier(code, rules).normalized !== null) return bad('assign.pattern', { pattern });
  return good({ code, counter: { last: number, at }, passedOver });
}

/** As agencies print it: `QZ-ABC`. */
export function printedPrefix(prefix: string): string {
  return `${prefix.slice(0, 2)}-${prefix.slice(2)}`;
}

/** The ISRC with this designation, twelve characters. */
export function isrcAt(prefix: string, year: number, number: number): string {
  return prefix + String(year).slice(-2) + String(number).padStart(5, '0');
}

/** The barcode with this number behind its company prefix, its check digit at the end. */
export function barcodeAt(prefix: string, length: 12 | 13, number: number): string {
  const digits = prefix + String(number).padStart(length - 1 - prefix.length, '0');
  return digits + gs1CheckDigit(digits);
}

export function catalogNumberAt(pattern: string, number: number): string {
  return pattern.replace(/#+/, (places) => String(number).padStart(places.length, '0'));
}

/** How many digits the numbers of a pattern have; 0 where it is no pattern. */
export function placesOf(pattern: string): number {
  const [, , places = ''] = PATTERN.exec(pattern) ?? [];
  return pattern.length > LONGEST_PATTERN ? 0 : places.length;
}

/** What makes a prefix one that no new code may be given from; null where nothing does. An unlisted one passes. */
function refusedPrefix(prefix: string, rules: Rules): Problem<PrefixProblem> | null {
  if (!/^[A-Z]{2}[A-Z0-9]{3}$/.test(prefix)) return bad('assign.prefix', { prefix }).problem;
  const { problems } = checkIdentifier(`${prefix}0000001`, { ...rules, kind: 'isrc' });
  const codes = new Set(problems.map(({ code }) => code));
  if (codes.has('isrc.documentation'))
    return bad('assign.prefix-example', { prefix: printedPrefix(prefix) }).problem;
  return codes.has('isrc.prefix-retired')
    ? bad('assign.prefix-retired', { prefix: printedPrefix(prefix) }).problem
    : null;
}

type Next = { readonly number: number; readonly passedOver: readonly number[] };

/** The number after the last one; null where there is no more. */
function advance(
  name: string,
  { ranges, closed }: Series,
  within: Range,
  { last, at: before }: Counter,
  at: Time,
  taken: ReadonlySet<number>,
): Parsed<Next | null, SeriesProblem> {
  if (closed) return bad('assign.closed', { series: name });
  if (before !== null && at < before) return bad('assign.clock', { series: name, last: before, now: at });
  const refusal = refusedRange(ranges, within);
  if (refusal) return { ok: false, problem: refusal };
  const reached = last === null ? 0 : ranges.findIndex(([from, to]) => from <= last && last <= to);
  if (reached < 0) return bad('assign.counter', { series: name, last: last ?? 0 });

  const passedOver: number[] = [];
  for (const [index, [from, to]] of ranges.entries()) {
    if (index < reached) continue;
    for (let number = index === reached && last !== null ? last + 1 : from; number <= to; number += 1) {
      if (!taken.has(number)) return good({ number, passedOver });
      passedOver.push(number);
    }
  }
  return good(null);
}

/** The first range that is none, or that shares a number with one before it: it would be given twice. */
function refusedRange(
  ranges: readonly Range[],
  [lowest, highest]: Range,
): Problem<'assign.range' | 'assign.range-overlap'> | null {
  for (const [index, [from, to]] of ranges.entries()) {
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (!whole || from < lowest || to > highest || to < from) {
      return bad('assign.range', { from, to, lowest, highest }).problem;
    }
    const shared = ranges.slice(0, index).find(([start, end]) => from <= end && start <= to);
    if (shared) {
      return bad('assign.range-overlap', { from, to, otherFrom: shared[0], otherTo: shared[1] }).problem;
    }
  }
  return null;
}

/** @throws Error where a code that was put together here does not hold, which no input can bring about */
function asserted<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`A code was put together wrongly: ${parsed.problem.code}.`);
}
