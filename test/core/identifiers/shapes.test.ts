import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/core/identifiers/kind.ts';
import { labelOf } from '../../../src/core/identifiers/labels.ts';
import { looksLabelled, SHAPES } from '../../../src/core/identifiers/shapes.ts';

/** For each kind, texts that have its shape; anything before, behind or too little breaks it. */
const SHAPED: readonly (readonly [kind: Kind, ...texts: string[]])[] = [
  ['isrc', 'USRC17607839', 'ZZZZZ0000000', 'AA0000000000'],
  ['iswc', 'T0345246801'],
  ['gtin', '12345678', '123456789012', '1234567890123', '12345678901234'],
  ['ipi', '00045620792'],
  ['ipi-base', 'I0010681306'],
  ['isni', '0000000121032683', '000000012150090X'],
  ['grid', 'A12425GABC1234002M', 'A100000ZZZZZ00000Z'],
  ['dpid', 'PADPIDA3897722461G', 'PADPIDAZZZZZ000000'],
  ['ismn', '9790230671187', 'M230671187'],
];

describe.each(SHAPED.map(([kind, ...texts]) => ({ kind, texts })))(
  'the shape of $kind',
  ({ kind, texts }) => {
    it.each(texts)('is that of %s', (text) => expect(SHAPES[kind].test(text)).toBe(true));

    it.each(texts)('is not that of %s with something before, behind or missing', (text) => {
      for (const broken of [`Z${text}`, `${text}Z`, `${text}\n`, text.slice(1), text.slice(0, -1), '']) {
        const fitsAnyway = kind === 'gtin' && /^[0-9]{12,14}$/.test(broken);
        expect([broken, SHAPES[kind].test(broken)]).toEqual([broken, fitsAnyway]);
      }
    });

    it.each(texts)('is not that of %s with any one character replaced by a hyphen', (text) => {
      for (let at = 0; at < text.length; at += 1) {
        expect(SHAPES[kind].test(`${text.slice(0, at)}-${text.slice(at + 1)}`)).toBe(false);
      }
    });
  },
);

it.each([
  ['isrc', '1SRC17607839'],
  ['isrc', 'U1RC17607839'],
  ['isrc', 'USRC1A607839'],
  ['isrc', 'USRC1760783A'],
  ['iswc', 'X0345246801'],
  ['iswc', 'TT345246801'],
  ['gtin', '1234567890'],
  ['gtin', '123456789'],
  ['gtin', '123456789012345'],
  ['ipi-base', 'T0010681306'],
  ['isni', 'X000000121032683'],
  ['isni', '000000012103268A'],
  ['grid', 'B12425GABC1234002M'],
  ['grid', 'A22425GABC1234002M'],
  ['dpid', 'PADPIDB3897722461G'],
  ['ismn', '9780230671187'],
  ['ismn', '9791230671187'],
  ['ismn', 'N230671187'],
  ['ismn', 'M97902306711'],
] as const)('no %s has the shape of %s', (kind, text) => expect(SHAPES[kind].test(text)).toBe(false));

it.each([
  ['isrc', 'USRC17607839', true],
  ['isrc', '123456789012', true],
  ['isrc', 'USRC1760783', false],
  ['isrc', 'USRC176078391', false],
  ['isrc', 'USRC1760783é', false],
  ['iswc', 'T0345246801', true],
  ['iswc', '0345246801', true],
  ['iswc', 'T034524680', false],
  ['iswc', 'T03452468011', false],
  ['iswc', 'XT0345246801', false],
  ['gtin', '12345', true],
  ['gtin', '1234', false],
  ['gtin', '12345A', false],
  ['gtin', 'A12345', false],
  ['ipi', '45620792', true],
  ['ipi', '1234', false],
  ['ipi', '12345A', false],
  ['ipi', 'A12345', false],
  ['ipi-base', 'I0010681306', true],
  ['ipi-base', 'I1234', false],
  ['ipi-base', '0010681306', false],
  ['ipi-base', 'II12345', false],
  ['ipi-base', 'I12345A', false],
  ['isni', '0000000121032683', true],
  ['isni', '12345X', true],
  ['isni', '1234X', false],
  ['isni', '12345XX', false],
  ['isni', 'X12345', false],
  ['grid', 'A1ABC12', true],
  ['grid', 'A1ABC1', false],
  ['grid', 'BA1ABC12', false],
  ['grid', 'A1ABC12-', false],
  ['dpid', 'PADPIDA', true],
  ['dpid', 'PADPID', false],
  ['dpid', 'XPADPIDA', false],
  ['dpid', 'PADPIDA-', false],
  ['ismn', 'M12345', true],
  ['ismn', '12345', true],
  ['ismn', 'M1234', false],
  ['ismn', 'MM12345', false],
  ['ismn', 'M12345A', false],
] as const)('behind a label for %s, %s may be its code: %s', (kind, rest, expected) => {
  expect(looksLabelled(kind, rest)).toBe(expected);
});

