import { describe, expect, it } from 'vitest';
import { check, row } from './rules.ts';

describe('with nothing asked', () => {
  it.each(['ISAN12345678', 'ISAN123-4567-8', 'ISAN1.0234567'])(
    'takes %s for the ISRC of Iceland that it may be, not for an ISAN',
    (text) => expect(row(text)).toMatchObject({ kind: 'isrc', normalized: text.replace(/[-.]/g, '') }),
  );

  it.each([
    ['602557631722', ['gtin']],
    ['9790230671187', ['ismn', 'gtin']],
    ['USRC17607839', ['isrc']],
    ['45620792', ['ipi', 'gtin']],
    ['00045620792', ['ipi']],
    ['12345678905', ['gtin', 'ipi']],
    ['00045620793', ['ipi', 'gtin']],
    ['60255763172', ['gtin', 'ipi']],
    ['0000000121032683', ['isni']],
    ['702-2048-4', []],
    ['Night Bus', []],
  ])('lists the kinds that %s fits, best first', (text, candidates) => {
    expect(check(text).candidates).toEqual(candidates);
  });

  it('takes a number for a short IPI only from six digits on, and only if it agrees', () => {
    expect(row('012385')).toMatchObject({ kind: 'ipi', verdict: 'ok', display: '00000012385' });
    expect(row('12385')).toMatchObject({ kind: null, problems: ['code.unknown'] });
    expect(row('1234567846')).toMatchObject({ kind: 'ipi', verdict: 'ok', display: '01234567846' });
    expect(row('123471')).toMatchObject({ kind: 'ipi', verdict: 'ok' });
    expect(row('123472')).toMatchObject({ kind: null, problems: ['code.unknown'] });
    expect(row('000000045620792').kind).toBe('isni');
  });

  it('calls eleven zeros neither good nor only one thing', () => {
    expect(check('00000000000').candidates).toEqual(['ipi', 'gtin']);
    expect(check('11111111147')).toMatchObject({ kind: 'ipi', verdict: 'ok' });
  });

  it('lists the kinds of several codes, and none for what is no code', () => {
    expect(check('USRC17607839, B0012345-02')).toMatchObject({ kind: null, candidates: ['isrc'] });
    expect(check('USRC17607839, 602557631722').candidates).toEqual(['isrc', 'gtin']);
    expect(check('USRC17607839, 602557631722').problems[0]?.details).toEqual({
      count: 2,
      codes: ['US-RC1-76-07839', '602557631722'],
    });
    expect(row('96385074 96385074').problems).toEqual(['code.several']);
    expect(row('96385074, 96385074').problems).toEqual(['code.several']);
    expect(row('96385074 12345674')).toMatchObject({ kind: 'isni', verdict: 'ok', problems: [] });
    const twelve = Array.from({ length: 12 }, (_, index) => `USRC1760${String(7000 + index)}`);
    expect(check(twelve.join(' '))).toMatchObject({ suggestions: { length: 10 } });
    expect(check(twelve.join(' ')).problems[0]?.details).toMatchObject({ count: 12, codes: { length: 10 } });
    expect(row('Night T-034.524.680-2')).toMatchObject({
      kind: null,
      problems: ['code.unknown'],
      suggestions: [],
    });
    expect(row('USRC1760783 (x)')).toMatchObject({ suggestions: [] });
    expect(row('USRC17607839 and so on', { kind: 'isrc' })).toMatchObject({
      kind: 'isrc',
      problems: ['code.words-around'],
      suggestions: ['US-RC1-76-07839'],
    });
    expect(row('9638 5074 9638 5074')).toMatchObject({ kind: 'isni', verdict: 'ok' });
  });

  it('remarks on a number that holds as two kinds, and calls it good', () => {
    // An IPI name number that is also a UPC without its first zero; an EAN-8 that is also a short IPI.
    const eleven = elevenDigitsOfBothKinds();
    expect(row(eleven)).toMatchObject({ kind: 'ipi', verdict: 'ok', problems: ['code.several-kinds'] });
    expect(check(eleven).candidates).toEqual(['ipi', 'gtin']);
    const eight = eightDigitsOfBothKinds();
    expect(row(eight)).toMatchObject({ kind: 'gtin', verdict: 'ok', problems: ['code.several-kinds'] });
    expect(check(eight).problems).toEqual([
      { code: 'code.several-kinds', severity: 'info', details: { first: 'gtin', second: 'ipi' } },
    ]);
    expect(row('9790230671187')).toMatchObject({ kind: 'ismn', problems: [] });
  });

  it('has nothing to remark where only one of the two readings holds', () => {
    expect(row('45620792').problems).toEqual([]);
  });

  it('takes the label for what was meant', () => {
    expect(row('UPC: 9790230671187')).toMatchObject({ kind: 'gtin', problems: ['gtin.printed-music'] });
    expect(row('ISRC: 602557631722')).toMatchObject({ kind: 'gtin', problems: ['code.other-kind'] });
    expect(row('IPI: 00045620793')).toMatchObject({ kind: 'ipi', problems: ['ipi.check-digit'] });
    expect(row('UPC: 00045620793')).toMatchObject({ kind: 'gtin' });
  });

  it('sees through O for 0 and I for 1 where a check digit confirms it, and nowhere else', () => {
    expect(row('O0O0OOO12IO32683')).toMatchObject({ kind: 'isni', suggestions: ['0000 0001 2103 2683'] });
    expect(row('6O2557631723')).toMatchObject({ suggestions: [] });
    expect(row('M-23O6-7118-7')).toMatchObject({ kind: 'ismn', suggestions: ['979-0-2306-7118-7'] });
    expect(row('I-OO1068130-6')).toMatchObject({ kind: 'ipi-base', suggestions: ['I-001068130-6'] });
    expect(row('M-23O6-7118-8')).toMatchObject({ kind: 'ismn', suggestions: [] });
    expect(row('6O2557631722', { kind: 'ismn' }).suggestions).toEqual([]);
    expect(row('1-001068130-6', { kind: 'ipi-base' }).suggestions).toEqual(['I-001068130-6']);
    expect(row('A1-2425G-ABCI234002-M')).toMatchObject({
      kind: 'grid',
      suggestions: ['A1-2425G-ABC1234002-M'],
    });
    expect(row('PA-DPIDA-389772246I-G')).toMatchObject({
      kind: 'dpid',
      problems: ['dpid.check-character', 'dpid.letter'],
      suggestions: ['PA-DPIDA-3897722461-G'],
    });
  });
});

