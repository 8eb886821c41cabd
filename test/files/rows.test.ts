import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/export/csv.ts';
import { type Delimiter, findLayout } from '../../src/files/table/delimiter.ts';
import { type Row, readRows } from '../../src/files/table/rows.ts';
import { gathered } from './chunks.ts';

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(text: string, length = 1000, layout = findLayout(text)): Promise<Row[]> {
  return (await gathered(readRows(pieces(text, length), layout))).flat();
}

const plain = fc.stringMatching(/^[A-Za-z0-9 "'.,;\n]{0,12}$/).filter((cell) => !/^[\s=+@-]/.test(cell));

describe('the rows of a text', () => {
  it('knows the line every row begins on, with breaks in quotes and mixed line ends', async () => {
    const text = 'a,b\r\n"c\nd\r\ne",f\n\ng,"h\n"\ri,j';
    for (const length of [1, 2, 3, 1000]) {
      expect(await read(text, length)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['c\nd\r\ne', 'f'] },
        { line: 5, cells: [''] },
        { line: 6, cells: ['g', 'h\n'] },
        { line: 8, cells: ['i', 'j'] },
      ]);
    }
  });

  it('reads a list line by line, quotes and all, however it arrives', async () => {
    const text = 'USRC17607839\r\n"Heroes"\r\rlast';
    for (const length of [1, 2, 1000]) {
      expect(await read(text, length)).toEqual(
        ['USRC17607839', '"Heroes"', '', 'last'].map((cell, index) => ({ line: index + 1, cells: [cell] })),
      );
    }
  });

  property.prop([
    fc.array(fc.array(plain, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 9 }),
    fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
    fc.integer({ min: 1, max: 50 }),
  ])('gives back the cells that a CSV writer was given', async (rows, delimiter, length) => {
    const text = Buffer.from(writeCsv(rows, delimiter)).toString('utf8').slice(1);
    const layout = { delimiter, quoted: true, separatorLine: false };
    const back = await read(text, length, layout);
    expect(back.map(({ cells }) => cells)).toEqual(rows);
  });

  it('counts the line of Excel that names the delimiter, and leaves it out', async () => {
    expect(await read('sep=;\na;b\nc;d\n')).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it('names the line of a quote that nobody closed, near the end or far from it', async () => {
    const refusal = { problem: { code: 'file.quote-open', details: { line: 3 } } };
    await expect(read('a,b\nc,d\ne,"f\ng,h\n')).rejects.toMatchObject(refusal);
    await expect(read(`a,b\nc,d\ne,"f\n${'g,h\n'.repeat(100_000)}`)).rejects.toMatchObject(refusal);
  });

  it('refuses a row of absurd length or width, and names its line', async () => {
    const long = { problem: { code: 'file.row-too-long', details: { line: 2, limitKilobytes: 256 } } };
    await expect(read(`a,b\nc,${'d'.repeat(300_000)}`)).rejects.toMatchObject(long);
    await expect(read(`a\n${'d'.repeat(300_000)}`)).rejects.toMatchObject(long);
    const wide = { problem: { code: 'file.too-many-columns', details: { line: 2, count: 501, limit: 500 } } };
    await expect(read(`a,b\n${','.repeat(500)}\nc,d\n`)).rejects.toMatchObject(wide);
  });

  it('passes on what broke in the download', async () => {
    async function* broken() {
      yield 'a,b\nc,d\n';
      throw new Error('connection lost');
    }
    const layout = { delimiter: ',', quoted: true, separatorLine: false } as const;
    await expect(gathered(readRows(broken(), layout))).rejects.toThrow('connection lost');
  });

  it('takes no more of a download than its rows are taken', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken++;
        yield 'a,b\n'.repeat(1000);
      }
    }
    const rows = readRows(endless(), { delimiter: ',', quoted: true, separatorLine: false });
    for (let index = 0; index < 5; index++) await rows.next();
    await rows.return(undefined);
    expect(taken).toBe(5);
  });
});
