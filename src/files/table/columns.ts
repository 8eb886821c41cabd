import type { Check } from '../../core/identifiers/check.ts';
import type { Kind } from '../../core/identifiers/kind.ts';
import { kindNamedBy } from './headings.ts';
import { isMissing } from './missing.ts';
import type { Row } from './rows.ts';

export type CodeColumn = {
  /** Counted from 0. */
  readonly index: number;
  /** The heading as the file has it; null where there is none. */
  readonly name: string | null;
  /** null where kinds are mixed in one column. */
  readonly kind: Kind | null;
};

export type Columns = {
  readonly codes: readonly CodeColumn[];
  /** Rows up to here are titles and headings, the last of them the heading; 0 where the codes start at once. */
  readonly rowsAbove: number;
  /** Cells of the widest row looked at. */
  readonly width: number;
};

/** How a column must read to be one of codes: shares of its filled cells. */
const ENOUGH_HOLDING = 0.5;
const ENOUGH_SHAPED = 0.6;
/** Under a heading that names the kind, cells may be as broken as they like, but some must look like codes. */
const ENOUGH_UNDER_HEADING = 0.2;
/** From this share on, a column is of one kind and all else in it is out of place. */
const ONE_KIND = 0.8;
/** The longest title page above a table. */
const MOST_ROWS_ABOVE = 20;

/** Kinds whose shape alone says what they are; a run of digits may be a date, a price or a phone number. */
const TELLING: ReadonlySet<Kind> = new Set(['isrc', 'iswc', 'grid', 'dpid', 'ipi-base']);

type Heading = { readonly row: number; readonly kind: Kind };

type Look = (text: string) => Check;

/**
 * Which columns hold codes, judged by the codes in them. A heading alone makes no column of codes; it only tips the
 * scale where codes are damaged.
 *
 * @param sample the first rows
 * @param look checks one cell with no kind in mind
 */
export function findColumns(sample: readonly Row[], look: Look): Columns {
  let width = 1;
  for (const { cells } of sample) width = Math.max(width, cells.length);
  const checks = sample.map(({ cells }) => cells.map((cell) => (isMissing(cell) ? null : look(cell))));
  const codes: Omit<CodeColumn, 'name'>[] = [];
  let rowsNamed = 0;
  for (let index = 0; index < width; index++) {
    const column = checks.map((row) => row[index] ?? null);
    const heading = headingOf(sample, column, index);
    const below = heading === null ? column : column.slice(heading.row + 1);
    const kind = kindOf(below, heading?.kind ?? null, width === 1);
    if (kind === undefined) continue;
    codes.push({ index, kind });
    rowsNamed = Math.max(rowsNamed, (heading?.row ?? -1) + 1);
  }
  const rowsAbove = rowsNamed > 0 ? rowsNamed : countRowsAbove(checks, codes);
  const headings = rowsAbove === 0 ? undefined : sample[rowsAbove - 1]?.cells;
  return {
    codes: codes.map((column) => ({ ...column, name: nameOf(headings?.[column.index]) })),
    rowsAbove,
    width,
  };
}

function nameOf(heading: string | undefined): string | null {
  const name = heading?.trim() ?? '';
  return name === '' ? null : name;
}

/** The first cell of the column that names a kind, unless a code comes before it. */
function headingOf(sample: readonly Row[], column: readonly (Check | null)[], index: number): Heading | null {
  for (const [row, { cells }] of sample.slice(0, MOST_ROWS_ABOVE).entries()) {
    if (column[row]?.kind != null) return null;
    const kind = kindNamedBy(cells[index] ?? '');
    if (kind !== null) return { row, kind };
  }
  return null;
}

/** undefined: no column of codes. null: one of several kinds. `alone`: the file has no other column. */
function kindOf(
  cells: readonly (Check | null)[],
  named: Kind | null,
  alone: boolean,
): Kind | null | undefined {
  const filled = cells.filter((check) => check !== null);
  const counts = new Map<Kind, number>();
  let holding = 0;
  let shaped = 0;
  for (const check of filled) {
    const kind = check.kind ?? check.candidates[0];
    if (kind === undefined || (named === null && isAmongWords(check))) continue;
    const holds = check.verdict !== 'error' && (alone || named !== null || !isShortBarcode(check));
    if (holds) holding++;
    if (!(holds || alone || named === kind || TELLING.has(kind))) continue;
    shaped++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const enough =
    holding >= filled.length * ENOUGH_HOLDING ||
    shaped >= filled.length * (named === null ? ENOUGH_SHAPED : ENOUGH_UNDER_HEADING);
  return enough && shaped > 0 ? mainKind(counts, named) : undefined;
}

function mainKind(counts: ReadonlyMap<Kind, number>, named: Kind | null): Kind | null {
  let total = 0;
  for (const count of counts.values()) total += count;
  for (const [kind, count] of counts) if (count >= total * ONE_KIND) return kind;
  return named;
}

/** A sentence or a title with a code in it is no cell of codes. */
function isAmongWords({ problems }: Check): boolean {
  return problems.some(({ code }) => code === 'code.words-around' || code === 'code.several');
}

/** Eight digits are a date more often than a barcode, and one date in ten has the right check digit. */
function isShortBarcode(check: Check): boolean {
  return check.parts?.of === 'gtin' && check.parts.form === 'EAN-8';
}

/**
 * How many rows stand above the data, where no heading names a kind of code: up to the last row that has words where the codes are, before the first code.
 * A row whose code is missing belongs to the data, wherever it stands.
 */
function countRowsAbove(
  checks: readonly (readonly (Check | null)[])[],
  codes: readonly { readonly index: number }[],
): number {
  const cells = checks.slice(0, MOST_ROWS_ABOVE).map((row) => codes.flatMap(({ index }) => row[index] ?? []));
  const first = cells.findIndex((row) => row.some(looksTyped));
  return cells.slice(0, Math.max(0, first)).findLastIndex((row) => row.length > 0) + 1;
}

/** A code, or what was meant as one. */
function looksTyped({ kind, input }: Check): boolean {
  return kind !== null || (input.match(/[0-9]/g)?.length ?? 0) >= 4;
}
