import type { types } from '@slack/bolt';
import type { Reply } from '../../bot/reply.ts';
import { plain, spans, type Words } from '../../text/spans.ts';
import { LIMITS } from './limits.ts';
import { bold, section } from './rich-text.ts';

type Table = NonNullable<Reply['table']>;

export type DrawnTable = {
  readonly block: types.TableBlock;
  readonly complete: boolean;
  readonly characters: number;
};

/** As many rows as Slack takes, from the top; null when not even the header fits. */
export function drawTable({ columns, rows }: Table): DrawnTable | null {
  if (columns.length === 0 || columns.length > LIMITS.tableColumns) return null;
  let characters = widthOf(columns);
  if (characters > LIMITS.tableCharacters) return null;
  const shown: (readonly Words[])[] = [];
  for (const row of rows.slice(0, LIMITS.tableRows - 1)) {
    const width = widthOf(row);
    if (characters + width > LIMITS.tableCharacters) break;
    characters += width;
    shown.push(row);
  }
  const header = columns.map((cell) => drawCell(bold(cell)));
  const body = shown.map((row) => columns.map((_, index) => drawCell(row[index] ?? '')));
  return {
    block: {
      type: 'table',
      rows: [header, ...body],
      column_settings: columns.map(() => ({ is_wrapped: true })),
    },
    complete: shown.length === rows.length,
    characters,
  };
}

function widthOf(row: readonly Words[]): number {
  return row.reduce((sum, cell) => sum + plain(cell).length, 0);
}

/** An empty cell still needs a character. */
function drawCell(words: Words): types.RichTextBlock {
  const filled = plain(words) === '' ? [{ text: ' ' }] : spans(words);
  return { type: 'rich_text', elements: [section(filled)] };
}
