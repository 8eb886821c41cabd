import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cleanText, isNothing, partsOf, readText, readTexts } from '../../../src/core/catalog/read-text.ts';

const problem = (code: string, details: object) => ({
  ok: false,
  problem: { code, severity: 'error', details },
});

describe('a title or a name', () => {
  it.each([
    ['  Night \t Bus\r\n', 'Night Bus', 'spaces of any kind become one'],
    ['Night\u00a0Bus\u2028two', 'Night Bus two', 'no-break spaces and line separators, too'],
    ['\u202eNight\u202c \u200bBus\ufeff', 'Night Bus', 'what turns the direction or cannot be seen goes'],
    ['a\u0000b\u001b[31mc', 'a b [31mc', 'control characters go'],
    ['Cafe\u0301', 'Café', 'accents are composed'],
    ['👩\u200d🚀', '👩\u200d🚀', 'the joiner of emoji stays'],
    ['می\u200cخواهم', 'می\u200cخواهم', 'and that of Persian'],
    ['x\ud800y', 'x\ufffdy', 'half a character becomes a whole one'],
  ])('%j is kept as %j: %s', (typed, kept) => {
    expect(readText('title', typed, 300)).toEqual({ ok: true, value: kept });
  });

  it.each(['', '   ', '\u202e', '\u200b\u2060', '\u115f', '\u3164'])('is none in %j', (typed) => {
    expect(readText('title', typed, 300)).toEqual(problem('catalog.empty-text', { option: 'title' }));
  });

  it('is counted in characters, and a longer one is named by its beginning', () => {
    expect(readText('title', '👩‍🚀'.repeat(100), 300).ok).toBe(true);
    expect(readText('title', '夜'.repeat(301), 300)).toEqual(
      problem('catalog.part-too-long', { option: 'title', limit: 300, part: '夜'.repeat(40) }),
    );
  });

  test.prop([fc.string({ unit: 'binary' })])('is the same when it is read again', (typed) => {
    expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
  });
});

describe('several in one text', () => {
  it('are parted by semicolons and lines, with or without quotation marks', () => {
    expect(partsOf('"Night Bus"; “Rain” ；「夜車」\n  Storm ;; ')).toEqual([
      'Night Bus',
      'Rain',
      '夜車',
      'Storm',
    ]);
    expect(partsOf('The "Night" Bus; 7" mix')).toEqual(['The "Night" Bus', '7" mix']);
  });

  it('are each there once, and not too many', () => {
    const limits = { most: 2, longest: 10 };
    expect(readTexts('also', 'a; b; a', limits)).toEqual({ ok: true, value: ['a', 'b'] });
    expect(readTexts('also', 'a; b; c', limits)).toEqual(
      problem('catalog.too-many', { option: 'also', count: 3, limit: 2 }),
    );
    expect(readTexts('also', ' ; ', limits)).toEqual(problem('catalog.empty-text', { option: 'also' }));
    expect(readTexts('also', `a; ${'b'.repeat(11)}`, limits)).toEqual(
      problem('catalog.part-too-long', { option: 'also', limit: 10, part: 'b'.repeat(11) }),
    );
  });
});

it.each([
  ['-', true],
  [' – ', true],
  ['－', true],
  ['', false],
  ['--', false],
  ['none', false],
  ['-1', false],
])('%j takes something away: %s', (typed, expected) => {
  expect(isNothing(typed)).toBe(expected);
});
