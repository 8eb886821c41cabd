import { expect, it } from 'vitest';
import type { Kind } from '../../../src/core/identifiers/kind.ts';
import { check, row } from './rules.ts';

/** Every code that the facts call right: as it was typed, its kind, its normal form and its display form. */
const HOLDS: readonly (readonly [text: string, kind: Kind, normalized: string, display: string])[] = [
  ['USRC17607839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['US-RC1-76-07839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['ISRC US-RC1-76-07839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['us-rc1-76-07839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['US RC1 76 07839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['USRC1-76-07839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['USRC1-7607839', 'isrc', 'USRC17607839', 'US-RC1-76-07839'],
  ['DEEC33501508', 'isrc', 'DEEC33501508', 'DE-EC3-35-01508'],
  ['GBLPF6787759', 'isrc', 'GBLPF6787759', 'GB-LPF-67-87759'],
  ['US23A8387456', 'isrc', 'US23A8387456', 'US-23A-83-87456'],
  ['FR6V82562979', 'isrc', 'FR6V82562979', 'FR-6V8-25-62979'],
  ['T-034.524.680-1', 'iswc', 'T0345246801', 'T-034.524.680-1'],
  ['T-034524680-1', 'iswc', 'T0345246801', 'T-034.524.680-1'],
  ['T0345246801', 'iswc', 'T0345246801', 'T-034.524.680-1'],
  ['t0345246801', 'iswc', 'T0345246801', 'T-034.524.680-1'],
  ['T-913.015.597.4', 'iswc', 'T9130155974', 'T-913.015.597-4'],
  ['6291041500213', 'gtin', '06291041500213', '6291041500213'],
  ['00602557631722', 'gtin', '00602557631722', '602557631722'],
  ['602557631722', 'gtin', '00602557631722', '602557631722'],
  ['0602557631722', 'gtin', '00602557631722', '602557631722'],
  ['886445105360', 'gtin', '00886445105360', '886445105360'],
  ['96385074', 'gtin', '00000096385074', '96385074'],
  ['00000096385074', 'gtin', '00000096385074', '96385074'],
  ['00045620792', 'ipi', '00045620792', '00045620792'],
  ['45620792', 'ipi', '00045620792', '00045620792'],
  ['I-001068130-6', 'ipi-base', 'I0010681306', 'I-001068130-6'],
  ['0000000121032683', 'isni', '0000000121032683', '0000 0001 2103 2683'],
  ['0000 0001 2103 2683', 'isni', '0000000121032683', '0000 0001 2103 2683'],
  ['https://isni.org/isni/0000000121032683', 'isni', '0000000121032683', '0000 0001 2103 2683'],
  ['urn:isni:0000000121032683', 'isni', '0000000121032683', '0000 0001 2103 2683'],
  ['000000012150090x', 'isni', '000000012150090X', '0000 0001 2150 090X'],
  ['A1-2425G-ABC1234002-M', 'grid', 'A12425GABC1234002M', 'A1-2425G-ABC1234002-M'],
  ['GRid:A1-2425G-ABC1234002-M', 'grid', 'A12425GABC1234002M', 'A1-2425G-ABC1234002-M'],
  ['PA-DPIDA-3897722461-G', 'dpid', 'PADPIDA3897722461G', 'PA-DPIDA-3897722461-G'],
  ['PADPIDA2010120102O', 'dpid', 'PADPIDA2010120102O', 'PA-DPIDA-2010120102-O'],
  ['PADPIDA2010121001I', 'dpid', 'PADPIDA2010121001I', 'PA-DPIDA-2010121001-I'],
  ['979-0-2306-7118-7', 'ismn', '9790230671187', '979-0-2306-7118-7'],
  ['M-2306-7118-7', 'ismn', '9790230671187', '979-0-2306-7118-7'],
];

it.each(HOLDS)('reads %s as %s', (text, kind, normalized, display) => {
  expect(check(text)).toMatchObject({
    input: text,
    kind,
    verdict: 'ok',
    normalized,
    display,
    suggestions: [],
  });
});

it.each(HOLDS)(
  'reads %s back from its own printed form as the same %s',
  (_text, kind, normalized, display) => {
    expect(check(display)).toMatchObject({ kind, normalized, display });
  },
);

/** Well formed, yet worth a look: the codes of its warnings and remarks, and what may have been meant. */
const SOFT: readonly (readonly [
  text: string,
  verdict: string,
  problems: readonly string[],
  meant?: readonly string[],
])[] = [
  ['RDRAY2200003', 'warn', ['isrc.prefix-unlisted']],
  ['PX0041921941', 'warn', ['isrc.prefix-part-number']],
  ['YUA018500001', 'warn', ['isrc.prefix-retired']],
  ['CSA010500001', 'warn', ['isrc.prefix-retired']],
  ['PRA018500001', 'warn', ['isrc.prefix-retired']],
  ['IMA018500001', 'warn', ['isrc.prefix-retired']],
  ['AA6Q72000047', 'warn', ['isrc.documentation']],
  ['us-s1z-99-00001', 'warn', ['isrc.documentation']],
  ['ZZ-ZZZ-123-4567', 'warn', ['isrc.grouping'], ['ZZ-ZZZ-12-34567']],
  ['ISRC12300001', 'warn', ['isrc.label-read-as-code']],
  ['DEEC33501508', 'ok', ['isrc.year-unusual']],
  ['USRC12700001', 'ok', ['isrc.year-ahead']],
  ['USRC17600000', 'ok', ['isrc.designation-zero']],
  ['10012345678902', 'warn', ['gtin.packaging-level']],
  ['90012345678908', 'warn', ['gtin.variable-measure']],
  ['9783161484100', 'warn', ['gtin.book']],
  ['2012345678903', 'warn', ['gtin.in-store']],
  ['212345678992', 'warn', ['gtin.in-store']],
  ['412345678996', 'warn', ['gtin.in-store']],
  ['04252614', 'warn', ['gtin.upc-e']],
  ['01234565', 'warn', ['gtin.upc-e-or-ean-8'], ['012345000065']],
  ['https://orcid.org/0000-0002-1825-0097', 'warn', ['isni.orcid']],
  ['ORCID: 0000-0002-1825-0097', 'warn', ['isni.orcid']],
  ['I-001068130-6', 'ok', ['ipi-base.ask-name-number']],
  ['M230671187', 'ok', ['ismn.old-form']],
];

it.for(SOFT)('lets %s through as %s, with %j', ([text, verdict, problems, meant = []]) => {
  const result = row(text);
  expect(result).toMatchObject({ verdict, problems, suggestions: meant });
  expect(result.normalized).not.toBeNull();
  expect(result.display).not.toBeNull();
  for (const { severity } of check(text).problems)
    expect(severity).toBe(verdict === 'ok' ? 'info' : 'warning');
});

/** Wrong in shape or check digit: the kind it is taken for, what is said, and what may have been meant. */
const REFUSED: readonly (readonly [
  text: string,
  kind: Kind | null,
  problems: readonly string[],
  meant?: readonly string[],
])[] = [
  ['USRC1760783', 'isrc', ['isrc.length']],
  ['USRC176078391', 'isrc', ['isrc.length']],
  ['US-RC1-76-0783', 'isrc', ['isrc.group-length']],
  ['US-RC1-7O-07839', 'isrc', ['isrc.digit-expected'], ['US-RC1-70-07839']],
  ['USRC1760783I', 'isrc', ['isrc.digit-expected'], ['US-RC1-76-07831']],
  ['1SRC17607839', 'isrc', ['isrc.letter-expected'], ['IS-RC1-76-07839']],
  ['0SRC17607839', 'isrc', ['isrc.letter-expected'], ['OS-RC1-76-07839']],
  ['USRC17607839, USRC17607840', null, ['code.several'], ['US-RC1-76-07839', 'US-RC1-76-07840']],
  ['USRC17607839USRC17607840', null, ['code.several'], ['US-RC1-76-07839', 'US-RC1-76-07840']],
  ['Night Bus USRC17607839', 'isrc', ['code.words-around'], ['US-RC1-76-07839']],
  ['T-345246800-1', 'iswc', ['iswc.published-example']],
  ['T-034.524.680-C', 'iswc', ['iswc.template']],
  ['T-123.456.789-0', 'iswc', ['iswc.sample']],
  ['T-034.524.680-2', 'iswc', ['iswc.check-digit']],
  ['T-000.000.000-9', 'iswc', ['iswc.zero']],
  ['0345246801', 'iswc', ['iswc.letter-missing'], ['T-034.524.680-1']],
  ['X0345246801', 'iswc', ['iswc.letter']],
  [
    'T-O34.524.68O-I',
    'iswc',
    ['iswc.digit-expected', 'iswc.digit-expected', 'iswc.digit-expected'],
    ['T-034.524.680-1'],
  ],
  ['602557631723', 'gtin', ['gtin.check-digit']],
  ['6.02558E+11', 'gtin', ['code.scientific']],
  ['6,02558E+11', 'gtin', ['code.scientific']],
  ['602557631722.0', 'gtin', ['code.decimal'], ['602557631722']],
  ['60255763172', 'gtin', ['gtin.check-digit-missing'], ['602557631722']],
  ['12345678905', 'gtin', ['gtin.eleven-digits'], ['012345678905', '123456789050']],
  ['8811012345', null, ['code.unknown']],
  ['8811012342', 'gtin', ['gtin.leading-zero-lost'], ['008811012342']],
  ['0060075330437', 'gtin', ['gtin.check-digit', 'gtin.check-digit-missing'], ['600753304372']],
  ['60255763172202', 'gtin', ['gtin.check-digit', 'gtin.add-on'], ['602557631722']],
  ['629104150021312', 'gtin', ['gtin.add-on'], ['6291041500213']],
  ['60255763172251299', 'gtin', ['gtin.add-on'], ['602557631722']],
  ['629104150021351299', 'gtin', ['gtin.add-on'], ['6291041500213']],
  ['000000000000', 'gtin', ['gtin.zeros']],
  ['6O2557631722', 'gtin', ['gtin.digit-expected'], ['602557631722']],
  ['00045620793', 'ipi', ['ipi.check-digit']],
  ['00000000000', 'ipi', ['ipi.zeros']],
  [
    'OOO4562O792',
    'ipi',
    ['ipi.digit-expected', 'ipi.digit-expected', 'ipi.digit-expected', 'ipi.digit-expected'],
    ['00045620792'],
  ],
  ['I-001068130-5', 'ipi-base', ['ipi-base.check-digit']],
  ['I-000000000-8', 'ipi-base', ['ipi-base.zeros']],
  ['0000 0001 2103 2684', 'isni', ['isni.check-digit']],
  ['000000012103268', 'isni', ['isni.length']],
  ['0000000000000000', 'isni', ['isni.zeros']],
  ['A1-2425G-ABC1234002-N', 'grid', ['grid.check-character']],
  ['PADPIDA20101201020', 'dpid', ['dpid.check-character'], ['PA-DPIDA-2010120102-O']],
  ['979-0-2306-7118-8', 'ismn', ['ismn.check-digit']],
  ['', null, ['code.empty']],
  ['   ', null, ['code.empty']],
  ['ISRC:', null, ['code.empty']],
  ['Night Bus', null, ['code.unknown']],
];

it.for(REFUSED)('refuses %j as %s, with %j', ([text, kind, problems, meant = []]) => {
  expect(row(text)).toMatchObject({ kind, verdict: 'error', problems, suggestions: meant });
});

it('says how an old ISMN is written today', () => {
  expect(check('M230671187').problems[0]?.details).toEqual({ code: '979-0-2306-7118-7' });
});

it('says with a wrong check digit what may have happened', () => {
  expect(check('60255763172202').problems).toEqual([
    { code: 'gtin.check-digit', severity: 'error', details: { found: '2', expected: '0' } },
    { code: 'gtin.add-on', severity: 'warning', details: { length: 14, addOn: '02', code: '602557631722' } },
  ]);
  expect(check('0060075330437').problems).toEqual([
    { code: 'gtin.check-digit', severity: 'error', details: { found: '7', expected: '3' } },
    { code: 'gtin.check-digit-missing', severity: 'warning', details: { length: 13, code: '600753304372' } },
  ]);
  expect(row('6291041500214')).toMatchObject({ problems: ['gtin.check-digit'], suggestions: [] });
});

it('names the long form of what may be a shortened UPC', () => {
  expect(check('01234558').problems[0]?.details).toEqual({ code: '012345000058' });
});

it('takes 978 and 979 for books only in front', () => {
  expect(row('4978123456782')).toMatchObject({ verdict: 'ok', problems: [] });
  expect(row('9791034567898')).toMatchObject({ verdict: 'warn', problems: ['gtin.book'] });
  expect(row('9790230671187', { kind: 'gtin' })).toMatchObject({
    verdict: 'warn',
    problems: ['gtin.printed-music'],
  });
});

it('gives the normal form where only the check digit is wrong, so that a person may confirm a printed barcode', () => {
  expect(row('602557631723')).toMatchObject({ normalized: '00602557631723', display: '602557631723' });
  expect(row('T-034.524.680-C')).toMatchObject({ normalized: null, display: null });
});

it('refuses more than 4,000 characters before it looks at any of them', () => {
  expect(check('A'.repeat(4000)).problems[0]?.code).toBe('code.unknown');
  expect(check('A'.repeat(4001)).problems).toEqual([
    { code: 'code.too-long', severity: 'error', details: { length: 4001, limit: 4000 } },
  ]);
});
