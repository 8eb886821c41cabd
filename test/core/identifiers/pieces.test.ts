import { describe, expect, it } from 'vitest';
import { chunkParts } from '../../../src/core/identifiers/finding/chunk-parts.ts';
import { cellsOf } from '../../../src/core/identifiers/finding/chunks.ts';
import { detect } from '../../../src/core/identifiers/finding/detect.ts';
import { isBetween, labelBefore } from '../../../src/core/identifiers/finding/label-before.ts';
import { rules } from './rules.ts';

/** All chunks of a text, whatever clause they are in. */
function chunksOf(text: string) {
  return [...cellsOf(text)].flatMap(({ clauses }) => clauses.flatMap(({ chunks }) => chunks));
}

describe('a piece of a text by its own looks', () => {
  it.each([
    ['USRC17607839', 'isrc', 12, true, true],
    ['US-RC1-76-07839', 'isrc', 12, true, true],
    ['USRC1760783', 'isrc', 11, false, false],
    ['602557631722', 'gtin', 12, true, true],
    ['602557631723', 'gtin', 12, false, false],
    ['96385074', 'gtin', 8, false, true],
    ['T-034.524.680-2', 'iswc', 11, true, false],
    ['UPC: 96385074', 'gtin', 8, true, true],
    ['IPI: 1234', 'ipi', 4, false, false],
    ['hello', null, 5, false, false],
    // A label code is none of ours, so there is nothing to agree with.
    ['LC 01934', null, 7, false, false],
  ] as const)('%s is a %s of %d characters; sure: %s, holds: %s', (text, kind, length, isSure, agrees) => {
    expect(detect(text, rules)).toMatchObject({ check: { kind }, length, isSure, agrees });
  });

  it('is what the label before it says, in the place of its own', () => {
    expect(detect('12345', rules, 'ipi')).toMatchObject({
      check: { kind: 'ipi' },
      isSure: true,
      agrees: false,
    });
    expect(detect('1234', rules, 'ipi')).toMatchObject({ check: { kind: 'ipi' }, isSure: false });
    expect(detect('USRC1760783', rules, 'isrc')).toMatchObject({ check: { kind: 'isrc' }, isSure: false });
    expect(detect('UPC: 45620792', rules, 'ipi')).toMatchObject({ check: { kind: 'ipi' }, agrees: true });
    expect(detect('45620793', rules, 'gtin')).toMatchObject({ check: { kind: 'gtin' }, isSure: true });
  });

  it('is nothing where a label is all there is, or too much to be looked at', () => {
    expect(detect('EAN-13', rules)).toBeNull();
    expect(detect('1'.repeat(4001), rules)).toBeNull();
  });
});

describe('a label that stands by itself', () => {
  it.each([
    ['IPI 45620792', 'ipi', 'space', 4, 1],
    ['IPI：45620792', 'ipi', 'mark', 4, 1],
    ['ipi no：45620792', 'ipi', 'mark', 7, 2],
    ['IPI base number: I-001068130-6', 'ipi-base', 'mark', 17, 3],
    ['Bar code 602557631722', 'gtin', 'space', 9, 2],
    ['ISRC(USRC17607839)', 'isrc', 'none', 4, 1],
    ['ISRC是USRC1760783', 'isrc', 'none', 4, 1],
    ['ISRC', 'isrc', 'none', 4, 1],
  ] as const)(
    'begins %j: %s, parted by %s, %d characters in %d chunks',
    (text, kind, parting, length, size) => {
      const [first, ...behind] = chunksOf(`Über ${text}`).slice(1);
      expect(first && labelBefore(`Über ${text}`, first, behind)).toEqual({
        label: { kind, parting, length, start: 5 },
        size,
      });
    },
  );

  it.each([
    'ISRC-USRC17607839',
    'ISRCUSRC17607839',
    'isrc_list',
    'UPC EAN 4006381333931',
    'Night',
    '1ISRC X',
    '45620792',
  ])('does not begin %s', (text) => {
    const [first, ...behind] = chunksOf(text);
    expect(first && labelBefore(text, first, behind)).toBeNull();
  });

  it.each(['is', 'are', 'was', 'number', 'no', 'nr', 'code', 'codes', 'es', 'IST', 'est'])(
    'may have %s between it and its code',
    (word) => expect(isBetween(word)).toBe(true),
  );

  it.each(['of', 'isle', 'this', 'now', 'ones', 'codec', 'nest'])('but not %s', (word) => {
    expect(isBetween(word)).toBe(false);
  });
});

describe('the parts of a chunk', () => {
  const parts = (text: string) =>
    chunkParts({ text, start: 0, end: text.length, gap: '' }, rules).map((part) => part.text);
  const CODES = Array.from({ length: 307 }, (_, index) => `USRC176${String(index).padStart(5, '0')}`);

  it('are looked for up to the length of the longest text that is read', () => {
    const last = 'ABCDEFGHI';
    const longest = [...CODES, last].join('/');
    expect(longest).toHaveLength(4000);
    expect(parts(longest)).toEqual([...CODES, last]);
    expect(parts(`${longest}J`)).toEqual([`${longest}J`]);
  });

  it('are those around a label that says nothing', () => {
    expect(parts('ISRC/UPC/USRC17607839')).toEqual(['ISRC', 'UPC', 'USRC17607839']);
  });

  it.each(['EAN-13', 'PADPIDAABCDEFGHIJK-PADPIDAABCDEFGHIJK'])(
    'are not those of %s, which is a label or has no digit',
    (text) => expect(parts(text)).toEqual([text]),
  );
});
