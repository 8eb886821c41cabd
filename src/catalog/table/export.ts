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
/** A file that has as much is followed by another one, since no more than 10 MB can be brought back at once. */
const FULL_BYTES = 8_000_000;

/** `/catalog export`: all recordings and all works, as files that `/catalog import` takes back. */
export async function askExport(context: Context): Promise<Reply> {
  const { t } = context;
  const recordings = await filesOf('recording', RECORDING_COLUMNS, context);
  const works = await filesOf('work', WORK_COLUMNS, context);
  if (recordings.count + works.count === 0) return { tone: 'plain', title: t(say.empty) };
  return {
    tone: 'good',
    title: t(say.title, { recordings: recordings.count, works: works.count }),
    text: [t(say.back)],
    files: [...recordings.files, ...works.files],
  };
}

type Written = { readonly count: number; readonly files: readonly OutFile[] };
type Rows = readonly (readonly string[])[];

async function filesOf(kind: StoredKind, columns: readonly Column[], context: Context): Promise<Written> {
  const heading = columns.map((column) => plain(context.t(headings[column])));
  const pieces = rowsOf(kind, columns, context);
  const all: Uint8Array[] = [];
  let count = 0;
  let next = await pieces.next();
  while (next.done !== true) {
    const parts: Uint8Array[] = [];
    let size = 0;
    const untilFull = async function* (): AsyncGenerator<Rows> {
      yield [heading];
      while (next.done !== true && size < FULL_BYTES) {
        yield next.value;
        count += next.value.length;
        next = await pieces.next();
      }
    };
    for await (const part of csvChunks(untilFull())) {
      parts.push(part);
      size += part.length;
    }
    all.push(Buffer.concat(parts));
  }
  const name = kind === 'work' ? 'works' : 'recordings';
  return {
    count,
    files: all.map((bytes, index) => ({
      name: all.length === 1 ? `${name}.csv` : `${name}-${index + 1}.csv`,
      mediaType: 'text/csv',
      bytes,
    })),
  };
}

/** The rows of so many items at a time; others have their turn in between. */
async function* rowsOf(
  kind: StoredKind,
  columns: readonly Column[],
  context: Context,
): AsyncGenerator<Rows, void> {
  const { house, asker } = context;
  const written = async (items: readonly StoredItem[]): Promise<Rows> => {
    const looked = await lookAtMany(house.db, asker.team, kind, items);
    await breathe();
    return looked.map((one) => {
      const cells = cellsOf(one, context);
      return columns.map((column) => cells[column] ?? '');
    });
  };
  let piece: StoredItem[] = [];
  for await (const item of everyItem(house.db, asker.team, kind, PIECE)) {
    piece.push(item);
    if (piece.length < PIECE) continue;
    yield await written(piece);
    piece = [];
  }
  if (piece.length > 0) yield await written(piece);
}
