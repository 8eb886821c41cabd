import { UserError } from '../../core/problem.ts';
import { guarded } from '../../export/csv.ts';
import { ByteReader } from '../../files/byte-reader.ts';
import { LIMITS } from '../../files/limits.ts';
import { DELIMITERS, type Layout } from '../../files/table/delimiter.ts';
import { type OpenRows, openRows } from '../../files/table/open-rows.ts';
import type { Row } from '../../files/table/rows.ts';
import type { Cells } from '../table/cells.ts';
import { type Column, type Heading, readHeading } from '../table/columns.ts';

/** The longest title page above a table. */
const MOST_ROWS_ABOVE = 20;
const MOST_ROWS = 200_000;
/** Of a first row that holds no headings. */
const MOST_SHOWN = 10;
const LONGEST_SHOWN = 40;

export type FileRow = { readonly line: number; readonly cells: Cells };

export type ReadFile = {
  readonly heading: Heading;
  /** Rows that say something, some at a time; to be read once. @throws UserError `file.*`, `catalog.import-too-many` */
  rows(): AsyncGenerator<readonly FileRow[]>;
};

/**
 * A table of items, up to its heading.
 *
 * @throws UserError `file.*`; `catalog.import-headings` where no column holds titles
 */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const { first, rest } = await openTable(bytes);
  for (const [index, { cells }] of first.slice(0, MOST_ROWS_ABOVE).entries()) {
    const heading = readHeading(cells);
    if (heading !== null) return { heading, rows: () => rowsBelow(heading, first.slice(index + 1), rest) };
  }
  const top = first.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
  const headings = top.slice(0, MOST_SHOWN).map((cell) => cell.slice(0, LONGEST_SHOWN).toWellFormed());
  throw new UserError({ code: 'catalog.import-headings', details: { headings } });
}

/** What divides the headings divides the file, where there is too little below them to tell, or all of it is ragged. */
async function openTable(bytes: Uint8Array): Promise<OpenRows> {
  const open = (layout?: Layout) => openRows(new ByteReader(once(bytes), LIMITS.textBytes), layout);
  const found = await open();
  const lines = found.first.slice(0, MOST_ROWS_ABOVE).map(({ cells }) => cells);
  if (found.layout.delimiter !== null || lines.some((cells) => readHeading(cells) !== null)) return found;
  const delimiter = DELIMITERS.find((one) =>
    lines.some(([line = '']) => line.includes(one) && readHeading(line.split(one)) !== null),
  );
  return delimiter === undefined ? found : open({ delimiter, quoted: true, separatorLine: false });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* rowsBelow(
  { places }: Heading,
  first: readonly Row[],
  rest: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly FileRow[]> {
  let count = 0;
  const read = (rows: readonly Row[]): readonly FileRow[] => {
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    count += filled.length;
    if (count > MOST_ROWS)
      throw new UserError({ code: 'catalog.import-too-many', details: { limit: MOST_ROWS } });
    return filled.map(({ line, cells }) => ({ line, cells: named(cells, places) }));
  };
  yield read(first);
  for await (const rows of rest) yield read(rows);
}

/** Cells under their columns; empty ones say nothing and are left out. */
function named(cells: readonly string[], places: ReadonlyMap<Column, number>): Cells {
  const found: { [C in Column]?: string } = {};
  for (const [column, place] of places) {
    const cell = unguarded(cells[place] ?? '').trim();
    if (cell !== '') found[column] = cell;
  }
  return found;
}

/** Our own files have an apostrophe in front of what a spreadsheet could take for a formula. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}
