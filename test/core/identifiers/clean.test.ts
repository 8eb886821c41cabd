import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/core/identifiers/clean.ts';
import { kinds } from '../../../src/core/identifiers/kind.ts';
import {
  codePointName,
  foreignCharacter,
  shownCharacter,
} from '../../../src/core/identifiers/look-alikes.ts';
import { check, row } from './rules.ts';

function compact(text: string): string {
  const cleaned = clean(text);
  return cleaned.ok ? cleaned.value.compact : cleaned.problem.code;
}

it.each([
  ['full-width characters', 'ＵＳＲＣ１７６０７８３９'],
  ['characters that are not seen', 'US\u200b-RC1\u2060-76\u00ad-0\ufeff7839\u200d\ufe0f'],
  ['direction marks', '\u202aUSRC17607839\u202c\u200e'],
  ['a hyphen that does not break', 'US‑RC1‑76‑07839'],
  ['an en dash', 'US–RC1–76–07839'],
  ['an em dash', 'US—RC1—76—07839'],
  ['a minus sign', 'US−RC1−76−07839'],
  ['a hyphen bullet', 'US⁃RC1⁃76⁃07839'],
  ['a modifier minus', 'US˗RC1˗76˗07839'],
  ['a long-vowel mark', 'USーRC1ー76ー07839'],
  ['typographic quotes', '“US-RC1-76-07839”'],
  ['single quotes', '‘US-RC1-76-07839’'],
  ['guillemets', '«US-RC1-76-07839»'],
  ['Chinese quotes', '「US-RC1-76-07839」'],
  ['back-ticks', '`US-RC1-76-07839`'],
  ['brackets', '[(US-RC1-76-07839)]'],
  ['trailing punctuation', 'US-RC1-76-07839.,;:!?'],
  ['a Chinese full stop', 'US-RC1-76-07839。'],
  ['an ellipsis', 'US-RC1-76-07839…'],
  ['spaces of every kind', '\u00a0US\u2009RC1\t76\u300007839\r\n'],
  ['dots, slashes, underscores and middle dots', 'US.RC1/76_07839·'],
  ['small letters', 'us-rc1-76-07839'],
  ['the formula that keeps a spreadsheet from counting', '="US-RC1-76-07839"'],
  ['stars around it', '**US-RC1-76-07839**'],
])('takes off %s', (_what, text) => {
  expect(compact(text)).toBe('USRC17607839');
});

it.each([
  'ISRC US-RC1-76-07839',
  'ISRC: US-RC1-76-07839',
  'ISRC US-RC1-76-07839',
  'ISRC=USRC17607839',
  'ISRC#USRC17607839',
  'ISRC-USRC17607839',
  'ISRCUSRC17607839',
  'isrc：US-RC1-76-07839',
  'ISRC Code: US-RC1-76-07839',
  'ISRC No. US-RC1-76-07839',
  'ISRC-Nr. US-RC1-76-07839',
  'ISRC 編號：US-RC1-76-07839',
  '"ISRC": "US-RC1-76-07839"',
  'ISRC `US-RC1-76-07839`',
  'urn:isrc:US-RC1-76-07839',
  'https://musicbrainz.org/isrc/USRC17607839',
  'http://musicbrainz.org/isrc/USRC17607839',
  'https://www.example.com/isrc/USRC17607839/?utm=1#top',
  'https://example.com/track/USRC17607839//',
])('takes the label or link off %j', (text) => {
  expect(row(text)).toMatchObject({ kind: 'isrc', verdict: 'ok', normalized: 'USRC17607839' });
});

it.each([
  ['ISWC: T-034.524.680-1', 'T0345246801'],
  ['UPC 602557631722', '00602557631722'],
  ['UPC-A: 602557631722', '00602557631722'],
  ['UPC/EAN: 602557631722', '00602557631722'],
  ['UPC602557631722', '00602557631722'],
  ['EAN: 6291041500213', '06291041500213'],
  ['EAN-13 6291041500213', '06291041500213'],
  ['EAN13: 6291041500213', '06291041500213'],
  ['EAN6291041500213', '06291041500213'],
  ['GTIN-14: 00602557631722', '00602557631722'],
  ['JAN 4006381333931', '04006381333931'],
  ['ICPN: 602557631722', '00602557631722'],
  ['Barcode: 602557631722', '00602557631722'],
  ['bar code 602557631722', '00602557631722'],
  ['商品條碼：602557631722', '00602557631722'],
  ['條碼 602557631722', '00602557631722'],
  ['IPI: 00045620792', '00045620792'],
  ['IPI 45620792', '00045620792'],
  ['IPI/CAE 00045620792', '00045620792'],
  ['CAE: 00045620792', '00045620792'],
  ['IPI name number: 00045620792', '00045620792'],
  ['IPI No. 00045620792', '00045620792'],
  ['IPI編號00045620792', '00045620792'],
  ['IPI base number: I-001068130-6', 'I0010681306'],
  ['ISNI 0000 0001 2103 2683', '0000000121032683'],
  ['ISNI0000000121032683', '0000000121032683'],
  ['ISNI: https://isni.org/isni/0000000121032683', '0000000121032683'],
  ['isni.org/isni/0000000121032683', '0000000121032683'],
  ['www.isni.org/isni/0000000121032683', '0000000121032683'],
  ['GRid: A1-2425G-ABC1234002-M', 'A12425GABC1234002M'],
  ['DPID PADPIDA3897722461G', 'PADPIDA3897722461G'],
  ['ISMN 979-0-2306-7118-7', '9790230671187'],
  ['ISMN M-2306-7118-7', '9790230671187'],
])('takes the label off %j', (text, normalized) => {
  expect(row(text)).toMatchObject({ verdict: 'ok', normalized });
});

