import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import { kinds } from '../../src/core/identifiers/kind.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';

const folder = mkdtempSync(join(tmpdir(), 'splitproof-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { readonly code: number; readonly out: string; readonly err: string };

async function run(args: readonly string[], input: string | Readable = '', isTerminal = false): Promise<Ran> {
  const output = collecting();
  const errorOutput = collecting();
  const code = await runCheck({
    args,
    input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
    output,
    errorOutput,
    prefixes: builtInPrefixes,
    year: 2026,
    isTerminal,
  });
  return { code, out: output.text(), err: errorOutput.text() };
}

function collecting(): Writable & { text(): string } {
  const blocks: string[] = [];
  const stream = new Writable({
    write(block, _encoding, done) {
      blocks.push(String(block));
      done();
    },
  });
  return Object.assign(stream, { text: () => blocks.join('') });
}

function rows(out: string): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('JSON', () => {
  it('has exactly the promised members, in their order', async () => {
    const { out, code } = await run(['--json'], 'RDRAY2200003\n');
    expect(out).toBe(
      '{"input":"RDRAY2200003","kind":"isrc","candidates":["isrc"],"verdict":"warn","normalized":"RDRAY2200003","display":"RD-RAY-22-00003","problems":[{"code":"isrc.prefix-unlisted","severity":"warning","message":"The shape is right, but prefix RD is not on the list of 4 Nov 2025. Check it for a typing error; new prefixes do appear."}],"suggestions":[]}\n',
    );
    expect(code).toBe(0);
  });

  it('is one line for each line of the input, in order, empty ones included', async () => {
    const { out, code } = await run(['--json'], 'USRC17607839\r\n\n  \n602557631723\nT-034.524.680-1');
    expect(rows(out).map(({ input, verdict }) => [input, verdict])).toEqual([
      ['USRC17607839', 'ok'],
      ['', 'error'],
      ['  ', 'error'],
      ['602557631723', 'error'],
      ['T-034.524.680-1', 'ok'],
    ]);
    expect(code).toBe(1);
  });

  it('writes nothing for nothing', async () => {
    expect(await run(['--json'], '')).toEqual({ code: 0, out: '', err: '' });
  });

  it('leaves the byte order mark out, and the other separators of Unicode in', async () => {
    const { out } = await run(['--json'], '\uFEFFUSRC17607839\nUSRC1\u20287607839\u0085\n');
    expect(rows(out).map(({ input }) => input)).toEqual(['USRC17607839', 'USRC1\u20287607839\u0085']);
  });

  it('holds nothing that a terminal obeys', async () => {
    const { out } = await run(['--json'], 'x\u001b[31m\u009b31m\u202e\u2028\u007f\n');
    expect(out).toMatch(/^[ -~]+\n$/);
    expect(rows(out)[0]?.input).toBe('x\u001b[31m\u009b31m\u202e\u2028\u007f');
  });

  it('puts characters together that were cut by the end of a block', async () => {
    const bytes = Buffer.from('Ѕ編碼😀\n');
    const { out } = await run(['--json'], Readable.from([...bytes].map((byte) => Buffer.from([byte]))));
    expect(rows(out).map(({ input }) => input)).toEqual(['Ѕ編碼😀']);
  });

  it('reads bytes that are no UTF-8 without stumbling', async () => {
    const { out, code } = await run(['--json'], Readable.from([Buffer.from([0x55, 0xff, 0xfe, 0x0a, 0xc3])]));
    expect(rows(out).map(({ input }) => input)).toEqual(['U\ufffd\ufffd', '\ufffd']);
    expect(code).toBe(1);
  });

  it('says of a line without end how long it is, and keeps only its beginning', async () => {
    const { out, code } = await run(['--json'], `${'A'.repeat(250_000)}\nUSRC17607839\n`);
    const [long, next] = rows(out);
    expect(String(long?.input)).toHaveLength(100_000);
    expect(long?.problems).toMatchObject([
      { code: 'code.too-long', message: expect.stringContaining('250,000') },
    ]);
    expect(next).toMatchObject({ verdict: 'ok' });
    expect(code).toBe(1);
  });
});

describe('lines for people', () => {
  it('begin with the verdict, name the code and its kind, and say what is wrong', async () => {
    const lines =
      'usrc17607839\nRDRAY2200003\nUSRC1760783\n602557631722\n6O2557631722\nDEEC33501508\n\nNight\u001b Bus\n';
    const { out, err, code } = await run([], lines);
    expect(out.split('\n')).toEqual([
      '✅ US-RC1-76-07839 · ISRC · the shape holds.',
      '⚠️ RD-RAY-22-00003 · ISRC · look at this: The shape is right, but prefix RD is not on the list of 4 Nov 2025. Check it for a typing error; new prefixes do appear.',
      '❌ USRC1760783 · ISRC · does not hold: An ISRC has 12 characters; this has 11: US RC1 76 0783_. Compare it with the source and type it again.',
      '✅ 602557631722 · UPC-A · the check digit agrees.',
      '❌ 6O2557631722 · UPC or EAN · does not hold: Character 2 must be a digit; this has O. A UPC or EAN has digits only. Did you mean 602557631722?',
      '✅ DE-EC3-35-01508 · ISRC · the shape holds. The year element reads 35: unusual, probably a numbering choice of the registrant, not an error to repair.',
      '❌ (empty line) · does not hold: There is no code here. Type or paste one, for example US-RC1-76-07839.',
      expect.stringMatching(/^❌ Night Bus · does not hold: With 9 characters/),
      '',
    ]);
    expect(err).toBe('8 codes: 3 ✅ hold · 1 ⚠️ to look at · 4 ❌ do not hold\n');
    expect(code).toBe(1);
  });

  it('need no sum for one code', async () => {
    expect(await run([], '45620792')).toEqual({
      code: 0,
      out: '✅ 00045620792 · IPI name number · the check digit agrees.\n',
      err: '',
    });
  });

  it.each([
    ['I-001068130-6', 'IPI base number'],
    ['A1-2425G-ABC1234002-M', 'GRid'],
    ['PA-DPIDA-3897722461-G', 'DPID'],
    ['T-034.524.680-1', 'ISWC'],
  ])('call %s by its name: %s', async (code, name) => {
    expect((await run([], code)).out).toContain(`✅ ${code} · ${name} · the check digit agrees.`);
  });

  it('shorten what is too long to be shown', async () => {
    const { out } = await run([], 'x'.repeat(70));
    expect(out).toContain(`❌ ${'x'.repeat(60)}… ·`);
  });
});

describe('lines of JSON strings', () => {
  it('may hold any character', async () => {
    const { out } = await run(
      ['--json', '--jsonl'],
      '"US-RC1-76-07839\\n"\n"\\u0000"\n"\\"USRC17607839\\""\n',
    );
    expect(rows(out).map(({ input, verdict }) => [input, verdict])).toEqual([
      ['US-RC1-76-07839\n', 'ok'],
      ['\u0000', 'error'],
      ['"USRC17607839"', 'ok'],
    ]);
  });

  it('that are none are errors with their number, and the work goes on', async () => {
    const { out, code } = await run(
      ['--jsonl', '--json'],
      'abc\n602557631722\nnull\ntrue\n["x"]\n{}\n\n"USRC17607839"\n',
    );
    expect(
      rows(out).map(({ input, problems }) => [input, (problems as { code: string }[])[0]?.code]),
    ).toEqual([
      ['abc', 'line.json'],
      ['602557631722', 'line.not-text'],
      ['null', 'line.not-text'],
      ['true', 'line.not-text'],
      ['["x"]', 'line.not-text'],
      ['{}', 'line.not-text'],
      ['', 'line.json'],
      ['USRC17607839', undefined],
    ]);
    expect(out).toContain('Line 2 holds a number, not a string.');
    expect(out).toContain('Line 3 holds null, not a string.');
    expect(out).toContain('Line 4 holds true or false, not a string.');
    expect(out).toContain('Line 5 holds a list, not a string.');
    expect(out).toContain('Line 6 holds an object, not a string.');
    expect(out).toContain('Line 7 is not JSON.');
    expect(code).toBe(1);
  });
});

describe('options and files', () => {
  it.each(kinds)('force the kind %s', async (kind) => {
    for (const args of [['--kind', kind], [`--kind=${kind}`], ['--kind', kind.toUpperCase()]]) {
      expect(rows((await run([...args, '--json'], 'x\n')).out)[0]).toMatchObject({ kind });
    }
  });

  it('read a file, or standard input for - or for nothing', async () => {
    const file = join(folder, 'codes.txt');
    writeFileSync(file, 'USRC17607839\n');
    const fromFile = await run(['--json', file], 'not read');
    expect(rows(fromFile.out)).toMatchObject([{ input: 'USRC17607839' }]);
    expect(await run(['--json', '-'], 'USRC17607839\n')).toEqual(fromFile);
    expect(await run(['--json'], 'USRC17607839\n')).toEqual(fromFile);
    expect(await run(['--json', '--', file], '')).toEqual(fromFile);
  });

  it.each([
    [['--jason'], 'There is no option --jason.'],
    [['-x'], 'There is no option -x.'],
    [['--kind'], 'After --kind the name of a kind is missing. The kinds are isrc, iswc, gtin,'],
    [['--kind='], 'After --kind the name of a kind is missing.'],
    [['--kind', 'isbn'], 'There is no kind "isbn". The kinds are isrc,'],
    [['a.txt', 'b.txt'], 'One file at a time, please: a.txt and b.txt were given.'],
  ])('%j are refused in a sentence', async (args, sentence) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.startsWith(sentence)).toBe(true);
    expect(err).toContain('Usage: splitproof check');
  });

  it.each(['--help', '-h'])('%s says how it is used', async (flag) => {
    const { code, out, err } = await run([flag]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: splitproof check [--kind KIND] [--json] [--jsonl] [file|-]');
  });

  it('a file that is not there, or a folder, is named in a sentence', async () => {
    const missing = await run([join(folder, 'none.txt')]);
    expect(missing).toEqual({
      code: 2,
      out: '',
      err: `There is no file ${join(folder, 'none.txt')}. Check its name and folder.\n`,
    });
    expect(await run([folder])).toEqual({
      code: 2,
      out: '',
      err: `${folder} is a folder. Name one of the files in it.\n`,
    });
  });

  it('an input that breaks off is named in a sentence', async () => {
    const broken = new Readable({
      read() {
        this.destroy(Object.assign(new Error('read EIO'), { code: 'EIO' }));
      },
    });
    expect(await run(['--json'], broken)).toMatchObject({
      code: 2,
      err: 'Standard input cannot be read: read EIO. Check it and start again.\n',
    });
    const closed = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EACCES'), { code: 'EACCES' }));
      },
    });
    expect((await run([], closed)).err).toContain('may not be read by this user');
  });
});

