import { setImmediate as breathe } from 'node:timers/promises';
import type { Check, Rules } from '../../core/identifiers/check.ts';
import type { Kind } from '../../core/identifiers/kind.ts';
import { checkIdentifier, findCodes } from '../../core/identifiers/recognize.ts';
import { UserError } from '../../core/problem.ts';
import type { ByteReader } from '../byte-reader.ts';
import type { TextEncoding } from '../encoding.ts';
import { type Columns, findColumns } from './columns.ts';
import type { Delimiter, Layout } from './delimiter.ts';
import { isMissing } from './missing.ts';
import { chained, openRows, SAMPLE_ROWS } from './open-rows.ts';
import type { Row } from './rows.ts';

export type TableOptions = {
  readonly rules: Rules;
  /** The kind that was asked for; it judges the codes of columns that are of no one kind. */
  readonly expect?: Kind;
  /** Called every few hundred rows, for the working message. */
  readonly onProgress?: (progress: Progress) => void;
};

export type Progress = { readonly rows: number; readonly bytes: number };

export type CheckedRow = {
  readonly line: number;
  /** As in the file; of running text, the one code found. */
  readonly cells: readonly string[];
  /** One for each column of codes, null where the cell says there is none; null for titles, headings, blank rows. */
  readonly checks: readonly (Check | null)[] | null;
};

/** A text file that was opened: what is in it is known, its rows are still to be read. */
export type Table = {
  /** `prose`: running text or notes, out of which every code is taken, one row for each. */
  readonly shape: 'table' | 'prose';
  readonly columns: Columns;
  readonly delimiter: Delimiter;
  /** Both are settled only when the rows have been read. */
  readonly decoding: { readonly encoding: TextEncoding; readonly damaged: boolean };
  /**
   * Some rows at a time, to be read once and no faster than they are taken.
   *
   * @throws UserError `file.*`: a row too long or too wide, a quote left open, no code at all, a file too large
   */
  rows(): AsyncGenerator<readonly CheckedRow[]>;
};

/** Finds out how a text file is divided and which columns hold codes. @throws UserError `file.*`, as `rows` does */
export async function openTable(reader: ByteReader, options: TableOptions): Promise<Table> {
  const { layout, decoding, first: taken, rest } = await openRows(reader);
  const first = onOneLine(taken, layout) ?? taken;
  const columns = findColumns(first.slice(0, SAMPLE_ROWS), (cell) => checkIdentifier(cell, options.rules));
  const shape = columns.codes.length > 0 ? 'table' : 'prose';
  const rows = chained([first], rest);
  return {
    shape,
    columns: shape === 'table' ? columns : PROSE,
    delimiter: layout.delimiter ?? ',',
    decoding,
    rows: () => {
      const checked = shape === 'table' ? checkTable(rows, columns, options) : checkProse(rows, options);
      return paced(checked, reader, options);
    },
  };
}

/** The codes of running text stand in a column of their own. */
const PROSE: Columns = { codes: [{ index: 0, name: null, kind: null }], rowsAbove: 0, width: 1 };

/** Codes that stand side by side on the only line of a file, as rows; null where it is not so. */
function onOneLine(rows: readonly Row[], layout: Layout): readonly Row[] | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const only = filled[0];
  if (only === undefined || filled.length > 1 || layout.delimiter !== null) return null;
  const pieces = only.cells.flatMap((cell) => cell.split(/[,;\t|]/)).map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== '').map((piece) => ({ line: only.line, cells: [piece] }));
}

async function* checkTable(
  source: AsyncIterable<readonly Row[]>,
  { codes, rowsAbove, width }: Columns,
  { rules, expect }: TableOptions,
): AsyncGenerator<readonly CheckedRow[]> {
  let above = rowsAbove;
  const columns = codes.map(({ index, kind }) => ({ index, asked: { ...rules, expect: kind ?? expect } }));
  for await (const rows of source) {
    yield rows.map(({ line, cells }) => {
      if (above > 0 || cells.every((cell) => cell.trim() === '') || (width === 1 && !hasDigit(cells))) {
        above--;
        return { line, cells, checks: null };
      }
      const checks = columns.map(({ index, asked }) => {
        const cell = cells[index] ?? '';
        return isMissing(cell) ? null : checkIdentifier(cell, asked);
      });
      return { line, cells, checks };
    });
  }
}

/** Every kind of code has digits; in a list, a line without any is a heading or a greeting. */
function hasDigit(cells: readonly string[]): boolean {
  return cells.some((cell) => /\p{Nd}/u.test(cell));
}

async function* checkProse(
  source: AsyncIterable<readonly Row[]>,
  { rules, expect }: TableOptions,
): AsyncGenerator<readonly CheckedRow[]> {
  const asked = { ...rules, expect };
  let found = false;
  for await (const rows of source) {
    const codes = rows.flatMap(({ line, cells }) =>
      cells
        .flatMap((cell) => findCodes(cell, asked))
        .map(({ text, check }) => ({ line, cells: [text], checks: [check] })),
    );
    found ||= codes.length > 0;
    yield codes;
  }
  if (!found) throw new UserError({ code: 'file.no-codes', details: {} });
}

/** Lets others have their turn, tells how far it is, and lets go of the download at the end, whatever the end is. */
async function* paced(
  source: AsyncIterable<readonly CheckedRow[]>,
  reader: ByteReader,
  { onProgress }: TableOptions,
): AsyncGenerator<readonly CheckedRow[]> {
  let count = 0;
  try {
    for await (const rows of source) {
      yield rows;
      count += rows.length;
      onProgress?.({ rows: count, bytes: reader.position });
      await breathe();
    }
  } finally {
    await reader.close();
  }
}
