import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/core/catalog/read-text.ts';
import { termsOf, titleKey, titleTerm, typedTerms } from '../../../src/core/catalog/search-terms.ts';

describe('what a title is found by', () => {
  it.each([
    ['Night Bus', ['night', 'bus']],
    ['Don’t Stop (Live)', ['don', 't', 'stop', 'live']],
    ['CAFÉ  Über', ['cafe', 'uber']],
    ['末班夜車', ['末班夜車', '班夜車', '夜車', '車']],
    ['夜車 Night', ['夜車', '車', 'night']],
    ['ＮＩＧＨＴ', ['night']],
    ['4:44', ['4', '44']],
    ['!!!', []],
  ])('%j: %j', (title, terms) => {
    expect(termsOf([title])).toEqual(terms);
  });

  it('is found by the beginnings that somebody types', () => {
    const begins = (title: string, typed: string) =>
      typedTerms(typed).every((word) => termsOf([title]).some((term) => term.startsWith(word)));
    expect(begins('Last Night Bus', 'nig la')).toBe(true);
    expect(begins('末班夜車', '夜')).toBe(true);
    expect(begins('Last Night Bus', 'ight')).toBe(false);
  });
});

describe('a whole title', () => {
  it.each([
    ['Night Bus', 'night bus', true],
    ['Night Bus', 'NIGHT  BUS!', true],
    ['Café', 'cafe', true],
    ['La La La', 'La', false],
    ['!!!', '!!!', true],
    ['!!!', '???', false],
    ['🚌', '🚌', true],
    ['夜車', '夜 車', false],
  ])('%j is %j: %s', (a, b, same) => {
    expect(titleKey(a) === titleKey(b)).toBe(same);
  });

  test.prop([fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })])(
    'is never taken for a word',
    (title, typed) => {
      expect(typedTerms(typed).some((word) => titleTerm(title).startsWith(word))).toBe(false);
    },
  );

  test.prop([
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'!¡ \u0000\u200b\u202e\ufeff\n') }),
    ),
  ])('is the same as it is typed and as it is kept', (typed) => {
    expect(titleKey(cleanText(typed))).toBe(titleKey(typed));
    expect(cleanText(cleanText(typed))).toBe(cleanText(typed));
  });

  it('fits into an index, however long it is', () => {
    expect([...titleTerm('夜'.repeat(1000))]).toHaveLength(121);
  });
});
