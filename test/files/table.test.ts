import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { csvChunks } from '../../src/export/csv.ts';
import { openFile } from '../../src/files/open-file.ts';
import { openTable, type TableOptions } from '../../src/files/table/open-table.ts';
import { type ResultWords, resultRows } from '../../src/files/table/result.ts';
import { Tally } from '../../src/files/table/tally.ts';
import { gathered, inChunks } from './chunks.ts';

const rules = { prefixes: builtInPrefixes, year: 2026 };

const words: ResultWords = {
  heading: (part, column) => (column === null ? part : `${column}: ${part}`),
  unnamed: (number) => `column ${number}`,
  verdict: (verdict) => verdict,
  say: ({ code }) => code,
  sameAsLine: (line) => `same as line ${line}`,
};

async function check(file: string | Uint8Array, options: Partial<TableOptions> = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { kind, reader } = await openFile(inChunks(bytes, 1000), bytes.length);
  expect(kind).toBe('text');
  const table = await openTable(reader, { rules, ...options });
  const tally = new Tally(table.columns.codes);
  const result = Buffer.concat(await gathered(csvChunks(resultRows(table, tally, words), table.delimiter)));
  const rows: string[][] = parse(result, { bom: true, delimiter: table.delimiter, relax_column_count: true });
  return { table, rows, summary: tally.summary() };
}

describe('finding the columns of codes', () => {
  const finds = async (file: string) =>
    (await check(file)).table.columns.codes.map(({ name, kind }) => `${name}=${kind}`);

  it('goes by the codes, not by the headings', async () => {
    expect(await finds('Name,Number\nNight Bus,USRC17607839\nRain,GBAYE6900531\n')).toEqual(['Number=isrc']);
    expect(await finds('ISRC,Number\nNight Bus,USRC17607839\nRain,GBAYE6900531\n')).toEqual(['Number=isrc']);
  });

  it('finds several of several kinds', async () => {
    const file = `Title;ISRC;UPC;ISWC;Writer IPI
Night Bus;US-RC1-76-07839;602557631722;T-034.524.680-1;00045620792
Rain;GB-AYE-69-00531;602557631722;T0345246801;45620792
`;
    expect(await finds(file)).toEqual(['ISRC=isrc', 'UPC=gtin', 'ISWC=iswc', 'Writer IPI=ipi']);
  });

  it('is not fooled by dates, lengths, prices, years and phone numbers', async () => {
    const row = (day: number) =>
      `Song ${day},202601${day},03:2${day % 10},9.99,2026,+886 2 2345 67${day},USRC176078${day}`;
    const days = Array.from({ length: 20 }, (_, index) => row(index + 10));
    expect(await finds(`Title,Date,Length,Price,Year,Phone,Code\n${days.join('\n')}\n`)).toEqual([
      'Code=isrc',
    ]);
  });

  it('does not take a date for a barcode when its last digit happens to agree', async () => {
    expect(await finds('Title,Release,Code\nNight Bus,20261122,USRC17607839\n')).toEqual(['Code=isrc']);
    expect(await finds('Title,EAN,Code\nNight Bus,20261122,USRC17607839\n')).toEqual([
      'EAN=gtin',
      'Code=isrc',
    ]);
  });

  it('lets a heading tip the scale where codes are damaged', async () => {
    const cells = ['6.02558E+11', '6.02558E+11', '602557631723', '60255763172'];
    const table = (heading: string) => `Title,${heading}\n${cells.map((cell) => `x,${cell}`).join('\n')}\n`;
    expect(await finds(table('UPC'))).toEqual(['UPC=gtin']);
    expect(await finds(table('商品條碼'))).toEqual(['商品條碼=gtin']);
  });

  it('finds the heading under a title page, and codes without any heading', async () => {
    const file =
      'Catalog of 2026,,\n,,\nTitle,ISRC,Year\nNight Bus,USRC17607839,1976\nRain,GBAYE6900531,1969\n';
    expect(await finds(file)).toEqual(['ISRC=isrc']);
    expect(await finds('Night Bus,USRC17607839\nRain,GBAYE6900531\n')).toEqual(['null=isrc']);
  });

  it('keeps rows without a code below the heading, even when they come first', async () => {
    const file =
      'Catalog,,\nTitle,Number,Note\nSun,,soon\nRain,tba,\nNight Bus,USRC17607839,\nSea,GBAYE6900531,\n';
    const { rows, summary } = await check(file);
    expect(rows[1]?.slice(2, 4)).toEqual(['Note', 'verdict']);
    expect(summary).toMatchObject({ rows: 4, columns: [{ ok: 2, missing: 2, column: { name: 'Number' } }] });
    expect((await check('Sun,\nNight Bus,USRC17607839\nSea,GBAYE6900531\n')).summary.rows).toBe(3);
  });

  it('takes a first row for a broken code, not for a heading', async () => {
    const { summary } = await check('Night Bus,USRC1760783\nRain,GBAYE6900531\nSun,GBAYE6900532\n');
    expect(summary).toMatchObject({ rows: 3, columns: [{ ok: 2, error: 1 }] });
  });
});

