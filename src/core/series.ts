import {
  barcodeAt,
  type Counter,
  catalogNumberAt,
  type Given,
  isrcAt,
  nextCatalogNumber,
  nextGtin,
  nextIsrc,
  placesOf,
  printedPrefix,
  type Range,
} from './assignment.ts';
import type { Rules } from './identifiers/check.ts';
import type { Time } from './ledger/entry-types.ts';
import { bad, good, type Parsed } from './problem.ts';

/** `isrc`: a prefix. `gtin`: a company prefix of GS1. `catalog-number`: a pattern. */
export type SeriesScheme = 'isrc' | 'gtin' | 'catalog-number';

/** What codes are given from, of whichever kind. */
export type CodeSeries = {
  readonly scheme: SeriesScheme;
  /** The prefix or the pattern. */
  readonly name: string;
  /** Digits of a barcode; null for others. */
  readonly length: 12 | 13 | null;
  readonly ranges: readonly Range[];
  readonly closed: boolean;
};

/** How far a series has come; the year only of an ISRC prefix, which begins anew with each. */
export type Reached = Counter & { readonly year: number | null };

/** The moment of an assignment, and the calendar year it falls into where the team is. */
export type Moment = { readonly at: Time; readonly year: number };

/** The next code of a series, in the form in which codes are compared. @returns as `nextIsrc`, `nextGtin`, `nextCatalogNumber` */
export function nextCode(
  series: CodeSeries,
  reached: Reached,
  { at, year }: Moment,
  taken: ReadonlySet<number>,
  rules: Rules,
): Parsed<Given<string, Reached>> {
  const { scheme, name, length, ranges, closed } = series;
  if (scheme === 'isrc') {
    return nextIsrc({ prefix: name, ranges, closed }, reached, { year, at }, taken, rules);
  }
  const next =
    scheme === 'gtin'
      ? nextGtin({ prefix: name, length: length ?? 13, ranges, closed }, reached, at, taken, rules)
      : nextCatalogNumber({ pattern: name, ranges, closed }, reached, at, taken, rules);
  if (!next.ok) return next;
  const { code, counter, passedOver } = next.value;
  return good({ code, counter: { ...counter, year: null }, passedOver });
}

/** A series as people read it: `QZ-ABC`, `88644`, `BUS-###`. */
export function printedSeries({ scheme, name }: Pick<CodeSeries, 'scheme' | 'name'>): string {
  return scheme === 'isrc' ? printedPrefix(name) : name;
}

/** The code with a number of a series, as `nextCode` gives it. */
export function codeAt({ scheme, name, length }: CodeSeries, year: number | null, number: number): string {
  if (scheme === 'isrc') return isrcAt(name, year ?? 0, number);
  if (scheme === 'gtin') return barcodeAt(name, length ?? 13, number).padStart(14, '0');
  return catalogNumberAt(name, number);
}

/** All numbers that a series of this name can have, where nobody says which are authorised. */
export function wholeRange({ scheme, name, length }: Omit<CodeSeries, 'ranges' | 'closed'>): Range {
  if (scheme === 'isrc') return [1, 99_999];
  if (scheme === 'gtin') return [0, 10 ** Math.max(1, (length ?? 13) - 1 - name.length) - 1];
  return [1, 10 ** Math.max(1, placesOf(name)) - 1];
}

/** The numbers that come next, at most so many, whether they are in use or not. */
export function upcoming(
  series: CodeSeries,
  reached: Reached,
  year: number,
  most: number,
): readonly number[] {
  const numbers: number[] = [];
  for (const [from, to] of openRanges(series, reached, year)) {
    for (let number = from; number <= to; number += 1) {
      if (numbers.length === most) return numbers;
      numbers.push(number);
    }
  }
  return numbers;
}

/** How many numbers there are still; those that others have used are among them. */
export function countLeft(series: CodeSeries, reached: Reached, year: number): number {
  return openRanges(series, reached, year).reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** Whether a number is still to come. */
export function isAhead(series: CodeSeries, reached: Reached, year: number, number: number): boolean {
  return openRanges(series, reached, year).some(([from, to]) => from <= number && number <= to);
}

/** What is left of each range, in the order in which they are used up. */
function openRanges(series: CodeSeries, reached: Reached, year: number): readonly Range[] {
  const begun = series.scheme === 'isrc' && reached.year !== year ? null : reached.last;
  if (begun === null) return series.ranges;
  const at = indexOf(series, begun);
  if (at < 0) return [];
  return series.ranges
    .slice(at)
    .map(([from, to], index): Range => [index === 0 ? begun + 1 : from, to])
    .filter(([from, to]) => from <= to);
}

/** Whether `a` has come further than `b`. */
export function isFurther(series: CodeSeries, a: Reached, b: Reached): boolean {
  if (a.last === null || b.last === null) return a.last !== null;
  if ((a.year ?? 0) !== (b.year ?? 0)) return (a.year ?? 0) > (b.year ?? 0);
  const [first, second] = [indexOf(series, a.last), indexOf(series, b.last)];
  return first === second ? a.last > b.last : first > second;
}

/** The numbers from behind `from` up to and with `to`, which has come further. */
export function numbersBetween(series: CodeSeries, from: Reached, to: Reached): readonly Range[] {
  const { last } = to;
  if (last === null) return [];
  const end = indexOf(series, last);
  const open = openRanges(series, from, to.year ?? 0);
  return open
    .filter(([first]) => indexOf(series, first) <= end)
    .map(([first, lastOfRange]): Range => [first, indexOf(series, first) === end ? last : lastOfRange])
    .filter(([first, lastOfRange]) => first <= lastOfRange);
}

/** Whether a number lies in one of the ranges. */
export function isWithin(series: CodeSeries, number: number): boolean {
  return indexOf(series, number) >= 0;
}

function indexOf({ ranges }: CodeSeries, number: number): number {
  return ranges.findIndex(([from, to]) => from <= number && number <= to);
}

/** Single numbers as ranges of neighbors. */
export function asRanges(numbers: readonly number[]): readonly Range[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

const MOST_RANGES = 50;
const SPAN = /^([0-9]{1,12})(?:\s*(?:[-–—~～]|至)\s*([0-9]{1,12}))?$/;

/**
 * Ranges as people type them: `00001-00500; 10000-19999`. One number alone is a range of one.
 *
 * @returns `assign.range-text` with the first part that is none, or the whole where there is nothing or more than fifty
 */
export function parseRanges(text: string): Parsed<readonly Range[], 'assign.range-text'> {
  const parts = text
    .normalize('NFKC')
    .split(/[;,、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > MOST_RANGES) return bad('assign.range-text', { typed: text });
  const ranges: Range[] = [];
  for (const part of parts) {
    const [, from, to = from] = SPAN.exec(part) ?? [];
    if (from === undefined || to === undefined) return bad('assign.range-text', { typed: part });
    ranges.push([Number(from), Number(to)]);
  }
  return good(ranges);
}
