import { describe, expect, it } from 'vitest';
import { formatDpid, parseDpid } from '../../../src/core/identifiers/dpid.ts';
import { formatGrid, parseGrid } from '../../../src/core/identifiers/grid.ts';
import { formatGtin, parseGtin } from '../../../src/core/identifiers/gtin.ts';
import { formatIpi, parseIpi } from '../../../src/core/identifiers/ipi.ts';
import { formatIpiBase, parseIpiBase } from '../../../src/core/identifiers/ipi-base.ts';
import { formatIsmn, parseIsmn } from '../../../src/core/identifiers/ismn.ts';
import { formatIsni, parseIsni } from '../../../src/core/identifiers/isni.ts';
import { formatIsrc, parseIsrc } from '../../../src/core/identifiers/isrc.ts';
import { formatIswc, parseIswc } from '../../../src/core/identifiers/iswc.ts';
import { must, type Parsed } from '../../../src/core/problem.ts';
import { check, row } from './rules.ts';

/** What a parser says: the stored form, or the code and details of the refusal. */
function said(parsed: Parsed<string>): unknown {
  return parsed.ok ? parsed.value : [parsed.problem.code, parsed.problem.details];
}

describe('parsing for good: the stored form, or the first reason against it', () => {
  it.each<[(text: string) => Parsed<string>, string, unknown]>([
    [parseIsrc, 'ISRC us-rc1-76-07839', 'USRC17607839'],
    [parseIsrc, 'RD-RAY-22-00003', 'RDRAY2200003'],
    [parseIsrc, 'AA6Q72000047', 'AA6Q72000047'],
    [parseIsrc, 'USRC1760783', ['isrc.length', { length: 11, groups: 'US RC1 76 0783_' }]],
    [
      parseIsrc,
      'US-RC1-76-0783',
      [
        'isrc.group-length',
        { length: 11, groups: 'US RC1 76 0783_', group: 'designation', has: 4, needs: 5 },
      ],
    ],
    [
      parseIsrc,
      'USRC1-76-0783',
      [
        'isrc.group-length',
        { length: 11, groups: 'US RC1 76 0783_', group: 'designation', has: 4, needs: 5 },
      ],
    ],
    [
      parseIsrc,
      '-US--RC1-76-0783',
      [
        'isrc.group-length',
        { length: 11, groups: 'US RC1 76 0783_', group: 'designation', has: 4, needs: 5 },
      ],
    ],
    [parseIsrc, 'US-RC1-76-07-839-1', ['isrc.length', { length: 13, groups: 'US RC1 76 078391' }]],
    [parseIsrc, 'USR-C1-760783', ['isrc.length', { length: 11, groups: 'US RC1 76 0783_' }]],
    [parseIsrc, 'USRC1-760783', ['isrc.length', { length: 11, groups: 'US RC1 76 0783_' }]],
    [parseIsrc, '123456789012345678901', ['isrc.length', { length: 21, groups: '12 345 67 89012345678901' }]],
    [
      parseIsrc,
      '1234567890123456789012',
      ['isrc.length', { length: 22, groups: '12 345 67 89012345678901…' }],
    ],
    [parseIsrc, 'ÉSRC17607839', ['isrc.letter-expected', { position: 1, found: 'É' }]],
    [parseIsrc, 'USRCé7607839', ['isrc.character', { position: 5, found: 'é' }]],
    [parseIsrc, 'USRC1é607839', ['isrc.digit-expected', { position: 6, found: 'é' }]],
    [parseIsrc, 'US-RC-7-07839', ['isrc.length', { length: 10, groups: 'US RC_ 7_ 07839' }]],
    [parseIsrc, 'US-RC17607', ['isrc.length', { length: 9, groups: 'US RC1 76 07___' }]],
    [
      parseIsrc,
      'USRC17607839USRC17607840',
      ['isrc.length', { length: 24, groups: 'US RC1 76 07839USRC17607…' }],
    ],
    [parseIsrc, '1SRC17607839', ['isrc.letter-expected', { position: 1, found: '1' }]],
    [parseIsrc, 'U1RC17607839', ['isrc.letter-expected', { position: 2, found: '1' }]],
    [parseIsrc, 'USÉC17607839', ['isrc.character', { position: 3, found: 'É' }]],
    [parseIsrc, 'USRC1A607839', ['isrc.digit-expected', { position: 6, found: 'A' }]],
    [parseIsrc, 'USRC1760783A', ['isrc.digit-expected', { position: 12, found: 'A' }]],
    [parseIsrc, '', ['code.empty', {}]],
    [parseIsrc, 'A'.repeat(5000), ['code.too-long', { length: 5000, limit: 4000 }]],
    [parseIswc, '', ['code.empty', {}]],
    [parseGtin, '1'.repeat(5000), ['code.too-long', { length: 5000, limit: 4000 }]],
    [parseIswc, 'T-034.524.680-1', 'T0345246801'],
    [parseIswc, 'T-000.000.001-0', 'T0000000010'],
    [parseIswc, 'T-034.524.680-2', ['iswc.check-digit', { found: '2', expected: '1' }]],
    [parseIswc, 'T-345246800-1', ['iswc.published-example', { found: '1', expected: '3' }]],
    [parseIswc, 'T-345246800-3', 'T3452468003'],
    [parseIswc, 'T-345246800-2', ['iswc.check-digit', { found: '2', expected: '3' }]],
    [parseIswc, 'T-123.456.789-0', ['iswc.sample', { expected: '4' }]],
    [parseIswc, 'T-123.456.789-4', 'T1234567894'],
    [parseIswc, 'T-034.524.680-C', ['iswc.template', { found: 'C', expected: '1' }]],
    [parseIswc, 'T-034.524.680-I', ['iswc.digit-expected', { position: 11, found: 'I' }]],
    [parseIswc, 'T-034.524.68A-1', ['iswc.digit-expected', { position: 10, found: 'A' }]],
    [parseIswc, '0345246801', ['iswc.letter-missing', { code: 'T-034.524.680-1' }]],
    [parseIswc, '0345246802', ['iswc.length', { length: 10 }]],
    [parseIswc, 'X-034.524.680-1', ['iswc.letter', { found: 'X' }]],
    [parseIswc, 'T-000.000.000-9', ['iswc.zero', {}]],
    [parseGtin, '602557631722', '00602557631722'],
    [parseGtin, '6 02557 63172 2', '00602557631722'],
    [parseGtin, '96385074', '00000096385074'],
    [parseGtin, '9783161484100', '09783161484100'],
    [parseGtin, '04252614', '00042100005264'],
    [parseGtin, '602557631723', ['gtin.check-digit', { found: '3', expected: '2' }]],
    [parseGtin, '6291041500214', ['gtin.check-digit', { found: '4', expected: '3' }]],
    [parseGtin, '9790230671187', '09790230671187'],
    [parseGtin, '60255763172', ['gtin.check-digit-missing', { length: 11, code: '602557631722' }]],
    [parseGtin, '12345678905', ['gtin.eleven-digits', { padded: '012345678905', completed: '123456789050' }]],
    [parseGtin, '8811012342', ['gtin.leading-zero-lost', { length: 10, code: '008811012342' }]],
    [parseGtin, '768123454', ['gtin.leading-zero-lost', { length: 9, code: '000768123454' }]],
    [parseGtin, '8811012343', ['gtin.length', { length: 10 }]],
    [parseGtin, '1234567', ['gtin.length', { length: 7 }]],
    [parseGtin, '1234567890123456', ['gtin.length', { length: 16 }]],
    [parseGtin, '629104150021312', ['gtin.add-on', { length: 15, addOn: '12', code: '6291041500213' }]],
    [parseGtin, '60255763172251299', ['gtin.add-on', { length: 17, addOn: '51299', code: '602557631722' }]],
    [parseGtin, '00000000', ['gtin.zeros', {}]],
    [parseGtin, '6O2557631722', ['gtin.digit-expected', { position: 2, found: 'O' }]],
    [parseIpi, '00045620792', '00045620792'],
    [parseIpi, '45620792', '00045620792'],
    [parseIpi, '45.620.792', '00045620792'],
    [parseIpi, '00045620793', ['ipi.check-digit', { found: '93', expected: '92' }]],
    [parseIpi, '000000045620792', ['ipi.length', { length: 15 }]],
    [parseIpi, '00000100390', '00000100390'],
    [parseIpi, '0', ['ipi.zeros', {}]],
    [parseIpi, '0004562079A', ['ipi.digit-expected', { position: 11, found: 'A' }]],
    [parseIpiBase, 'I-001068130-6', 'I0010681306'],
    [parseIpiBase, 'I-001068130-5', ['ipi-base.check-digit', { found: '5', expected: '6' }]],
    [parseIpiBase, 'I-00106813-6', ['ipi-base.length', { length: 10 }]],
    [parseIpiBase, 'T-001068130-6', ['ipi-base.letter', { found: 'T' }]],
    [parseIpiBase, 'I-00106813A-6', ['ipi-base.digit-expected', { position: 10, found: 'A' }]],
    [parseIpiBase, 'I-000000000-8', ['ipi-base.zeros', {}]],
    [parseIsni, '0000 0001 2103 2683', '0000000121032683'],
    [parseIsni, 'https://orcid.org/0000-0002-1825-0097', '0000000218250097'],
    [parseIsni, '0000 0001 2103 2684', ['isni.check-digit', { found: '4', expected: '3' }]],
    [parseIsni, '0000 0001 2150 0901', ['isni.check-digit', { found: '1', expected: 'X' }]],
    [parseIsni, '000000012103268', ['isni.length', { length: 15 }]],
    [parseIsni, '00000001X1032683', ['isni.digit-expected', { position: 9, found: 'X' }]],
    [parseIsni, '00000001X103268X', ['isni.digit-expected', { position: 9, found: 'X' }]],
    [parseIsni, '000000012103268A', ['isni.digit-expected', { position: 16, found: 'A' }]],
    [parseIsni, '0000000000000000', ['isni.zeros', {}]],
    [parseGrid, 'GRid:A1-2425G-ABC1234002-M', 'A12425GABC1234002M'],
    [parseGrid, 'A1-2425G-ABC1234002-N', ['grid.check-character', { found: 'N', expected: 'M' }]],
    [parseGrid, 'A1-2425G-ABC123400-M', ['grid.length', { length: 17 }]],
    [parseGrid, 'B1-2425G-ABC1234002-M', ['grid.prefix', { found: 'B1' }]],
    [parseGrid, 'A1-2425G-ABC123400é-M', ['grid.character', { position: 17, found: 'é' }]],
    [parseDpid, 'PA-DPIDA-3897722461-G', 'PADPIDA3897722461G'],
    [parseDpid, 'PA-DPIDA-3897722461-H', ['dpid.check-character', { found: 'H', expected: 'G' }]],
    [parseDpid, 'PA-DPIDA-389772246-G', ['dpid.length', { length: 17 }]],
    [parseDpid, 'PA-DPIDB-3897722461-G', ['dpid.prefix', { found: 'PADPIDB' }]],
    [parseDpid, 'PA-DPIDA-389772246é-G', ['dpid.character', { position: 17, found: 'é' }]],
    [parseIsmn, '979-0-2306-7118-7', '9790230671187'],
    [parseIsmn, 'M-2306-7118-7', '9790230671187'],
    [parseIsmn, 'M-2306-7118-8', ['ismn.check-digit', { found: '8', expected: '7' }]],
    [parseIsmn, '978-0-2306-7118-7', ['ismn.prefix', { found: '9780' }]],
    [parseIsmn, '979-0-2306-711-7', ['ismn.length', { length: 12 }]],
    [parseIsmn, 'M-2306-71189-7', ['ismn.length', { length: 11 }]],
    [parseIsmn, 'M-230A-7118-7', ['ismn.digit-expected', { position: 5, found: 'A' }]],
    [parseIsmn, '979-0-230A-7118-7', ['ismn.digit-expected', { position: 8, found: 'A' }]],
  ])('%o says of %j: %j', (parse, text, expected) => {
    expect(said(parse(text))).toEqual(expected);
  });
});

