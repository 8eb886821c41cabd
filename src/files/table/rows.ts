import { CsvError, type Parser, parse } from 'csv-parse';
import { UserError } from '../../core/problem.ts';
import { LIMITS } from '../limits.ts';
import type { Layout } from './delimiter.ts';

/** `line` is where the row begins in the file, from 1; rows with line breaks in their cells take several. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * The rows of a text, each as ragged as it is, those of one piece of text at a time. The next piece is asked for
 * when the rows of the last have been taken.
 *
 * @throws UserError `file.row-too-long`, `file.too-many-columns` or `file.quote-open`, with the line
 */
export async function* readRows(text: AsyncIterable<string>, layout: Layout): AsyncGenerator<readonly Row[]> {
  for await (const rows of layout.quoted ? parsed(text, layout) : singleCells(text)) {
    for (const { line, cells } of rows) {
      if (cells.length <= LIMITS.columns) continue;
      const details = { line, count: cells.length, limit: LIMITS.columns };
      throw new UserError({ code: 'file.too-many-columns', details });
    }
    yield layout.separatorLine && rows[0]?.line === 1 ? rows.slice(1) : rows;
  }
}

async function* parsed(text: AsyncIterable<string>, layout: Layout): AsyncGenerator<readonly Row[]> {
  let line = 1;
  let rows: Row[] = [];
  const parser = parse({
    delimiter: layout.delimiter ?? ',',
    // Longest first; a file that was pieced together can hold all three.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LIMITS.rowBytes,
    on_record: (cells: string[]) => {
      rows.push({ line, cells });
      line += 1 + breaksIn(cells);
      // Kept here; the stream is to bring nothing.
      return null;
    },
  });
  parser.resume();
  // Errors come back from `written`; as an event without a listener they would end the process.
  parser.on('error', () => {});
  try {
    for await (const piece of text) {
      await written(parser, piece);
      yield rows;
      rows = [];
    }
    await written(parser, null);
    yield rows;
  } catch (error) {
    throw error instanceof CsvError ? refusal(error, line) : error;
  }
}

/** Resolves when the parser has worked through the piece; null ends the text. */
function written(parser: Parser, piece: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error == null ? resolve() : reject(error));
    if (piece === null) parser.end(done);
    else parser.write(piece, done);
  });
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) breaks += cell.match(LINE_BREAK)?.length ?? 0;
  return breaks;
}

/** @param line where the row began that could not be read to its end */
function refusal(error: CsvError, line: number): Error {
  // A row that is too long and takes many lines is one whose quote nobody closed.
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED' || Number(error.lines) > line;
  if (open) return new UserError({ code: 'file.quote-open', details: { line } });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLong(line);
  return error;
}

function tooLong(line: number): UserError {
  return new UserError({
    code: 'file.row-too-long',
    details: { line, limitKilobytes: LIMITS.rowBytes / 1024 },
  });
}

/** One cell for each line, quotes and all. */
async function* singleCells(text: AsyncIterable<string>): AsyncGenerator<readonly Row[]> {
  let line = 1;
  let held = '';
  for await (const piece of text) {
    const joined = held + piece;
    // A CR at the end may be half of a CR LF.
    const end = joined.endsWith('\r') ? joined.length - 1 : joined.length;
    const lines = joined.slice(0, end).split(LINE_BREAK);
    held = (lines.pop() ?? '') + joined.slice(end);
    yield lines.map((whole) => ({ line: line++, cells: [whole] }));
    if (held.length > LIMITS.rowBytes) throw tooLong(line);
  }
  if (held !== '') yield [{ line, cells: [held.replace(/\r$/, '')] }];
}
