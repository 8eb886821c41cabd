import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/core/identifiers/finding/chunks.ts';
import type { LabelBefore } from '../../../src/core/identifiers/finding/label-before.ts';
import { tokensOf } from '../../../src/core/identifiers/finding/tokens.ts';
import { rules } from './rules.ts';

/**
 * The tokens of the first clause of a text, each as what it is: its text in brackets, its grade, whether all is well with
 * it, its length, the label before it. `words` and `waiting` are there only where there are words, or a label that waits.
 */
function read(text: string, before: LabelBefore | null = null) {
  const clause = [...cellsOf(text)][0]?.clauses[0];
  if (clause === undefined) throw new Error(`There is no clause in ${JSON.stringify(text)}.`);
  const { tokens, hasWords, label } = tokensOf(text, clause, rules, before);
  const said = tokens.map((token) => {
    const kind = token.label === null ? '' : ` ${token.label.kind}`;
    const agrees = token.agrees ? 'holds' : 'does not hold';
    return `[${text.slice(token.start, token.end)}] ${token.grade} ${agrees} ${token.length}${kind}`;
  });
  return [...said, ...(hasWords ? ['words'] : []), ...(label === null ? [] : [`waiting: ${label.kind}`])];
}

type Row = readonly [text: string, ...said: string[]];

function rows(...table: readonly Row[]): void {
  it.each(table.map(([text, ...said]) => ({ text, said })))('$text', ({ text, said }) => {
    expect(read(text)).toEqual(said);
  });
}

describe('one chunk', () => {
  rows(
    ['USRC17607839', '[USRC17607839] sure holds 12'],
    ['US-RC1-76-07839', '[US-RC1-76-07839] sure holds 12'],
    ['see USRC17607839 here', '[USRC17607839] sure holds 12', 'words'],
    ['USRC1760783', '[USRC1760783] near does not hold 11'],
    ['602557631723', '[602557631723] near does not hold 12'],
    ['see 602557631723 here', '[602557631723] near does not hold 12', 'words'],
    ['T-034.524.680-C', '[T-034.524.680-C] near does not hold 11'],
    ['96385074', '[96385074] near holds 8'],
    ['45620792', '[45620792] near holds 8'],
    ['B0012345-02', '[B0012345-02] unknown does not hold 10'],
    ['1234567'],
    ['ABC1234'],
    ['2024-01-05'],
    ['+602557631722'],
    ['LC-01934'],
    ['hello', 'words'],
    ['第96385074', '[96385074] near holds 8', 'words'],
  );

  it('counts all characters of one that is too long to be looked at, label or not', () => {
    const long = `${'1'.repeat(4500)}-1`;
    expect(read(long)).toEqual([`[${long}] unknown does not hold 4502`]);
    expect(read(`ISRC ${long}`)).toEqual([`[${long}] unknown does not hold 4502 isrc`, 'waiting: isrc']);
  });
});

describe('behind a label', () => {
  rows(
    ['ISRC USRC17607839', '[USRC17607839] sure holds 12 isrc', 'waiting: isrc'],
    ['ISRC is USRC1760783', '[USRC1760783] sure does not hold 11 isrc', 'waiting: isrc'],
    ['ISRC of USRC1760783', '[USRC1760783] near does not hold 11', 'words'],
    ['is 45620792', '[45620792] near holds 8', 'words'],
    ['the UPC is', 'words', 'waiting: gtin'],
    ['UPC for it', 'words'],
    ['EAN-13', 'waiting: gtin'],
    ['my EAN 96385074 ok', '[96385074] sure holds 8 gtin', 'words'],
    ['IPI 12345', '[12345] sure does not hold 5 ipi', 'waiting: ipi'],
    ['IPI 1234', 'waiting: ipi'],
    ['ISRC 12345', '[12345] sure does not hold 5 isrc', 'waiting: isrc'],
    ['ISRC 1234', 'waiting: isrc'],
    ['UPC: 602557 631722', '[602557 631722] sure holds 12 gtin', 'waiting: gtin'],
    ['UPC 602557 631723', '[602557 631723] sure does not hold 12 gtin', 'waiting: gtin'],
    ['UPC 2024-01-05', '[2024-01-05] sure does not hold 8 gtin', 'waiting: gtin'],
    ['ISRC 12300001', '[ISRC 12300001] sure holds 12 isrc', 'waiting: isrc'],
    ['ISRC: 12300001', '[12300001] sure does not hold 8 isrc', 'waiting: isrc'],
    ['my UPC 12300001', '[12300001] sure does not hold 8 gtin', 'words', 'waiting: gtin'],
    [
      'UPC 602557631722 IPI 45620792',
      '[602557631722] sure holds 12 gtin',
      '[45620792] sure holds 8 ipi',
      'waiting: ipi',
    ],
    // A row of headings: two labels as one word, and nothing behind them.
    ['ISWC-GTIN 14', 'words'],
  );

  it('goes on with the label of the clause before', () => {
    const label = { kind: 'ipi', length: 4, parting: 'space', start: 0 } as const;
    expect(read('12345 x', label)).toEqual(['[12345] sure does not hold 5 ipi', 'words']);
    expect(read('12345', null)).toEqual([]);
  });

  it('does not look for a code together with a label that stands too far away', () => {
    const digits = '1'.repeat(3998);
    expect(read(`ISRC ${digits}`)).toEqual([`[${digits}] sure does not hold 3998 isrc`, 'waiting: isrc']);
  });
});

