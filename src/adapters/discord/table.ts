import stringWidth from 'string-width';
import type { Reply } from '../../bot/reply.ts';
import { labelled } from '../../text/labelled.ts';
import { withoutControls } from '../../text/neutral.ts';
import { plain } from '../../text/spans.ts';
import { drawBlock, drawWords } from './markdown.ts';

type Table = NonNullable<Reply['table']>;

/** A phone breaks the lines of a wider block. */
const BLOCK_COLUMNS = 44;
/** One endless cell must not stretch all the others of its column. */
const WIDEST_COLUMN = 60;

/** A narrow table is a block with its columns in line; a wide one is a line for each row, which a phone can wrap. */
export function drawTable(table: Table): readonly string[] {
  const cells = cellsOf(table);
  const widths = table.columns.map((_, index) =>
    Math.max(...cells.map((row) => stringWidth(row[index] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > BLOCK_COLUMNS) return drawRows(table);
  return [drawBlock(align(cells, widths).join('\n'))];
}

/** The table as plain text, for a file. */
export function plainTable(table: Table): readonly string[] {
  const cells = cellsOf(table);
  const widths = table.columns.map((_, index) =>
    Math.max(...cells.map((row) => stringWidth(row[index] ?? ''))),
  );
  return align(cells, widths);
}

function cellsOf({ columns, rows }: Table): readonly (readonly string[])[] {
  return [columns, ...rows].map((row) =>
    row.map((cell) => withoutControls(plain(cell)).replaceAll('\n', ' ')),
  );
}

/** Columns line up by what is shown: a Chinese character takes two places. */
function align(cells: readonly (readonly string[])[], widths: readonly number[]): readonly string[] {
  return cells.map((row) =>
    row
      .map((cell, column) => {
        const width = Math.min(widths[column] ?? 0, WIDEST_COLUMN);
        return cell + ' '.repeat(Math.max(0, width - stringWidth(cell)));
      })
      .join('  ')
      .trimEnd(),
  );
}

function drawRows({ columns, rows }: Table): readonly string[] {
  return rows.map(([head = '', ...rest]) => {
    const cells = rest.map((cell, index) => drawWords(labelled(columns[index + 1] ?? '', cell)));
    return [drawWords(head, true), ...cells].join(' · ');
  });
}
