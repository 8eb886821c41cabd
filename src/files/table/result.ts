import type { Check } from '../../core/identifiers/check.ts';
import type { Problem } from '../../core/problem.ts';
import type { CodeColumn, Columns } from './columns.ts';
import type { CheckedRow, Table } from './open-table.ts';
import type { Tally } from './tally.ts';

/** `line` and `text` head a list of codes found in running text. */
export type ResultPart = 'line' | 'text' | 'verdict' | 'problem' | 'suggestion' | 'code';

/** Everything the result file says, in the reader's language. */
export type ResultWords = {
  /** @param column the user's name for the column of codes, where there are several; else null */
  heading(part: ResultPart, column: string | null): string;
  /** The name of a column that has none. @param number counted from 1 */
  unnamed(number: number): string;
  verdict(verdict: 'ok' | 'warn' | 'error' | 'missing'): string;
  say(problem: Problem): string;
  sameAsLine(line: number): string;
};

const PARTS = ['verdict', 'problem', 'suggestion', 'code'] as const;

/**
 * The rows of the result file, some at a time: the user's own cells as they were, then for each column of codes what
 * we say of it. Cells beyond the width of the table follow ours, so that ours stay below their headings.
 *
 * A file without headings gets some. Codes from running text are listed with the line they stand on.
 *
 * @param tally is told every row that goes by
 */
export async function* resultRows(
  table: Table,
  tally: Tally,
  words: ResultWords,
): AsyncGenerator<readonly (readonly string[])[]> {
  const { shape, columns } = table;
  const added = headings(columns, words);
  if (shape === 'prose') yield [[words.heading('line', null), words.heading('text', null), ...added]];
  else if (columns.rowsAbove === 0) yield [[...unnamed(columns.width, words), ...added]];
  let above = columns.rowsAbove;
  for await (const rows of table.rows()) {
    yield rows.map((row) => {
      const firstLines = tally.add(row);
      const said = row.checks?.flatMap((check, index) =>
        verdictCells(check, firstLines[index] ?? null, words),
      );
      const ours = above === 1 ? added : (said ?? []);
      above--;
      return shape === 'prose' ? [String(row.line), ...row.cells, ...ours] : beside(row, ours, columns.width);
    });
  }
}

function headings({ codes }: Columns, words: ResultWords): string[] {
  return codes.flatMap((column) => PARTS.map((part) => words.heading(part, nameAmong(codes, column, words))));
}

function nameAmong(
  codes: readonly CodeColumn[],
  { name, index }: CodeColumn,
  words: ResultWords,
): string | null {
  return codes.length === 1 ? null : (name ?? words.unnamed(index + 1));
}

function unnamed(width: number, words: ResultWords): string[] {
  if (width === 1) return [words.heading('text', null)];
  return Array.from({ length: width }, (_, index) => words.unnamed(index + 1));
}

function beside({ cells }: CheckedRow, ours: readonly string[], width: number): readonly string[] {
  if (ours.length === 0) return cells;
  const padding = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
  return [...cells.slice(0, width), ...padding, ...ours, ...cells.slice(width)];
}

function verdictCells(check: Check | null, firstLine: number | null, words: ResultWords): string[] {
  if (check === null) return [words.verdict('missing'), '', '', ''];
  const problems = check.problems.filter(({ severity }) => severity !== 'info').map(words.say);
  if (firstLine !== null) problems.push(words.sameAsLine(firstLine));
  const verdict = check.verdict === 'ok' && firstLine !== null ? 'warn' : check.verdict;
  return [words.verdict(verdict), problems.join(' '), check.suggestions.join(' | '), stored(check)];
}

/**
 * The form to store. Of codes that are digits alone, the form to print: a spreadsheet takes digits for a number and
 * drops leading zeros, of which the stored form of a barcode has more.
 */
function stored({ normalized, display }: Check): string {
  return (/^[0-9]+$/.test(normalized ?? '') ? display : normalized) ?? '';
}