describe('O and 0, I and 1 in a code with a check character, where letters and digits may both stand', () => {
  it.each([
    ['A1HCD628A04GB2A2EW', 'A1-HCD62-8AO4GB2A2E-W'],
    ['A155CG4HCO3873535L', 'A1-55CG4-HC03873535-L'],
    ['A1B8769841DFA6B94U', 'A1-B8769-84IDFA6B94-U'],
    ['A1A32FBHFIF4783FFK', 'A1-A32FB-HF1F4783FF-K'],
    ['A1F4A4A75638F334H0', 'A1-F4A4A-75638F334H-O'],
    ['A1C68CHHC566A94371', 'A1-C68CH-HC566A9437-I'],
    ['A1C5D6AE4HFEB9B63O', 'A1-C5D6A-E4HFEB9B63-0'],
    ['A1246H5DABB656G3GI', 'A1-246H5-DABB656G3G-1'],
  ])('%s may have been %s', (typed, meant) => {
    expect(row(typed)).toMatchObject({
      kind: 'grid',
      problems: ['grid.check-character'],
      suggestions: [meant],
    });
    expect(row(meant)).toMatchObject({ verdict: 'ok', suggestions: [] });
  });

  it('is not guessed at where two readings hold, or none', () => {
    expect(row('A11I2222BAAO1I0OIA').suggestions).toEqual([]);
    expect(row('PADPIDA389772246OG')).toMatchObject({
      problems: ['dpid.check-character', 'dpid.letter'],
      suggestions: [],
    });
  });

  it('leaves the first characters alone, which are the same in every code', () => {
    expect(row('AI2425GABC1234002M', { kind: 'grid' })).toMatchObject({
      problems: ['grid.prefix'],
      suggestions: [],
    });
  });

  it('says where the letter stands in a DPID, as a warning', () => {
    expect(check('PADPIDA389772246OG').problems[1]).toEqual({
      code: 'dpid.letter',
      severity: 'warning',
      details: { position: 17, found: 'O' },
    });
  });
});