it('leaves a label that is the beginning of a whole code', () => {
  expect(compact('ISRC12300001')).toBe('ISRC12300001');
  expect(compact('ISRC 12300001')).toBe('ISRC12300001');
  expect(compact('CAE122600001')).toBe('CAE122600001');
  expect(compact('UPC122600001')).toBe('UPC122600001');
  expect(row('CAE122600001').problems).toEqual(['isrc.label-read-as-code']);
});

it('strips a label that a colon or a word sets apart, whatever is left', () => {
  expect(compact('ISRC: 12300001')).toBe('12300001');
  expect(row('ISRC: 12300001')).toMatchObject({ kind: 'isrc', problems: ['isrc.length'] });
  expect(compact('ISRC USRC1760783')).toBe('USRC1760783');
  expect(compact('ISRCUSRC1760783')).toBe('USRC1760783');
  expect(compact('UPC 122600001')).toBe('122600001');
});

it('does not take Norway for the word number', () => {
  expect(row('ISRC NO-A1B-12-34567')).toMatchObject({ verdict: 'ok', normalized: 'NOA1B1234567' });
});

it('takes off labels, quotes and links one after the other, until nothing comes off', () => {
  expect(compact('UPC: EAN: GTIN: "JAN: `602557631722`"')).toBe('602557631722');
  expect(compact('"ISNI": <https://isni.org/isni/0000000121032683>.')).toBe('0000000121032683');
  expect(compact('Aurn:5')).toBe('AURN5');
  expect(compact('"".,')).toBe('code.empty');
});

it('sees the grouping through every kind of dash', () => {
  expect(row('ZZ–ZZZ–123–4567').problems).toEqual(['isrc.grouping']);
});

it('leaves words that only begin like a label', () => {
  expect(compact('Ipiranga')).toBe('IPIRANGA');
  expect(compact('Jane')).toBe('JANE');
  expect(compact('Jan2024')).toBe('JAN2024');
  expect(compact('isrc_list')).toBe('ISRCLIST');
});

it('strips a label that a space sets apart, though what follows is too short for its code', () => {
  expect(compact('IPI 1234')).toBe('1234');
  expect(compact('ISMN 123')).toBe('123');
});

it('takes a code out of a link only where the link is all there is', () => {
  expect(clean('see https://isni.org/isni/0000000121032683')).toMatchObject({
    value: { compact: 'SEEHTTPSISNIORGISNI0000000121032683', host: null },
  });
});

it('takes all of the path for a DOI, wherever DOIs are resolved', () => {
  expect(compact('https://doi.org/10.5240/7791-8534')).toBe('10524077918534');
  expect(compact('https://dx.doi.org/10.5240/7791-8534')).toBe('10524077918534');
  expect(compact('https://doi.org.example.com/10.5240/7791-8534')).toBe('77918534');
});

it('never turns a letter of another alphabet into a Latin one by making it a capital', () => {
  // İ, ı and ß have capitals or expansions in A-Z.
  expect(compact('ıſß')).not.toMatch(/^[A-Z]+$/);
  expect(row('uſrc17607839').verdict).toBe('ok'); // The long s is a spelling of s for NFKC.
  expect(row('ısrc17607839')).toMatchObject({ verdict: 'error', problems: ['code.look-alike'] });
});

it.each([
  ['Cyrillic', 'UЅRC17607839', 'cyrillic', 'Ѕ', 'S'],
  ['small Cyrillic', 'uѕrc17607839', 'cyrillic', 'ѕ', 'S'],
  ['Greek', 'ΤT0345246801', 'greek', 'Τ', 'T'],
])('names a %s letter and what it looks like', (_what, text, script, character, plain) => {
  const [problem] = rowProblems(text);
  expect(problem).toMatchObject({ code: 'code.look-alike', details: { script, character, plain } });
});