describe('printing', () => {
  it.each<[() => string, string]>([
    [() => formatIsrc(must(parseIsrc('USRC17607839'))), 'US-RC1-76-07839'],
    [() => formatIswc(must(parseIswc('T0345246801'))), 'T-034.524.680-1'],
    [() => formatGtin(must(parseGtin('00602557631722'))), '602557631722'],
    [() => formatGtin(must(parseGtin('06291041500213'))), '6291041500213'],
    [() => formatGtin(must(parseGtin('00000096385074'))), '96385074'],
    [() => formatGtin(must(parseGtin('10012345678902'))), '10012345678902'],
    [() => formatIpi(must(parseIpi('45620792'))), '00045620792'],
    [() => formatIpiBase(must(parseIpiBase('I0010681306'))), 'I-001068130-6'],
    [() => formatIsni(must(parseIsni('000000012150090x'))), '0000 0001 2150 090X'],
    [() => formatGrid(must(parseGrid('A12425GABC1234002M'))), 'A1-2425G-ABC1234002-M'],
    [() => formatDpid(must(parseDpid('PADPIDA3897722461G'))), 'PA-DPIDA-3897722461-G'],
    [() => formatIsmn(must(parseIsmn('9790230671187'))), '979-0-2306-7118-7'],
  ])('%o prints %s', (print, expected) => expect(print()).toBe(expected));

  it('gives the publisher of printed music as many digits as its first one says', () => {
    const printed = ['000', '1', '3', '4', '6', '7', '8', '9'].map(
      (first) => check(`9790${first.padEnd(9, '1')}`, { kind: 'ismn' }).display,
    );
    expect(printed).toEqual([
      '979-0-000-11111-1',
      '979-0-1111-1111-1',
      '979-0-3111-1111-1',
      '979-0-41111-111-1',
      '979-0-61111-111-1',
      '979-0-711111-11-1',
      '979-0-811111-11-1',
      '979-0-9111111-1-1',
    ]);
  });
});