describe('a broken code that is taken for the kind it was meant to be', () => {
  it.each([
    ['T03452468011', 'iswc', 'iswc.length'],
    ['T034524680', 'iswc', 'iswc.length'],
    ['I001068130', 'ipi-base', 'ipi-base.length'],
    ['M23067118', 'ismn', 'ismn.length'],
    ['A12425GABC1234002', 'grid', 'grid.length'],
    ['PADPIDA389772246G', 'dpid', 'dpid.length'],
    ['00000001210326', null, 'code.unknown'],
    ['00000001210326X', 'isni', 'isni.length'],
    ['000000012103268A', 'isni', 'isni.digit-expected'],
    ['00000001210326834', 'isni', 'isni.length'],
    ['USRC1O7O783', 'isrc', 'isrc.length'],
    ['SRC17607839', 'isrc', 'isrc.length'],
    ['US-RC-7-0783', 'isrc', 'isrc.length'],
    ['US RC1 76 783', 'isrc', 'isrc.group-length'],
    ['ABCDEFG12345', 'isrc', 'isrc.digit-expected'],
    ['NIGHTBUS2024', null, 'code.unknown'],
    ['1234567890', null, 'code.unknown'],
  ])('%s as %s, with %s', (text, kind, code) => {
    if (text === '00000001210326') {
      // Fourteen digits are a barcode by their shape.
      expect(row(text)).toMatchObject({ kind: 'gtin', problems: ['gtin.check-digit'] });
      return;
    }
    expect(row(text)).toMatchObject({ kind, verdict: 'error' });
    expect(row(text).problems[0]).toBe(code);
  });
});

describe('in a box for one kind', () => {
  it('warns of a good code of another kind and keeps what it is', () => {
    expect(row('602557631722', { expect: 'isrc' })).toEqual({
      kind: 'gtin',
      verdict: 'warn',
      normalized: '00602557631722',
      display: '602557631722',
      problems: ['code.other-kind'],
      suggestions: [],
    });
  });

  it('puts the warning before the remarks of the code', () => {
    expect(row('I-001068130-6', { expect: 'isrc' }).problems).toEqual([
      'code.other-kind',
      'ipi-base.ask-name-number',
    ]);
    expect(row('602557631723', { expect: 'isrc' }).problems).toEqual(['gtin.check-digit', 'code.other-kind']);
  });

  it('prefers the kind of the box where a code is two kinds', () => {
    expect(row('9790230671187', { expect: 'gtin' })).toMatchObject({
      kind: 'gtin',
      problems: ['gtin.printed-music'],
    });
    expect(row('9790230671187', { expect: 'ismn' })).toMatchObject({ kind: 'ismn', problems: [] });
    expect(row('45620792', { expect: 'gtin' })).toMatchObject({
      kind: 'gtin',
      problems: ['gtin.check-digit'],
    });
    expect(row('60255763172', { expect: 'ipi' })).toMatchObject({
      kind: 'ipi',
      problems: ['ipi.check-digit'],
    });
  });

  it('calls a number with a wrong check digit a UPC in a box for an ISRC, but a wrong IPI in a box for an IPI', () => {
    expect(row('602557631723', { expect: 'isrc' }).problems).toEqual(['gtin.check-digit', 'code.other-kind']);
    expect(row('602557631723', { expect: 'ipi' })).toMatchObject({ kind: 'ipi', problems: ['ipi.length'] });
    expect(check('602557631723', { expect: 'ipi' }).candidates).toEqual(['gtin']);
    expect(row('12345678', { expect: 'isrc' })).toMatchObject({ kind: 'isrc', problems: ['isrc.length'] });
    expect(row('0000000121032684', { expect: 'gtin' })).toMatchObject({
      kind: 'gtin',
      problems: ['gtin.length'],
    });
    expect(row('602557631723', { expect: 'isni' })).toMatchObject({
      kind: 'isni',
      problems: ['isni.length'],
    });
    expect(row('0000000121032684', { expect: 'iswc' })).toMatchObject({ kind: 'isni' });
  });

  it('reads what fits nothing as the kind of the box, if there is a digit in it', () => {
    expect(row('12345', { expect: 'isrc' })).toMatchObject({ kind: 'isrc', problems: ['isrc.length'] });
    expect(row('Night Bus', { expect: 'isrc' })).toMatchObject({ kind: null, problems: ['code.unknown'] });
    expect(row('T034524680', { expect: 'isrc' })).toMatchObject({
      kind: 'iswc',
      problems: ['iswc.length', 'code.other-kind'],
    });
    expect(check('T034524680', { expect: 'isrc' }).problems[1]?.severity).toBe('warning');
    expect(check('T034524680', { expect: 'isrc' }).candidates).toEqual(['iswc']);
    expect(check('12345', { expect: 'isrc' }).candidates).toEqual(['isrc']);
    expect(check('USRC1760783').candidates).toEqual(['isrc']);
    expect(row('3452468138')).toMatchObject({ kind: 'gtin', problems: ['gtin.leading-zero-lost'] });
    expect(row('3452468138', { expect: 'iswc' })).toMatchObject({
      kind: 'iswc',
      problems: ['iswc.letter-missing'],
    });
    expect(check('3452468138', { expect: 'iswc' }).candidates).toEqual(['gtin', 'iswc']);
  });

  it('refuses a code of another trade, which it only remarks on elsewhere', () => {
    expect(row('702-2048-4')).toMatchObject({ kind: null, verdict: 'warn', problems: ['code.looks-like'] });
    expect(row('702-2048-4', { expect: 'iswc' })).toMatchObject({
      verdict: 'error',
      problems: ['code.looks-like'],
    });
  });
});

