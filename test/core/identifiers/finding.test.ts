import { describe, expect, it } from 'vitest';
import { chunkParts } from '../../../src/core/identifiers/finding/chunk-parts.ts';
import { cellsOf } from '../../../src/core/identifiers/finding/chunks.ts';
import { kindsGroupedSo } from '../../../src/core/identifiers/finding/groupings.ts';
import { isOtherNumber, looksLikeCode } from '../../../src/core/identifiers/finding/no-codes.ts';
import { isSureCode } from '../../../src/core/identifiers/finding/sure.ts';
import type { Kind } from '../../../src/core/identifiers/kind.ts';
import { check, found, rules } from './rules.ts';

/** Cells as lists of clauses, each as its chunks with a bar between them. */
function cells(text: string): readonly (readonly string[])[] {
  return [...cellsOf(text)].map(({ clauses }) =>
    clauses.map(({ chunks }) => chunks.map((chunk) => chunk.text).join('|')),
  );
}

describe('a text in cells, clauses and chunks', () => {
  it.each<[string, string[][]]>([
    ['a b', [['a|b']]],
    ['a\tb', [['a'], ['b']]],
    ['a;b；c|d｜e', [['a'], ['b'], ['c'], ['d'], ['e']]],
    ['a,b', [['a', 'b']]],
    ['a，b、c。d', [['a', 'b', 'c', 'd']]],
    ['a (b) [c] {d} <e>', [['a', 'b', 'c', 'd', 'e']]],
    ['a（b）', [['a', 'b']]],
    ['"a" “b” 「c」『d』', [['a', 'b', 'c', 'd']]],
    ['a! b? c！d？e…f', [['a', 'b', 'c', 'd', 'e', 'f']]],
    ['a. b: c', [['a|b|c']]],
    ['a and b or c und d oder e et f ou g & h', [['a', 'b', 'c', 'd', 'e', 'f', 'g|h']]],
    ['A AND b', [['A', 'b']]],
    ['a 和 b 及 c 與 d 跟 e 或 f 以及 g', [['a', 'b', 'c', 'd', 'e', 'f', 'g']]],
    ['a和b', [['a', 'b']]],
    ['a是b', [['a|b']]],
    ['band b', [['band|b']]],
    ['a Andy b', [['a|Andy|b']]],
    ['a和平b', [['a|b']]],
    ['a溫和b', [['a|b']]],
    [';a', [['a']]],
    ['US-RC1-76-07839', [['US-RC1-76-07839']]],
    ['T-034.524.680-1', [['T-034.524.680-1']]],
    ['a--b a---b', [['a--b|a|b']]],
    ['a/b_c·d−e⁃f˗g–h', [['a/b_c·d−e⁃f˗g–h']]],
    ['-a- .b.', [['a|b']]],
    ['ISRC是US編號1', [['ISRC|US|1']]],
    ['ひらaカナb한글cไทยdລາວeខ្មែរfမြန်မာg', [['a|b|c|d|e|f|g']]],
    ['ＵＳ１', [['ＵＳ１']]],
    ['US\u200bRC\u00ad1', [['US\u200bRC\u00ad1']]],
    ['é1 Ѕ1 ٧', [['é1|Ѕ1|٧']]],
    ['①a', [['a']]],
    ['https://a.b/c?d=e#f, x', [['https://a.b/c?d=e#f', 'x']]],
    ['HTTP://A.b/c). x', [['HTTP://A.b/c', 'x']]],
    ['see urn:isni:0000000121032683; x', [['see|urn:isni:0000000121032683'], ['x']]],
    ['doi:10.5240/77-91.', [['doi:10.5240/77-91']]],
    ['', []],
    [' , ; \n\t', []],
  ])('%j', (text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('knows where each chunk stands and what is before it', () => {
    const text = 'x\r\n  ab: cd, ef';
    const [, second] = [...cellsOf(text)];
    expect(second?.line).toBe(2);
    expect(second?.clauses[0]?.chunks).toEqual([
      { text: 'ab', start: 5, end: 7, gap: '  ' },
      { text: 'cd', start: 9, end: 11, gap: ': ' },
    ]);
    expect(second?.clauses[1]?.chunks).toEqual([{ text: 'ef', start: 13, end: 15, gap: ', ' }]);
  });

  it.each([
    ['a\nb\r\nc\rd\u0085e\u2028f\u2029g', [1, 2, 3, 4, 5, 6, 7]],
    ['\n\n\r\n\ra', [5]],
    ['a\tb', [1, 1]],
  ])('counts the lines of %j', (text, lines) => {
    expect([...cellsOf(text)].map(({ line }) => line)).toEqual(lines);
  });

  it('knows writing without spaces from what only parts two codes', () => {
    const written = (text: string) => [...cellsOf(text)][0]?.clauses.map(({ hasWriting }) => hasWriting);
    expect(written('1的2')).toEqual([true]);
    expect(written('第1')).toEqual([true]);
    expect(written('1號')).toEqual([true]);
    expect(written('1 和 2')).toEqual([false, false]);
    expect(written('1：2')).toEqual([false]);
    expect(written('1，是2')).toEqual([false, true]);
    expect(written('1，號')).toEqual([false, true]);
    expect(written('1溫和2')).toEqual([true]);
    expect(written('1和平2')).toEqual([true]);
  });
});

describe('the parts of a chunk', () => {
  const parts = (text: string) =>
    chunkParts({ text, start: 10, end: 10 + text.length, gap: ' ' }, rules).map((part) => part.text);

  it.each([
    ['USRC17607839/USRC17607840', ['USRC17607839', 'USRC17607840']],
    ['USRC17607839//USRC17607840', ['USRC17607839', 'USRC17607840']],
    ['USRC17607839_602557631722', ['USRC17607839', '602557631722']],
    ['1.USRC17607839', ['1', 'USRC17607839']],
    ['USRC17607839-USRC17607840', ['USRC17607839', 'USRC17607840']],
    ['T-034.524.680-1/T-913.015.597-4', ['T-034.524.680-1', 'T-913.015.597-4']],
    ['a/US-RC1-76-07839/b', ['a', 'US-RC1-76-07839', 'b']],
    ['USRC17607839usrc17607840', ['USRC17607839', 'usrc17607840']],
    ['US-RC1-76-07839', ['US-RC1-76-07839']],
    ['US-RC1-76-0783', ['US-RC1-76-0783']],
    ['2024-01-05', ['2024-01-05']],
    ['and/or', ['and/or']],
    ['USRC17607839ABCDEFGHIJKL', ['USRC17607839ABCDEFGHIJKL']],
    ['https://a/USRC17607839/USRC17607840', ['https://a/USRC17607839/USRC17607840']],
    ['urn:x:USRC17607839-USRC17607840', ['urn:x:USRC17607839-USRC17607840']],
    ['doi:USRC17607839/USRC17607840', ['doi:USRC17607839/USRC17607840']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('stand where they stood, with what is before each', () => {
    const text = 'USRC17607839/602557631722';
    expect(chunkParts({ text, start: 10, end: 35, gap: ': ' }, rules)).toEqual([
      { text: 'USRC17607839', start: 10, end: 22, gap: ': ' },
      { text: '602557631722', start: 23, end: 35, gap: '/' },
    ]);
    const glued = 'USRC17607839USRC17607840';
    expect(chunkParts({ text: glued, start: 10, end: 34, gap: ': ' }, rules)).toEqual([
      { text: 'USRC17607839', start: 10, end: 22, gap: ': ' },
      { text: 'USRC17607840', start: 22, end: 34, gap: '' },
    ]);
  });
});

describe('groups of one code', () => {
  it.each<[number[], Kind[]]>([
    [
      [2, 3, 2, 5],
      ['isrc', 'ipi'],
    ],
    [
      [5, 2, 5],
      ['isrc', 'ipi'],
    ],
    [[1, 3, 3, 3, 1], ['iswc']],
    [
      [1, 9, 1],
      ['iswc', 'ipi-base'],
    ],
    [[1, 5, 5, 1], ['gtin']],
    [
      [1, 6, 6],
      ['iswc', 'gtin'],
    ],
    [
      [6, 6],
      ['gtin', 'ismn'],
    ],
    [
      [4, 4],
      ['iswc', 'gtin', 'ismn'],
    ],
    [[2, 3, 2, 2, 2], ['ipi']],
    [[3, 2, 2, 2, 2], ['ipi']],
    [
      [9, 2],
      ['ipi', 'ismn'],
    ],
    [
      [4, 4, 4, 4],
      ['isni', 'ismn'],
    ],
    [[8, 8], ['ismn']],
    [
      [4, 12],
      ['iswc', 'gtin', 'ismn'],
    ],
    [
      [2, 5, 10, 1],
      ['grid', 'dpid'],
    ],
    [[3, 1, 3, 5, 1], ['ismn']],
    [[3, 1, 4, 4, 1], ['ismn']],
    [[3, 1, 5, 3, 1], ['ismn']],
    [[3, 1, 6, 2, 1], ['ismn']],
    [[3, 1, 7, 1, 1], ['ismn']],
    [[1, 3, 5, 1], ['ismn']],
    [[1, 4, 4, 1], ['ismn']],
    [[1, 5, 3, 1], ['ismn']],
    [[3, 3, 3], []],
  ])('%j are those of %j', (lengths, kinds) => {
    expect(kindsGroupedSo(lengths)).toEqual(kinds);
  });
});

describe('numbers that are no codes', () => {
  const chunk = (text: string, gap = ' ') => ({ text, start: 0, end: text.length, gap });

  it.each([
    '2024-01-05',
    '5.1.2024',
    '05/01/24',
    '20240105',
    '20240115',
    '19991231',
    '0912-345-678',
    '02-2712-3456',
    '555-123-4567',
    '1-800-555-1234',
    'example.com',
    'track01.wav',
    'mix.MP3',
    'a.flac',
    'a.pdf',
    'must.org',
    'x.net',
    'must.org.tw',
  ])('%s', (text) => expect(isOtherNumber(chunk(text))).toBe(true));

  it.each(['+', ' +', '@', '$', '€', '£', '¥', '%'])('after %j', (gap) => {
    expect(isOtherNumber(chunk('602557631722', gap))).toBe(true);
  });

  it.each([
    '20241305',
    '20240100',
    '20240132',
    '21000101',
    '602557631722',
    'US-RC1-76-07839',
    'T-034.524.680-1',
    '96385074',
    '2024-01-05-1',
    'x2024-01-05',
    'x0912-345-678',
    '0912-345-678-9',
    'comwav',
    'a.wave',
  ])('but not %s', (text) => expect(isOtherNumber(chunk(text))).toBe(false));

  it.each([
    ['12345678', true],
    ['1234567', false],
    ['ABCD1234', true],
    ['ABCDE123', false],
    ['AB-CD/12.34', true],
    ['A-1-2-3-4', false],
  ])('%s is long enough for a code: %s', (text, expected) => expect(looksLikeCode(text)).toBe(expected));
});

describe('what can hardly be anything else', () => {
  it.each([
    ['USRC17607839', true],
    ['T0345246802', true],
    ['A12425GABC1234002N', true],
    ['PADPIDA3897722461H', true],
    ['602557631722', true],
    ['602557631723', false],
    ['6291041500213', true],
    ['00602557631722', true],
    ['10012345678902', false],
    ['96385074', false],
    ['00045620792', true],
    ['45620792', false],
    ['00045620793', false],
    ['0000000121032683', true],
    ['0000000121032684', false],
    ['I0010681306', true],
    ['I0010681305', false],
    ['M230671187', true],
    ['M230671188', false],
    ['202401011207', false],
    ['202413011202', true],
    ['202401321207', true],
    ['202400011208', true],
    ['202401001208', true],
    ['202412312355', false],
    ['199910101201', false],
    ['202401301209', false],
    ['1999113023596', true],
    ['4199911302351', true],
    ['212401011206', true],
    ['USRC1760783', false],
    ['hello', false],
  ])('%s: %s', (text, expected) => expect(isSureCode(check(text), text.length)).toBe(expected));
});

describe('labels before codes', () => {
  it.each([
    ['the ISRC is USRC1760783', ['USRC1760783 = isrc error']],
    ['ISRC code USRC1760783 here', ['USRC1760783 = isrc error']],
    ['ISRC number is USRC1760783 here', ['USRC1760783 = isrc error']],
    ['the ISRC was USRC1760783 once', ['USRC1760783 = isrc error']],
    ['our ISRC of the song USRC1760783', []],
    ['my isrc USRC1760783 here', ['USRC1760783 = isrc error']],
    ['our ISRC this USRC1760783', []],
    ['our ISRC isle USRC1760783', []],
    ['the ISRC is no code USRC1760783 yet', ['USRC1760783 = isrc error']],
    ['the ISRCs are codes USRC1760783', ['USRC1760783 = isrc error']],
    ['ISRC USRC1760783 and USRC1760784 here', ['USRC1760783 = isrc error', 'USRC1760784 = isrc error']],
    ['IPI 1234 please', []],
    ['IPI 12345 please', ['12345 = ipi error']],
    ['her IPI：45620792 thanks', ['45620792 = ipi ok']],
    ['the UPC for it: 602557631723', []],
    ['ISRC-USRC17607839 here', ['ISRC-USRC17607839 = isrc ok']],
    ['my ISRC 12300001 here', ['ISRC 12300001 = isrc warn']],
    ['my IPI 12300001 here', ['12300001 = ipi error']],
    ['ISRC\nUSRC1760783 is mine', []],
    ['ISRC\tUSRC1760783\tNight Bus', ['USRC1760783 = isrc error']],
    ['這首的ISRC是USRC1760783', ['USRC1760783 = isrc error']],
    ['my ISRC (USRC1760783) here', ['USRC1760783 = isrc error']],
  ])('%j', (text, expected) => expect(found(text)).toEqual(expected));
});
