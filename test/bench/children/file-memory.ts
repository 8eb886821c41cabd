import { builtInPrefixes } from '../../../src/core/identifiers/prefixes.ts';
import { csvChunks } from '../../../src/export/csv.ts';
import { openFile } from '../../../src/files/open-file.ts';
import { openTable } from '../../../src/files/table/open-table.ts';
import { type ResultWords, resultRows } from '../../../src/files/table/result.ts';
import { Tally } from '../../../src/files/table/tally.ts';
import { mixedCodes } from '../codes.ts';
import type { FileFigures } from '../file-memory.ts';
import { residentMegabytes } from '../watch-process.ts';

const words: ResultWords = {
  heading: (part, column) => `${column}: ${part}`,
  unnamed: String,
  verdict: String,
  say: ({ code }) => code,
  sameAsLine: String,
};

async function* table(sizeBytes: number): AsyncGenerator<Uint8Array> {
  let rows = ['Title,Code,Note\r\n'];
  let sent = 0;
  for (const { text } of mixedCodes(Number.MAX_SAFE_INTEGER)) {
    rows.push(`Song,${text},\r\n`);
    if (rows.length < 1000) continue;
    const chunk = Buffer.from(rows.join(''));
    rows = [];
    if (sent + chunk.length > sizeBytes) return;
    sent += chunk.length;
    yield chunk;
  }
}

const sizeBytes = Number(process.argv[2]) * 1024 * 1024;
const since = performance.now();
const { reader } = await openFile(table(sizeBytes), null);
const opened = await openTable(reader, { rules: { prefixes: builtInPrefixes, year: 2026 } });
const tally = new Tally(opened.columns.codes);
for await (const _chunk of csvChunks(resultRows(opened, tally, words)));
const seconds = (performance.now() - since) / 1000;
// Started with --expose-gc: what is left is what is held.
globalThis.gc?.();
const figures: FileFigures = {
  rows: tally.summary().rows,
  seconds,
  heldMegabytes: process.memoryUsage().heapUsed / 1024 ** 2,
  peakMegabytes: residentMegabytes(process.pid).peak,
};
process.stdout.write(JSON.stringify(figures));