it.each([
  ['Arabic', 'USRC1٧٦07839', ['7', '6']],
  ['Devanagari', 'USRC1७६07839', ['7', '6']],
  ['Thai', 'USRC1๗๖07839', ['7', '6']],
])('refuses %s digits and says which they are', (_what, text, plain) => {
  expect(rowProblems(text).map(({ details }) => (details as { plain: string }).plain)).toEqual(plain);
  expect(row(text)).toMatchObject({ kind: 'isrc', verdict: 'error', suggestions: ['US-RC1-76-07839'] });
});

it('counts the position of a strange character over letters and digits, label and hyphens left out', () => {
  expect(rowProblems('ISRC: US-RC1-76-0783é')[0]).toMatchObject({
    code: 'code.foreign-character',
    details: { position: 12, character: 'é', codePoint: 'U+00E9' },
  });
  expect(rowProblems('US-RC1-76-07839\u0000')[0]).toMatchObject({
    code: 'code.foreign-character',
    details: { position: 13, character: 'U+0000', codePoint: 'U+0000' },
  });
  expect(row('US-RC1-76-07839\u0000').suggestions).toEqual(['US-RC1-76-07839']);
});

it('names at most six strange characters', () => {
  expect(row('ＵЅРС1٧٦07839é€£', { kind: 'isrc' }).problems).toHaveLength(6);
});

function rowProblems(text: string) {
  return check(text).problems;
}

describe('characters that are not A-Z or 0-9', () => {
  it.each([
    ['А', 'cyrillic', 'A'],
    ['Ӏ', 'cyrillic', 'I'],
    ['а', 'cyrillic', 'A'],
    ['ӏ', 'cyrillic', 'I'],
    ['З', 'cyrillic', '3'],
    ['з', 'cyrillic', '3'],
    ['Α', 'greek', 'A'],
    ['Ϝ', 'greek', 'F'],
    ['α', 'greek', 'A'],
    ['ϝ', 'greek', 'F'],
    ['Օ', 'other', 'O'],
    ['Ꮓ', 'other', 'Z'],
    ['ı', 'other', 'I'],
    ['đ', 'other', 'D'],
  ])('%s is a look-alike (%s) of %s', (character, script, plain) => {
    expect(foreignCharacter(character)).toEqual({ code: 'code.look-alike', script, plain });
  });

  it.each([
    ['٠', '0'],
    ['٩', '9'],
    ['०', '0'],
    ['९', '9'],
    ['\u{116da}', '0'],
    ['\u{116e3}', '9'],
  ])('%s is the digit %s', (character, plain) => {
    expect(foreignCharacter(character)).toEqual({ code: 'code.foreign-digit', plain });
  });

  it.each(['é', '中', '+', '😀', '\u0000', 'Σ', 'ß'])('%j is like none', (character) => {
    expect(foreignCharacter(character)).toEqual({ code: 'code.foreign-character' });
  });

  it('have names, and are shown only where they can be seen', () => {
    expect(['é', '😀', '\u0000', 'А'].map(codePointName)).toEqual(['U+00E9', 'U+1F600', 'U+0000', 'U+0410']);
    expect(['é', '😀', '中', '+'].map(shownCharacter)).toEqual(['é', '😀', '中', '+']);
    expect(['\u0000', '\u2028', '\u0301', '\ud800', '\u{10ffff}'].map(shownCharacter)).toEqual([
      'U+0000',
      'U+2028',
      'U+0301',
      'U+D800',
      'U+10FFFF',
    ]);
    expect(shownCharacter('ab')).toBe('ab');
  });

  it('leave the kind to be seen, and a code to be suggested only if it then holds', () => {
    expect(row('60255763172٢')).toMatchObject({ kind: 'gtin', suggestions: ['602557631722'] });
    expect(row('60255763172٣')).toMatchObject({
      kind: 'gtin',
      problems: ['code.foreign-digit'],
      suggestions: [],
    });
    expect(row('USЅC1760783')).toMatchObject({
      kind: 'isrc',
      problems: ['code.look-alike'],
      suggestions: [],
    });
    expect(row('USЅC17607B39', { kind: 'isrc' }).suggestions).toEqual([]);
    expect(row('USЅC176O7839').suggestions).toEqual(['US-SC1-76-07839']);
  });

  it('count as one, however they are stored', () => {
    expect(check('😀😀😀').problems[0]).toMatchObject({ code: 'code.unknown', details: { length: 3 } });
  });

  it.each(['😀', '夜車'])('leave nothing to suggest where there is nothing else: %s', (text) => {
    for (const kind of kinds) expect(row(text, { kind })).toMatchObject({ kind, suggestions: [] });
  });

  it('leave a text that is mostly in another script what it is: no code', () => {
    expect(row('夜車').problems).toEqual(['code.unknown']);
    expect(row('夜車', { kind: 'isrc' }).problems).toEqual([
      'code.foreign-character',
      'code.foreign-character',
    ]);
    expect(row('Ночной автобус').problems).toEqual(['code.unknown']);
  });
});