describe('with the kind forced', () => {
  it('judges by the rules of that kind and no other', () => {
    expect(row('0000045620792', { kind: 'ipi' })).toMatchObject({ kind: 'ipi', problems: ['ipi.length'] });
    expect(row('456', { kind: 'ipi' })).toMatchObject({ kind: 'ipi', normalized: '00000000456' });
    expect(row('602557631723', { kind: 'isrc' })).toMatchObject({
      kind: 'isrc',
      normalized: null,
      verdict: 'error',
    });
    expect(row('hello', { kind: 'isrc' })).toMatchObject({ kind: 'isrc', problems: ['isrc.length'] });
    expect(row('702-2048-4', { kind: 'gtin' })).toMatchObject({ kind: 'gtin' });
  });

  it('says what a good code of another kind is, as an error', () => {
    expect(row('602557631722', { kind: 'isrc' })).toMatchObject({
      kind: 'isrc',
      verdict: 'error',
      normalized: null,
      problems: ['code.other-kind'],
    });
    expect(check('602557631722', { kind: 'isrc' }).candidates).toEqual(['gtin']);
  });

  it.each([
    ['USRC17607839', 'gtin'],
    ['602557631722', 'isrc'],
    ['M230671187', 'isrc'],
    ['T0345246801', 'isrc'],
    ['I0010681306', 'isrc'],
    ['00045620792', 'isrc'],
    ['6291041500213', 'isrc'],
    ['9790230671187', 'isrc'],
    ['00602557631722', 'isrc'],
    ['0000000121032683', 'isrc'],
    ['A12425GABC1234002M', 'dpid'],
    ['PADPIDA3897722461G', 'grid'],
    ['96385074', 'isrc'],
    ['1234567846', 'isrc'],
  ] as const)('says that %s is good as another kind than %s', (text, kind) => {
    expect(row(text, { kind })).toMatchObject({ kind, verdict: 'error', problems: ['code.other-kind'] });
  });

  it('names the kind even of nothing', () => {
    expect(check('', { kind: 'iswc' })).toMatchObject({
      kind: 'iswc',
      candidates: ['iswc'],
      verdict: 'error',
    });
    expect(check('')).toMatchObject({ kind: null, candidates: [] });
  });
});

