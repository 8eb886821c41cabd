import { setImmediate as breathe } from 'node:timers/promises';
import type { Context } from '../../bot/command.ts';
import type { OutFile, Reply } from '../../bot/reply.ts';
import { csvChunks } from '../../export/csv.ts';
import { everyItem, type StoredItem, type StoredKind } from '../../store/catalog-items.ts';
import { plain } from '../../text/spans.ts';
import { lookAtMany } from '../look.ts';
import { cellsOf } from './cells.ts';
import { type Column, say as headings, RECORDING_COLUMNS, WORK_COLUMNS } from './columns.ts';

/** What is said of a catalog that is taken out. */
export const say = {
  title:
    'The catalog: {recordings, plural, one {# recording} other {# recordings}} and {works, plural, one {# work} other {# works}}',
  back: 'Change the files in a spreadsheet and bring them back with <code>/catalog import</code>; rows that nobody touched change nothing. Leave the ids as they are.',
  empty: 'There is nothing in the catalog yet, so there is nothing to take out',
};

const PIECE = 500;

/** `/catalog export`: all recordings and all works, as files that `/catalog import` takes back. */
export async function askExport(context: Context): Promise<Reply> {
  const { t } = context;
  const recordings = await fileOf('recording', RECORDING_COLUMNS, context);
  const works = await fileOf('work', WORK_COLUMNS, context);
  if (recordings.count + works.count === 0) return { tone: 'plain', title: t(say.empty) };
  return {
    tone: 'good',
    title: t(say.title, { recordings: recordings.count, works: works.count }),
    text: [t(say.back)],
    files: [recordings, works].flatMap(({ count, file }) => (count === 0 ? [] : [file])),
  };
}

async function fileOf(
  kind: StoredKind,
  columns: readonly Column[],
  context: Context,
): Promise<{ readonly count: number; readonly file: OutFile }> {
  const parts: Uint8Array[] = [];
  let count = 0;
  const rows = rowsOf(kind, columns, context, (more) => {
    count += more;
  });
  for await (const part of csvChunks(rows)) parts.push(part);
  const name = kind === 'work' ? 'works.csv' : 'recordings.csv';
  return { count, file: { name, mediaType: 'text/csv', bytes: Buffer.concat(parts) } };
}

/** The heading, then the rows of so many items at a time; others have their turn in between. */
async function* rowsOf(
  kind: StoredKind,
  columns: readonly Column[],
  context: Context,
  counted: (more: number) => void,
): AsyncGenerator<readonly (readonly string[])[]> {
  const { house, asker, t } = context;
  yield [columns.map((column) => plain(t(headings[column])))];
  let piece: StoredItem[] = [];
  const written = async () => {
    const looked = await lookAtMany(house.db, asker.team, kind, piece);
    counted(piece.length);
    piece = [];
    await breathe();
    return looked.map((one) => {
      const cells = cellsOf(one, context);
      return columns.map((column) => cells[column] ?? '');
    });
  };
  for await (const item of everyItem(house.db, asker.team, kind, PIECE)) {
    piece.push(item);
    if (piece.length === PIECE) yield await written();
  }
  if (piece.length > 0) yield await written();
}
