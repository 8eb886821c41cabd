import { fc, test as property } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { UserError } from '../../src/core/problem.ts';
import { csvChunks, writeCsv } from '../../src/export/csv.ts';
import { openFile } from '../../src/files/open-file.ts';
import type { Delimiter } from '../../src/files/table/delimiter.ts';
import { openTable } from '../../src/files/table/open-table.ts';
import { type ResultWords, resultRows } from '../../src/files/table/result.ts';
import { Tally } from '../../src/files/table/tally.ts';
import { gathered, inChunks } from './chunks.ts';

const rules = { prefixes: builtInPrefixes, year: 2026 };
const words: ResultWords = {
  heading: (part, column) => `${column} ${part}`,
  unnamed: String,
  verdict: String,
  say: ({ code }) => code,
  sameAsLine: String,
};

async function result(bytes: Uint8Array, chunkBytes: number) {
  const { kind, reader } = await openFile(inChunks(bytes, chunkBytes), null);
  if (kind !== 'text') return null;
  const table = await openTable(reader, { rules });
  const tally = new Tally(table.columns.codes);
  const file = Buffer.concat(await gathered(csvChunks(resultRows(table, tally, words), table.delimiter)));
  return { table, file, summary: tally.summary() };
}

const title = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 15 }),
  fc.constantFrom(
    '',
    '夜車',
    '12" Mix',
    'a,b;c',
    'line\nbreak',
    '=1+1',
    "'-x",
    'Beyoncé',
    'n/a',
    '2026-11-26',
    '3:25',
  ),
);
const isrc = fc
  .integer({ min: 0, max: 9_999_999 })
  .map((number) => `GBAYE${String(number).padStart(7, '0')}`);
const code = fc.oneof(
  { weight: 8, arbitrary: isrc },
  { weight: 1, arbitrary: fc.constantFrom('', 'GBAYE69', 'tba') },
);

/** Rows without anything in them come back as they are. */
const filledRow = fc.tuple(title, code, title).filter((row) => row.some((cell) => cell.trim() !== ''));

describe('any table', () => {
  property.prop(
    [
      fc.array(filledRow, { minLength: 4, maxLength: 40 }),
      fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
      fc.integer({ min: 1, max: 5000 }),
    ],
    { numRuns: 150 },
  )(
    'comes back with every cell as it was, and four of ours for the codes',
    async (body, delimiter, chunkBytes) => {
      fc.pre(
        body.filter(([, cell]) => cell.startsWith('GBAYE') && cell.length === 12).length >= body.length * 0.6,
      );
      const sent = [['Title', 'ISRC', 'Note'], ...body];
      const sentFile = writeCsv(sent, delimiter);
      const done = await result(sentFile, chunkBytes);
      expect(done?.table.delimiter).toBe(delimiter);
      const read = (file: Uint8Array): string[][] => parse(Buffer.from(file), { bom: true, delimiter });
      const back = read(done?.file ?? Buffer.alloc(0));
      expect(back.every((row) => row.length === 7)).toBe(true);
      // An apostrophe that our own writer put in front of a formula stays the only one.
      expect(back.map((row) => row.slice(0, 3))).toEqual(read(sentFile));
      expect(done?.summary.rows).toBe(body.length);
    },
  );
});

describe('whatever is attached', () => {
  property.prop([fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 700 })], { numRuns: 500 })(
    'as bytes is answered or refused in words, never an error',
    async (bytes, chunkBytes) => {
      const outcome = await result(bytes, chunkBytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    },
  );

  const noise = fc.constantFrom(
    'USRC17607839',
    '602557631722',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '\0',
    ' ',
    'x',
    '歌',
    '\ufeff',
    'ISRC',
    'sep=,',
    '=',
  );
  property.prop([fc.array(noise, { maxLength: 60 }), fc.integer({ min: 1, max: 50 })], { numRuns: 1000 })(
    'as the stuff of tables in any order is answered or refused in words, never an error',
    async (parts, chunkBytes) => {
      const outcome = await result(Buffer.from(parts.join('')), chunkBytes).catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    },
  );
});