describe('what is not checked here', () => {
  it.each([
    ['10.5240/7791-8534-2C23-9030-8610-5', 'eidr'],
    ['doi:10.5240/7791-8534-2C23-9030-8610-5', 'eidr'],
    ['https://doi.org/10.5240/7791-8534-2C23-9030-8610-5', 'eidr'],
    ['ISAN 0000-0000-D07A-0090-Q', 'isan'],
    ['0000-0000-D07A-0090-Q', 'isan'],
    ['0000-0000-D07A-0090-Q-0000-0000-X', 'isan'],
    ['ISAN 0000-0000-D07A', 'isan'],
    ['LC 0193', 'labelCode'],
    ['LC-01934', 'labelCode'],
    ['lc0193', 'labelCode'],
    ['702-2048-4', 'jasracWork'],
    ['0A1-2048-4', 'jasracWork'],
    ['℗ 2024 Night Records', 'recordingNotice'],
    ['(P) 2024 Night Records', 'recordingNotice'],
    ['© 2024 Night Records', 'copyrightNotice'],
    ['(C) 2024 Night Records', 'copyrightNotice'],
  ])('%s is called by its name', (text, other) => {
    expect(check(text)).toMatchObject({
      kind: null,
      candidates: [],
      normalized: null,
      problems: [{ code: 'code.looks-like', severity: 'warning', details: { other } }],
    });
  });

  it.each(['LC 123', 'XLC 0193', '10.5241/1', '702-2048-41', 'P 2024', 'LC 019345'])('%s is not', (text) => {
    expect(row(text).problems).not.toContain('code.looks-like');
  });
});

describe('numbers from a spreadsheet', () => {
  it.each([
    ['6.02558E+11', 'gtin'],
    ['6.02558e+11', 'gtin'],
    ['6E+11', 'gtin'],
    ['4.562E+8', 'ipi'],
    ['1.21033E+15', 'isni'],
  ])('%s is taken for a lost %s', (text, kind) => {
    expect(row(text)).toMatchObject({
      kind,
      normalized: null,
      problems: ['code.scientific'],
      suggestions: [],
    });
  });

  it('takes the kind that was asked for, if that one has digits only', () => {
    expect(row('6.02558E+11', { expect: 'isni' }).kind).toBe('isni');
    expect(row('6.02558E+11', { expect: 'isrc' }).kind).toBe('gtin');
    expect(row('6.02558E+11', { expect: 'gtin' }).kind).toBe('gtin');
    expect(row('4.562E+8', { expect: 'gtin' }).kind).toBe('gtin');
    expect(row('6.02558E+11', { kind: 'isrc' }).kind).toBe('isrc');
    expect(check('6.02558E+11').candidates).toEqual(['gtin']);
  });

  it('offers what is left in front of the point, or what that may have been', () => {
    expect(row('602557631722.00').suggestions).toEqual(['602557631722']);
    expect(row('60255763172.0').suggestions).toEqual(['602557631722']);
    expect(row('45620792,0')).toMatchObject({ kind: 'ipi', suggestions: ['00045620792'] });
    expect(row('602557631723.0')).toMatchObject({ problems: ['code.decimal'], suggestions: [] });
  });

  it('is not troubled by figures that are no codes', () => {
    expect(row('99.00').problems).toEqual(['code.unknown']);
    expect(row('12E10').problems).toEqual(['code.unknown']);
  });
});

function elevenDigitsOfBothKinds(): string {
  for (let number = 1; number < 100_000; number += 1) {
    const digits = String(number).padStart(11, '0');
    if (check(digits).candidates.join() === 'ipi,gtin' && check(digits).verdict === 'ok') return digits;
  }
  throw new Error('There is one among the first hundred thousand.');
}

function eightDigitsOfBothKinds(): string {
  for (let number = 20_000_000; number < 20_100_000; number += 1) {
    if (check(String(number)).candidates.join() === 'gtin,ipi') return String(number);
  }
  throw new Error('There is one among a hundred thousand.');
}