describe('streaming', () => {
  it('takes no more than it can give away', async () => {
    const output = new Writable({
      highWaterMark: 1,
      write: (_block, _encoding, done) => void held.push(done),
    });
    const held: (() => void)[] = [];
    let given = 0;
    const input = Readable.from(
      (function* () {
        for (; given < 10_000; given += 1) yield Buffer.from('USRC17607839\n'.repeat(100));
      })(),
      { objectMode: true, highWaterMark: 1 },
    );
    const done = runCheck({
      args: ['--json'],
      input,
      output,
      errorOutput: collecting(),
      prefixes: builtInPrefixes,
      year: 2026,
      isTerminal: false,
    });
    while (held.length === 0) await new Promise(setImmediate);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    expect(given).toBeLessThan(20);
    expect(held).toHaveLength(1);
    given = 10_000;
    while (held.length > 0) {
      for (const go of held.splice(0)) go();
      await new Promise(setImmediate);
    }
    expect(await done).toBe(0);
  });

  it('ends in silence when the reader goes away, as head does', async () => {
    let blocks = 0;
    const output = new Writable({
      write(_block, _encoding, done) {
        blocks += 1;
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }));
      },
    });
    const errorOutput = collecting();
    const input = Readable.from(
      Array.from({ length: 100 }, () => Buffer.from('USRC17607839\n'.repeat(1000))),
    );
    const code = await runCheck({
      args: ['--json'],
      input,
      output,
      errorOutput,
      prefixes: builtInPrefixes,
      year: 2026,
      isTerminal: false,
    });
    expect([code, errorOutput.text(), blocks]).toEqual([0, '', 1]);
  });

  it('says when the results cannot be written', async () => {
    const output = new Writable({
      write(_block, _encoding, done) {
        done(
          Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', syscall: 'write' }),
        );
      },
    });
    const errorOutput = collecting();
    const code = await runCheck({
      args: ['--json'],
      input: Readable.from([Buffer.from('USRC17607839\n')]),
      output,
      errorOutput,
      prefixes: builtInPrefixes,
      year: 2026,
      isTerminal: false,
    });
    expect(code).toBe(2);
    expect(errorOutput.text()).toBe(
      'The results could not be written: ENOSPC: no space left on device. Make room and start again.\n',
    );
  });

  it('shows on a terminal how far it is, and clears the line at the end', async () => {
    const many = Readable.from(Array.from({ length: 50 }, () => Buffer.from('USRC17607839\n'.repeat(1000))));
    const { err } = await run(['--json'], many, true);
    expect(err).toBe('\r20,000 codes checked\r40,000 codes checked\r\u001b[K');
    const few = Readable.from([Buffer.from('USRC17607839\n'.repeat(1000))]);
    expect((await run(['--json'], few, true)).err).toBe('');
  });
});
