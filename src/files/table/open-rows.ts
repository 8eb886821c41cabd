import type { ByteReader } from '../byte-reader.ts';
import { TextDecoding } from '../encoding.ts';
import { findLayout, type Layout } from './delimiter.ts';
import { type Row, readRows } from './rows.ts';

/** What is looked at before anything is decided about the file. */
const SAMPLE_CHARACTERS = 64 * 1024;
export const SAMPLE_ROWS = 200;
/** Read between two pauses in which the process can answer somebody else: a few hundred rows, some milliseconds. */
const PIECE_CHARACTERS = 8 * 1024;

/** A text file of which it is known how it is divided; its rows are still to be read. */
export type OpenRows = {
  readonly layout: Layout;
  /** Settled only when the rows have been read. */
  readonly decoding: TextDecoding;
  /** The first rows, taken already; `rest` goes on behind them. */
  readonly first: readonly Row[];
  /** To be read once. @throws UserError `file.*`: a row too long or too wide, a quote left open, a file too large */
  readonly rest: AsyncGenerator<readonly Row[]>;
};

/**
 * Find out how a text file is divided.
 *
 * @param known where somebody has found that out already
 * @throws UserError `file.*`, as reading its rows does
 */
export async function openRows(reader: ByteReader, known?: Layout): Promise<OpenRows> {
  const decoding = new TextDecoding();
  const text = inPieces(decoding.decode(reader.rest()));
  const sample = await takeText(text);
  const layout = known ?? findLayout(sample.join(''));
  const rest = readRows(chained(sample, text), layout);
  return { layout, decoding, first: await takeRows(rest), rest };
}

async function* inPieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const long of text) {
    for (let at = 0; at < long.length; at += PIECE_CHARACTERS) yield long.slice(at, at + PIECE_CHARACTERS);
  }
}

async function takeText(text: AsyncGenerator<string>): Promise<string[]> {
  const sample: string[] = [];
  while (sample.length * PIECE_CHARACTERS < SAMPLE_CHARACTERS) {
    const next = await text.next();
    if (next.done === true) break;
    sample.push(next.value);
  }
  return sample;
}

async function takeRows(source: AsyncGenerator<readonly Row[]>): Promise<readonly Row[]> {
  const taken: Row[] = [];
  while (taken.length < SAMPLE_ROWS) {
    const next = await source.next();
    if (next.done === true) break;
    taken.push(...next.value);
  }
  return taken;
}

export async function* chained<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