describe('the result file', () => {
  it('keeps the cells as they were and adds ours behind them, in the delimiter of the file', async () => {
    const { rows, table } = await check(
      'Title;ISRC;Note\nNight Bus;us-rc1-76-07839;"a;b"\nRain;GBAYE690053;\n\nSun;;x\n',
    );
    expect(table.delimiter).toBe(';');
    expect(rows[0]).toEqual(['Title', 'ISRC', 'Note', 'verdict', 'problem', 'suggestion', 'code']);
    expect(rows[1]).toEqual(['Night Bus', 'us-rc1-76-07839', 'a;b', 'ok', '', '', 'USRC17607839']);
    expect(rows[2]?.slice(0, 4)).toEqual(['Rain', 'GBAYE690053', '', 'error']);
    expect(rows[2]?.[4]).toMatch(/^isrc\./);
    expect(rows[3]).toEqual(['']);
    expect(rows[4]).toEqual(['Sun', '', 'x', 'missing', '', '', '']);
  });

  it('says for each of several columns which one it means', async () => {
    const { rows } = await check('ISRC,UPC\nUSRC17607839,602557631722\nGBAYE6900531,602557631723\n');
    expect(rows[0]?.slice(2)).toEqual(
      ['ISRC', 'UPC'].flatMap((name) =>
        ['verdict', 'problem', 'suggestion', 'code'].map((part) => `${name}: ${part}`),
      ),
    );
    expect(rows[2]?.slice(2)).toEqual([
      'ok',
      '',
      '',
      'GBAYE6900531',
      'error',
      'gtin.check-digit',
      '',
      '602557631723',
    ]);
  });

  it('keeps ours below their headings in ragged rows, and loses no cell', async () => {
    const { rows } = await check('Title,ISRC\nNight Bus,USRC17607839\nRain\n"Sun",GBAYE6900531\n');
    expect(rows[2]).toEqual(['Rain', '', 'missing', '', '', '']);
    const late = Array.from(
      { length: 300 },
      (_, index) => `T${index},USRC176${String(index).padStart(5, '0')}`,
    );
    const wide = await check(`Title,ISRC\n${late.join('\n')}\nWide,GBAYE6900531,more,and more\n`);
    expect(wide.rows.at(-1)).toEqual([
      'Wide',
      'GBAYE6900531',
      'ok',
      '',
      '',
      'GBAYE6900531',
      'more',
      'and more',
    ]);
  });

  it('leaves title pages alone and gives headings to a file without any', async () => {
    const titled = await check(
      'Catalog\n\nTitle,ISRC\nA,USRC17607839\nB,GBAYE6900531\nC,GBAYE6900532\nD,GBAYE6900533\n',
    );
    expect(titled.rows.slice(0, 3)).toEqual([
      ['Catalog'],
      [''],
      ['Title', 'ISRC', 'verdict', 'problem', 'suggestion', 'code'],
    ]);
    const bare = await check('A,USRC17607839\nB,GBAYE6900531\n');
    expect(bare.rows[0]).toEqual(['column 1', 'column 2', 'verdict', 'problem', 'suggestion', 'code']);
    const list = await check('USRC17607839\nGBAYE6900531\n');
    expect(list.rows[0]).toEqual(['text', 'verdict', 'problem', 'suggestion', 'code']);
  });

  it('disarms formulas in the cells of the file', async () => {
    const { rows } = await check(
      'Title,ISRC\n=HYPERLINK("http://evil.example"),USRC17607839\n-12.5,=1+1\n＝x,GBAYE6900531\n',
    );
    expect(rows.map(([title]) => title)).toEqual([
      'Title',
      '\'=HYPERLINK("http://evil.example")',
      '-12.5',
      "'＝x",
    ]);
    expect(rows[2]?.[1]).toBe("'=1+1");
  });
});

describe('codes that stand twice', () => {
  it('are named with every line, and each later row points at the first', async () => {
    const { rows, summary } = await check(
      'Title,ISRC\nA,GBAYE6900531\nB,USRC17607839\nC,gb-aye-69-00531\n\nD,GBAYE6900531\n',
    );
    expect(summary.columns[0]).toMatchObject({
      ok: 2,
      warn: 2,
      repeats: [{ code: 'GB-AYE-69-00531', kind: 'isrc', lines: [2, 4, 6] }],
    });
    expect(rows[3]?.slice(2)).toEqual(['warn', 'same as line 2', '', 'GBAYE6900531']);
    expect(rows[5]?.[3]).toBe('same as line 2');
  });

  it('are no matter for a UPC that stands beside each of its tracks', async () => {
    const { summary } = await check('ISRC,UPC\nUSRC17607839,602557631722\nGBAYE6900531,602557631722\n');
    expect(summary.columns.map(({ repeats }) => repeats)).toEqual([[], []]);
  });
});