it.each([
  ['ISRC: X', 'isrc', 6, 'mark'],
  ['ISRC X', 'isrc', 5, 'space'],
  ['ISRC-X', 'isrc', 5, 'space'],
  ['ISRC . X', 'isrc', 7, 'space'],
  ['ISRCX', 'isrc', 4, 'none'],
  ['ISRC', 'isrc', 4, 'none'],
  ['ISRC  =#: X', 'isrc', 10, 'mark'],
  ['ISRC":X', 'isrc', 6, 'mark'],
  ["ISRC': X", 'isrc', 7, 'mark'],
  ['ISRC CODE X', 'isrc', 10, 'mark'],
  ['ISRC-CODE X', 'isrc', 10, 'mark'],
  ['ISRCCODES X', 'isrc', 10, 'mark'],
  ['ISRC NUMBER X', 'isrc', 12, 'mark'],
  ['ISRC NUMBERS X', 'isrc', 13, 'mark'],
  ['ISRC NO. X', 'isrc', 9, 'mark'],
  ['ISRC NR: X', 'isrc', 9, 'mark'],
  ['ISRC NO X', 'isrc', 5, 'space'],
  ['ISRC CODEX', 'isrc', 5, 'space'],
  ['ISRCS: X', 'isrc', 7, 'mark'],
  ['ISRCSX', 'isrc', 4, 'none'],
  ['ISRC號碼X', 'isrc', 6, 'mark'],
  ['ISRC 號碼:X', 'isrc', 8, 'mark'],
  ['ISRC編號 1', 'isrc', 7, 'mark'],
  ['ISRC代碼 1', 'isrc', 7, 'mark'],
  ['ISRC編碼 1', 'isrc', 7, 'mark'],
  ['ISRC碼 1', 'isrc', 6, 'mark'],
  ['ISWC 1', 'iswc', 5, 'space'],
  ['UPC 1', 'gtin', 4, 'space'],
  ['UPC-A 1', 'gtin', 6, 'space'],
  ['UPC A 1', 'gtin', 6, 'space'],
  ['UPCA1', 'gtin', 4, 'none'],
  ['UPC-E 1', 'gtin', 6, 'space'],
  ['UPC/EAN 1', 'gtin', 8, 'space'],
  ['EAN/UPC 1', 'gtin', 8, 'space'],
  ['GTIN 1', 'gtin', 5, 'space'],
  ['GTIN-8 1', 'gtin', 7, 'space'],
  ['GTIN 12: 1', 'gtin', 9, 'mark'],
  ['GTIN13 1', 'gtin', 7, 'space'],
  ['GTIN-14 1', 'gtin', 8, 'space'],
  ['GTIN-141', 'gtin', 5, 'space'],
  ['EAN 1', 'gtin', 4, 'space'],
  ['EAN-8 1', 'gtin', 6, 'space'],
  ['EAN 13 1', 'gtin', 7, 'space'],
  ['EANUCC 1', 'gtin', 7, 'space'],
  ['EAN131', 'gtin', 3, 'none'],
  ['JAN 1', 'gtin', 4, 'space'],
  ['ICPN 1', 'gtin', 5, 'space'],
  ['BARCODE 1', 'gtin', 8, 'space'],
  ['BAR CODE 1', 'gtin', 9, 'space'],
  ['條碼 1', 'gtin', 3, 'space'],
  ['商品條碼 1', 'gtin', 5, 'space'],
  ['條形碼 1', 'gtin', 4, 'space'],
  ['IPI 1', 'ipi', 4, 'space'],
  ['IPI/CAE 1', 'ipi', 8, 'space'],
  ['CAE/IPI 1', 'ipi', 8, 'space'],
  ['CAE 1', 'ipi', 4, 'space'],
  ['IPI NAME 1', 'ipi', 9, 'space'],
  ['IPI NAME NUMBER 1', 'ipi', 16, 'mark'],
  ['IPI BASE NUMBER 1', 'ipi-base', 16, 'mark'],
  ['BASE NUMBER 1', 'ipi-base', 12, 'space'],
  ['ISNI 1', 'isni', 5, 'space'],
  ['ORCID 1', 'isni', 6, 'space'],
  ['ORCID ID 1', 'isni', 9, 'space'],
  ['GRID:A1', 'grid', 5, 'mark'],
  ['DPID 1', 'dpid', 5, 'space'],
  ['ISMN 1', 'ismn', 5, 'space'],
] as const)(
  '%j begins with a label for %s of %d characters, set apart by %s',
  (text, kind, length, parting) => {
    expect(labelOf(text)).toEqual({ kind, length, parting });
  },
);

it.each(['', 'X ISRC', 'SRC', 'ISR', 'CODE', 'NIGHT', '1ISRC'])('%j begins with none', (text) => {
  expect(labelOf(text)).toBeNull();
});