describe('an ISNI', () => {
  it('has its last X left alone where another character is wrong', () => {
    expect(row('00000001X103268X', { kind: 'isni' }).problems).toEqual(['isni.digit-expected']);
    expect(row('00000001A103268X', { kind: 'isni' }).problems).toEqual(['isni.digit-expected']);
  });

  it('gets back the zeros that a spreadsheet took, if it then agrees', () => {
    expect(row('121032683', { kind: 'isni' }).suggestions).toEqual(['0000 0001 2103 2683']);
    expect(row('121032684', { kind: 'isni' }).suggestions).toEqual([]);
  });

  it('warns of every host of ORCID', () => {
    expect(row('https://sandbox.orcid.org/0000-0002-1825-0097').problems).toEqual(['isni.orcid']);
    expect(row('https://orcid.org.example.com/0000-0002-1825-0097').problems).toEqual([]);
  });
});

describe('the parts of a code', () => {
  it('says who issues an ISRC, and when it was most likely assigned', () => {
    expect(check('US-RC1-76-07839').parts).toEqual({
      of: 'isrc',
      prefix: 'USRC1',
      year: '76',
      likelyYear: 1976,
      designation: '07839',
      listed: { letters: 'US', agency: 'RIAA', territory: 'United States', status: 'assigned' },
    });
    expect(check('RDRAY2200003').parts).toMatchObject({ listed: null, likelyYear: 2022 });
    expect(check('TCAAA2600001').parts).toMatchObject({
      listed: { agency: 'TuneCore', territory: 'Worldwide' },
    });
  });

  it.each([
    ['26', 2026, []],
    ['00', 2000, []],
    ['27', 1927, ['isrc.year-ahead']],
    ['28', 1928, ['isrc.year-unusual']],
    ['49', 1949, ['isrc.year-unusual']],
    ['50', 1950, []],
    ['99', 1999, []],
  ])('reads year %s in 2026 as %d, with %j', (year, likelyYear, problems) => {
    const result = check(`USRC1${year}00001`);
    expect(result.parts).toMatchObject({ likelyYear });
    expect(result.problems.map(({ code }) => code)).toEqual(problems);
    expect(result.verdict).toBe('ok');
  });

  it('shows the four groups of a broken ISRC with what each needs', () => {
    expect(check('US-RC1-76-0783').parts).toEqual({
      of: 'isrc-groups',
      groups: [
        { text: 'US', needs: 2 },
        { text: 'RC1', needs: 3 },
        { text: '76', needs: 2 },
        { text: '0783', needs: 5 },
      ],
    });
  });

  it.each([
    ['602557631722', 'UPC-A'],
    ['6291041500213', 'EAN-13'],
    ['96385074', 'EAN-8'],
    ['10012345678902', 'GTIN-14'],
    ['0602557631722', 'UPC-A'],
    ['04252614', 'UPC-A'],
  ])('calls %s a %s', (text, form) => {
    expect(check(text).parts).toEqual({ of: 'gtin', form });
  });
});

