import { fc, test as property } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvChunks, type Delimiter, writeCsv } from '../../src/export/csv.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

function readBack(bytes: Uint8Array, delimiter: Delimiter): string[][] {
  return parse(Buffer.from(bytes), {
    bom: true,
    delimiter,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    'a,b;c\td|e',
    'line\r\nbreak',
    'line\nbreak',
    'a\rb',
    '=1+1',
    '-1',
    "'",
    '\0',
    '\ufeffx',
    '周杰倫',
  ),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 });

describe('a table as CSV', () => {
  property.prop([table, fc.constantFrom(...DELIMITERS)])(
    'comes back the same, but for the apostrophes of cells that could be formulas',
    (rows, delimiter) => {
      const back = readBack(writeCsv(rows, delimiter), delimiter);
      expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      rows.flat().forEach((sent, index) => {
        const got = back.flat()[index];
        expect([sent, `'${sent}`]).toContain(got);
        if (got !== sent) expect(sent).toMatch(/^(?:[\t\r\n\0]|[\s\p{C}]*[=+\-@＝＋－＠])/u);
      });
    },
  );

  it.each([
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-1+1|cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '\0',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '-',
    '--',
    '-1-',
    '- remix',
  ])('disarms %j', (formula) => {
    for (const delimiter of DELIMITERS) {
      const back = readBack(writeCsv([['a', formula, 'b']], delimiter), delimiter);
      expect(back).toEqual([['a', `'${formula}`, 'b']]);
    }
  });

  it('leaves negative numbers, codes and titles alone', () => {
    const row = ['-12', '-12.5', '-0,75', 'US-RC1-76-07839', "'=1", 'a=b', '1+1', 'x@y'];
    expect(readBack(writeCsv([row]), ',')).toEqual([row]);
  });

  it('begins with a byte order mark and ends lines as Excel does', () => {
    expect(
      Buffer.from(
        writeCsv([
          ['歌名', 'a"b'],
          ['', ''],
        ]),
      ).toString(),
    ).toBe('\ufeff歌名,"a""b"\r\n,\r\n');
  });

  it('writes a long table in pieces that add up to the same bytes, taking rows only as they are needed', async () => {
    const rows = Array.from({ length: 2345 }, (_, index) => [`row ${index}`, '=x']);
    let taken = 0;
    async function* source() {
      for (; taken < rows.length; taken += 100) yield rows.slice(taken, taken + 100);
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of csvChunks(source(), ';')) {
      chunks.push(chunk);
      expect(taken).toBeLessThanOrEqual(chunks.length * 100);
    }
    expect(Buffer.concat(chunks).equals(Buffer.from(writeCsv(rows, ';')))).toBe(true);
    expect(chunks.length).toBe(25);
  });
});