describe('lists and running text', () => {
  it('checks a list of mixed kinds line by line, broken ones too', async () => {
    const { summary, table } = await check(
      'USRC17607839\n602557631722\nT-034.524.680-1\nUSRC1760783\n00045620792\n',
    );
    expect(table.shape).toBe('table');
    expect(summary).toMatchObject({ rows: 5, columns: [{ ok: 4, error: 1, column: { kind: null } }] });
  });

  it('leaves the greetings around a list alone', async () => {
    const { rows, summary } = await check(
      'ISRCs of the album\nUSRC17607839\nSide B\nGBAYE6900531\nThanks, Ana\n',
    );
    expect(summary).toMatchObject({ rows: 2, columns: [{ ok: 2, error: 0, missing: 0 }] });
    expect(rows.at(-1)).toEqual(['Thanks, Ana']);
  });

  it('reads codes that stand side by side on one line', async () => {
    const { summary } = await check('USRC17607839, GBAYE6900531; USRC1760783');
    expect(summary.columns[0]).toMatchObject({ ok: 2, error: 1 });
  });

  it('takes codes out of running text, each with its line', async () => {
    const { rows, table } = await check(
      'Hi Ana, the single is US-RC1-76-07839.\nThe B side (GBAYE6900531) and its\nrelease 602557631722 follow.\nBo\n',
    );
    expect(table.shape).toBe('prose');
    expect(rows.map(([line, , verdict, , , code]) => [line, verdict, code])).toEqual([
      ['line', 'verdict', 'code'],
      ['1', 'ok', 'USRC17607839'],
      ['2', 'ok', 'GBAYE6900531'],
      ['3', 'ok', '602557631722'],
    ]);
  });

  it('refuses a text without any code', async () => {
    await expect(check('Dear all,\nno codes today.\n')).rejects.toMatchObject({
      problem: { code: 'file.no-codes' },
    });
    await expect(check('Title,Artist\nNight Bus,Ana\nRain,Bo\n')).rejects.toMatchObject({
      problem: { code: 'file.no-codes' },
    });
  });
});

describe('encodings', () => {
  it('reads what Excel in Taiwan writes, and answers in UTF-8', async () => {
    // 曲名,國際標準錄音碼 / 夜車,USRC17607839 / 晴天,GBAYE6900531
    const big5 = Buffer.concat([
      Buffer.from('a6b1a657', 'hex'),
      Buffer.from(','),
      Buffer.from('b0eabbdabcd0b7c7bffdadb5bd58', 'hex'),
      Buffer.from('\r\n'),
      Buffer.from('a95da8ae', 'hex'),
      Buffer.from(',USRC17607839\r\n'),
      Buffer.from('b4b8a4d1', 'hex'),
      Buffer.from(',GBAYE6900531\r\n'),
    ]);
    const { rows, table } = await check(big5);
    expect(table.decoding).toMatchObject({ encoding: 'big5', damaged: false });
    expect(rows.map(([title]) => title)).toEqual(['曲名', '夜車', '晴天']);
    expect(table.columns.codes).toEqual([{ index: 1, name: '國際標準錄音碼', kind: 'isrc' }]);
  });

  it('reads Unicode text of Excel: UTF-16 with tabs', async () => {
    const file = Buffer.from('\ufeff曲名\tISRC\r\n夜車\tUSRC17607839\r\n', 'utf16le');
    const { rows, table } = await check(file);
    expect(table.delimiter).toBe('\t');
    expect(rows[1]?.slice(0, 3)).toEqual(['夜車', 'USRC17607839', 'ok']);
  });
});

describe('a long table', () => {
  it('tells how far it is and lets others have their turn', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `T${index},USRC176${String(index).padStart(5, '0')}`,
    );
    const seen: number[] = [];
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    await check(`Title,ISRC\n${lines.join('\n')}\n`, { onProgress: ({ rows }) => seen.push(rows) });
    clearInterval(others);
    expect(seen.length).toBeGreaterThan(8);
    expect(seen.at(-1)).toBe(5001);
    expect(turns).toBeGreaterThan(3);
  });

  it('lets go of the download when nobody takes the rest', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield Buffer.from('Title,USRC17607839\n'.repeat(1000));
      } finally {
        closed = true;
      }
    }
    const { reader } = await openFile(endless(), null);
    const rows = (await openTable(reader, { rules })).rows();
    await rows.next();
    await rows.return(undefined);
    expect(closed).toBe(true);
  });
});