describe('a shortened UPC', () => {
  it.each([
    ['01234505', '012000003455'],
    ['01234514', '012100003454'],
    ['01234523', '012200003453'],
    ['01234531', '012300000451'],
    ['01234543', '012340000053'],
    ['04252614', '042100005264'],
    ['16543214', '165100004324'],
  ])('%s stands for %s and for nothing else', (text, long) => {
    expect(row(text)).toMatchObject({ verdict: 'warn', problems: ['gtin.upc-e'], display: long });
  });

  it.each([
    ['01234558', '012345000058'],
    ['01234596', '012345000096'],
  ])('%s may stand for %s, and is an EAN-8 as well', (text, long) => {
    expect(row(text)).toMatchObject({
      verdict: 'warn',
      problems: ['gtin.upc-e-or-ean-8'],
      display: text,
      suggestions: [long],
    });
  });

  it('has eight digits: a longer barcode that begins with one is a barcode of its own', () => {
    expect(row('042526140006')).toMatchObject({ verdict: 'ok', display: '042526140006', problems: [] });
    expect(row('042526140007').problems).toEqual(['gtin.check-digit']);
  });

  it.each(['01234506', '24252618', '00000000'])('%s stands for none', (text) => {
    expect(row(text)).toMatchObject({ verdict: 'error' });
  });
});