describe('groups of one code among words', () => {
  rows(
    ['see US RC1 76 07839 here', '[US RC1 76 07839] sure holds 12', 'words'],
    ['see US-RC1 76 07839 here', '[US-RC1 76 07839] sure holds 12', 'words'],
    ['Title: US RC1 76 07839', '[US RC1 76 07839] sure holds 12', 'words'],
    ['see US - RC1 – 76 — 07839 here', '[US - RC1 – 76 — 07839] sure holds 12', 'words'],
    ['see US- RC1- 76- 07839 here', '[US- RC1- 76- 07839] sure holds 12', 'words'],
    ['see US -RC1 -76 -07839 here', '[US -RC1 -76 -07839] sure holds 12', 'words'],
    ['see US RC1: 76 07839 here', 'words'],
    [
      'see US        RC1        76        07839 here',
      '[US        RC1        76        07839] sure holds 12',
      'words',
    ],
    ['see US         RC1         76         07839 here', 'words'],
    ['US RC1 76 07839 US RC1 76 07840', '[US RC1 76 07839] sure holds 12', '[US RC1 76 07840] sure holds 12'],
    // Eighteen characters are the longest code, eight the shortest in groups.
    ['see A1 2425G ABC1234002 M here', '[A1 2425G ABC1234002 M] sure holds 18', 'words'],
    ['see 9638 5074 here', '[9638 5074] near holds 8', 'words'],
    ['see 9638 5075 here', 'words'],
    ['take 12 34061 on', 'words'],
    ['see 602557 631722 here', '[602557 631722] sure holds 12', 'words'],
    ['see 602557 631723 here', 'words'],
    ['see 4 006381 333932 here', 'words'],
    // Four groups as under the bars, or four that begin with zeros, were meant as a code.
    ['see 6 02557 63172 3 here', '[6 02557 63172 3] sure does not hold 12', 'words'],
    ['see 0000 0001 2103 2684 here', '[0000 0001 2103 2684] sure does not hold 16', 'words'],
    ['see 0500 0001 2103 2684 here', '[2103 2684] near holds 8', 'words'],
    ['see PADPIDA 3897722461G here', '[PADPIDA 3897722461G] sure holds 18', 'words'],
    // No code is without a digit, not even where its own check character agrees.
    ['see PA DPIDA ABCDEFGHIJ K here', 'words'],
    ['for $602557 631722', 'words'],
    ['see 2024-01-05 602557 631722', '[602557 631722] sure holds 12', 'words'],
    // A short word before a number is no beginning of a code; nine digits are no such number.
    ['to 1231234567', '[1231234567] unknown does not hold 10', 'words'],
    ["don't 0345246801 x", '[0345246801] near does not hold 10', 'words'],
    ['see 6 02557631722 here', '[6 02557631722] sure holds 12', 'words'],
    ['see M 230671187 here', '[M 230671187] sure holds 10', 'words'],
    ['see M 230-671-187 here', '[M 230-671-187] sure holds 10', 'words'],
  );
});

describe('a clause that is one code', () => {
  rows(
    ['USRC 17607839', '[USRC 17607839] sure holds 12'],
    ['USRC 96385074', '[USRC 96385074] sure holds 12'],
    ['USA 123123456', '[USA 123123456] sure holds 12'],
    ['PAD PIDA3897722461G', '[PAD PIDA3897722461G] sure holds 18'],
    ['60 2557 63172 2', '[60 2557 63172 2] sure holds 12'],
    ['60 2557 63172 3'],
    ['4 5620 792', '[4 5620 792] near holds 8'],
    ['U S R C 1 7 6 0 7839', '[U S R C 1 7 6 0 7839] sure holds 12'],
    ['U S R C 1 7 6 0 78 39', 'words'],
    ['US RC1 76 0783', '[US RC1 76 0783] near does not hold 11'],
    ['US        RC1        76        0783', '[US        RC1        76        0783] near does not hold 11'],
    ['US         RC1        76        0783', 'words'],
    ['US RC1: 76 0783', 'words'],
    ['USRC1 76 0783'],
    ['$60 2557 63172 2'],
    ['LC 01934', 'words'],
    ['96385074 96385074', '[96385074] near holds 8', '[96385074] near holds 8'],
    // Two EAN-8 in the row above; here only one half would be one, and both together are an ISNI.
    ['96385074 10158381', '[96385074 10158381] sure holds 16'],
  );

  it('is told from the clauses beside it', () => {
    const text = 'x, US RC1 76 0783, y';
    const clause = [...cellsOf(text)][0]?.clauses[1];
    expect(clause && tokensOf(text, clause, rules, null)).toEqual({
      tokens: [{ start: 3, end: 17, label: null, grade: 'near', agrees: false, length: 11 }],
      hasWords: false,
      label: null,
    });
  });

  it('is none where it is too long to be looked at', () => {
    const half = '1'.repeat(2500);
    const said = `[${half}] unknown does not hold 2500`;
    expect(read(`${half} ${half}`)).toEqual([said, said]);
  });

  it('is none where there is only writing', () => {
    expect(read('第、1')).toEqual(['words']);
  });
});
