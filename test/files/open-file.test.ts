import { describe, expect, it } from 'vitest';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { openFile } from '../../src/files/open-file.ts';
import { openTable } from '../../src/files/table/open-table.ts';
import * as build from './audio-builders.ts';
import { gathered, inChunks } from './chunks.ts';

const MB = 1024 * 1024;
const rules = { prefixes: builtInPrefixes, year: 2026 };

/** A download that counts what is taken of it, and notices when it is let go. */
function watched(chunk: Uint8Array, sizeBytes: number) {
  const seen = { bytes: 0, closed: false };
  async function* download() {
    try {
      for (; seen.bytes < sizeBytes; seen.bytes += chunk.length) yield chunk;
    } finally {
      seen.closed = true;
    }
  }
  return { seen, bytes: download() };
}

describe('opening an attached file', () => {
  it('refuses a table of 200 MB by its announced size, having read only its beginning', async () => {
    const { seen, bytes } = watched(Buffer.alloc(65_536, 'USRC17607839\n'), 200 * MB);
    await expect(openFile(bytes, 200 * MB)).rejects.toMatchObject({
      problem: { code: 'file.too-large', details: { limitMegabytes: 10 } },
    });
    expect(seen.bytes).toBeLessThan(MB);
    expect(seen.closed).toBe(true);
  });

  it('stops reading at ten megabytes where no size or a false one was announced', async () => {
    for (const announced of [null, 5]) {
      const { seen, bytes } = watched(Buffer.from(`${'x'.repeat(1000)},USRC17607839\n`.repeat(60)), 200 * MB);
      const { reader } = await openFile(bytes, announced);
      const table = await openTable(reader, { rules });
      await expect(gathered(table.rows())).rejects.toMatchObject({ problem: { code: 'file.too-large' } });
      expect(seen.bytes).toBeLessThan(11 * MB);
      expect(seen.closed).toBe(true);
    }
  });

  it('takes audio of any name up to its own limit', async () => {
    const { kind } = await openFile(inChunks(build.wav()), 200 * MB);
    expect(kind).toBe('wav');
    await expect(openFile(inChunks(build.wav()), 300 * MB)).rejects.toMatchObject({
      problem: { code: 'file.too-large', details: { limitMegabytes: 256 } },
    });
  });

  it('says of other files what they are, and lets go of them', async () => {
    const { seen, bytes } = watched(
      build.bytesOf('PK\x03\x04....................[Content_Types].xml..xl/workbook.xml'),
      MB,
    );
    await expect(openFile(bytes, null)).rejects.toMatchObject({
      problem: { code: 'file.kind', details: { kind: 'excel' } },
    });
    expect(seen.closed).toBe(true);
    await expect(openFile(inChunks(Buffer.alloc(0)), 0)).rejects.toMatchObject({
      problem: { code: 'file.empty' },
    });
  });
});
