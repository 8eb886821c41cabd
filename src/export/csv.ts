import { type Options, stringify } from 'csv-stringify/sync';

export type Delimiter = ',' | ';' | '\t' | '|';

/** What a spreadsheet could take for the start of a formula, also behind characters that it drops or does not show. */
const FORMULA = /^(?:[\t\r\n\0]|[\s\p{C}]*[=+\-@＝＋－＠])/u;
const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)?$/;

/**
 * A table as CSV that spreadsheets open as it is meant: UTF-8 with a byte order mark, lines ending in CR LF.
 *
 * A cell that could run as a formula gets an apostrophe in front, which spreadsheets take for "this is text"; a plain
 * negative number stays a number. All other cells come back the same from any CSV reader.
 *
 * @see owasp.org, CSV Injection
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): Uint8Array {
  return Buffer.from(`\ufeff${lines(rows, delimiter)}`);
}

/** The same for a table of any length that comes some rows at a time, which are taken no faster than the bytes are. */
export async function* csvChunks(
  source: AsyncIterable<readonly (readonly string[])[]>,
  delimiter: Delimiter = ',',
): AsyncGenerator<Uint8Array> {
  yield Buffer.from('\ufeff');
  for await (const rows of source) {
    if (rows.length > 0) yield Buffer.from(lines(rows, delimiter));
  }
}

function lines(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  const options: Options = {
    delimiter,
    record_delimiter: 'windows',
    // A lone CR or LF inside of a cell would end the row for most readers.
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: { string: guard },
  };
  return stringify(
    rows.map((row) => [...row]),
    options,
  );
}

/** Adds to what `escape_formulas` knows: NUL, line feeds, hidden characters in front; and spares numbers. */
function guard(cell: string): string | { value: string; escape_formulas: boolean } {
  if (NEGATIVE_NUMBER.test(cell)) return { value: cell, escape_formulas: false };
  return guarded(cell);
}

/** A cell with an apostrophe in front where it could run as a formula. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
