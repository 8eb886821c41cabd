import type { Attachment } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { csvChunks } from '../export/csv.ts';
import { readAudioCodes } from '../files/audio/read-audio-codes.ts';
import type { ByteReader } from '../files/byte-reader.ts';
import { LARGEST_FILE_BYTES, openFile } from '../files/open-file.ts';
import type { AudioKind } from '../files/sniff.ts';
import { openTable, type Table } from '../files/table/open-table.ts';
import { resultRows } from '../files/table/result.ts';
import { type ColumnSummary, Tally } from '../files/table/tally.ts';
import type { Asked } from './answer.ts';
import { countOf, findingsOf, firstFindings, worst } from './findings.ts';
import { replyForMany } from './many.ts';
import { replyForOne } from './one.ts';
import { resultWords } from './result-words.ts';
import { say } from './say.ts';

/** Fewer rows are read before anybody has read that they are being read. */
const WORTH_SAYING_ROWS = 2000;

/**
 * The codes in an attached file: of a table or list, one verdict for each and a file that puts them beside the
 * rows; of audio, the codes in its tags.
 *
 * @throws UserError `file.*` for what cannot be read, with what to do about it
 */
export async function replyForFile(file: Attachment, context: Context, asked: Asked): Promise<Reply> {
  const bytes = await context.download(file, LARGEST_FILE_BYTES);
  const { kind, reader } = await openFile(bytes, file.sizeBytes);
  try {
    return kind === 'text'
      ? await replyForTable(file, reader, context, asked)
      : await replyForAudio(file, kind, reader, context, asked);
  } finally {
    await reader.close();
  }
}

async function replyForTable(
  file: Attachment,
  reader: ByteReader,
  context: Context,
  { expect }: Asked,
): Promise<Reply> {
  const { t, house, now } = context;
  const table = await openTable(reader, {
    rules: { prefixes: house.prefixes, year: now.getUTCFullYear() },
    ...(expect === undefined ? {} : { expect }),
    onProgress({ rows }) {
      if (rows < WORTH_SAYING_ROWS) return;
      context.working({ tone: 'waiting', title: t(say.reading, { name: file.name, rows }) });
    },
  });
  const tally = new Tally(table.columns.codes);
  const parts: Uint8Array[] = [];
  for await (const part of csvChunks(resultRows(table, tally, resultWords(t)), table.delimiter))
    parts.push(part);
  const { columns } = tally.summary();
  const counts = countOf(columns);
  const total = counts.good + counts.caution + counts.bad;
  return {
    tone: worst(counts),
    title: t(say.manyOfFile, { name: file.name, total, ...counts }),
    list: firstFindings(findingsOf(columns, 'lines', t), counts, t),
    text: [...notesOn(table, columns, context), t(say.attachedRows)],
    files: [{ name: resultName(file.name), mediaType: 'text/csv', bytes: Buffer.concat(parts) }],
  };
}

function notesOn({ decoding, columns }: Table, summaries: readonly ColumnSummary[], { t }: Context) {
  const named = columns.codes.flatMap(({ name }) => name ?? []);
  const missing = summaries.reduce((total, column) => total + column.missing, 0);
  return [
    ...(named.length > 0 ? [t(say.columnsRead, { count: named.length, names: named })] : []),
    ...(missing > 0 ? [t(say.missing, { count: missing })] : []),
    ...(decoding.encoding === 'utf-8' ? [] : [t(say.encoding, { encoding: decoding.encoding })]),
    ...(decoding.damaged ? [t(say.damaged)] : []),
  ];
}

/** `codes.csv` → `codes-checked.csv` */
function resultName(name: string): string {
  return `${name.replace(/\.[^.]{1,8}$/, '')}-checked.csv`;
}

async function replyForAudio(
  file: Attachment,
  kind: AudioKind,
  reader: ByteReader,
  context: Context,
  asked: Asked,
): Promise<Reply> {
  const { t, house, now } = context;
  const { codes, searched, sourceField, incomplete } = await readAudioCodes(reader, kind);
  const notes = [
    ...(sourceField === null ? [] : [t(say.sourceField, { text: sourceField })]),
    ...(incomplete ? [t(say.audioIncomplete)] : []),
  ];
  if (codes.length === 0) {
    const title = t(say.audioNone, { name: file.name });
    return {
      tone: 'caution',
      title,
      text: [t(say.audioSearched, { places: searched }), ...notes, t(say.audioNext)],
    };
  }
  const options = { prefixes: house.prefixes, year: now.getUTCFullYear(), expect: 'isrc' } as const;
  const places = codes.map(({ text, place }) => t(say.audioPlace, { code: text, place }));
  const checks = [...new Set(codes.map(({ text }) => text))].map((text) => checkIdentifier(text, options));
  const [only] = checks;
  const reply =
    only && checks.length === 1
      ? replyForOne(only, context, asked)
      : replyForMany(
          checks.map((check, index) => ({ line: index + 1, check })),
          'places',
          context,
          'isrc',
        );
  const several = checks.length > 1 ? [t(say.audioSeveral)] : [];
  return { ...reply, text: [...several, ...places, ...notes, ...(reply.text ?? [])] };
}
