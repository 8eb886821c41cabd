import builtIn from '../data/isrc-prefixes.json' with { type: 'json' };
import { bad, good, must, type Parsed } from '../problem.ts';

/** What the list says of the first two letters of an ISRC. The letters are no country: see ISO 3901:2019. */
export type Prefix = {
  readonly letters: string;
  /** Who hands out codes under these letters; null where the list does not say. */
  readonly agency: string | null;
  /** Where that agency is asked from, in English; never "where it was recorded". */
  readonly territory: string | null;
  /** `part-number`: not assigned, but a shop numbers its goods in the same shape. */
  readonly status: 'assigned' | 'retired' | 'part-number';
};

/** One edition of IFPI's list "Valid Characters in the ISRC Prefix". */
export type PrefixList = {
  /** The date of the edition, `2025-11-04`, and the same in numbers. */
  readonly asOf: string;
  readonly listYear: number;
  readonly listMonth: number;
  readonly listDay: number;
  readonly byLetters: ReadonlyMap<string, Prefix>;
};

type ListProblem = 'prefixes.json' | 'prefixes.file' | 'prefixes.entry' | 'prefixes.twice';

/** The edition that came with this release; an operator's file takes its place through `parsePrefixList`. */
export const builtInPrefixes: PrefixList = must(readList(builtIn));

/**
 * Read a list of prefixes from JSON text, in the form of `src/core/data/isrc-prefixes.json`: `asOf` (a date) and
 * `prefixes`, each with `code` (two letters), `agency`, `territory` (text or null) and `status` (`assigned` or
 * `retired`). `notAssigned`, the look-alikes, may be left out. Anything else in the file is for its readers.
 *
 * A list with one bad row is refused as a whole: a slip in a file must not turn good codes into unlisted ones.
 *
 * @returns the list; or `prefixes.json`; or `prefixes.file` where it is something else; or `prefixes.entry` with the place (`prefixes[3].code`) and what it needs;
 *   or `prefixes.twice` with the letters that stand in two rows.
 */
export function parsePrefixList(json: string): Parsed<PrefixList, ListProblem> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return bad('prefixes.json', { reason: (error as SyntaxError).message });
  }
  return readList(data);
}

function readList(data: unknown): Parsed<PrefixList, ListProblem> {
  if (!isRecord(data)) return bad('prefixes.file');
  const date = typeof data.asOf === 'string' ? readDate(data.asOf) : null;
  if (date === null) return bad('prefixes.entry', { place: 'asOf', needs: 'date' });
  const { prefixes, notAssigned = [] } = data;
  if (!Array.isArray(prefixes) || prefixes.length === 0) {
    return bad('prefixes.entry', { place: 'prefixes', needs: 'list' });
  }
  if (!Array.isArray(notAssigned)) return bad('prefixes.entry', { place: 'notAssigned', needs: 'list' });

  const byLetters = new Map<string, Prefix>();
  for (const [index, row] of prefixes.entries()) {
    const prefix = readPrefix(row, `prefixes[${index}]`);
    if (!prefix.ok) return prefix;
    if (byLetters.has(prefix.value.letters)) return bad('prefixes.twice', { letters: prefix.value.letters });
    byLetters.set(prefix.value.letters, prefix.value);
  }
  for (const row of notAssigned) {
    if (!isRecord(row) || row.kind !== 'look-alike' || !isLetters(row.code) || byLetters.has(row.code))
      continue;
    byLetters.set(row.code, { letters: row.code, agency: null, territory: null, status: 'part-number' });
  }
  return good({ ...date, byLetters });
}

function readPrefix(row: unknown, place: string): Parsed<Prefix, 'prefixes.entry'> {
  if (!isRecord(row)) return bad('prefixes.entry', { place, needs: 'object' });
  const { code, agency, territory, status } = row;
  if (!isLetters(code)) return bad('prefixes.entry', { place: `${place}.code`, needs: 'letters' });
  if (!isTextOrNull(agency)) return bad('prefixes.entry', { place: `${place}.agency`, needs: 'text' });
  if (!isTextOrNull(territory)) return bad('prefixes.entry', { place: `${place}.territory`, needs: 'text' });
  if (status !== 'assigned' && status !== 'retired') {
    return bad('prefixes.entry', { place: `${place}.status`, needs: 'status' });
  }
  return good({ letters: code, agency, territory, status });
}

function readDate(asOf: string): Pick<PrefixList, 'asOf' | 'listYear' | 'listMonth' | 'listDay'> | null {
  const date = new Date(`${asOf}T00:00Z`);
  // The 30th of February is read as the 2nd of March.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== asOf) return null;
  return {
    asOf,
    listYear: date.getUTCFullYear(),
    listMonth: date.getUTCMonth() + 1,
    listDay: date.getUTCDate(),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLetters(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
