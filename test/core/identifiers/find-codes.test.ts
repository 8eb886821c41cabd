import { expect, it } from 'vitest';
import { findCodes } from '../../../src/core/identifiers/recognize.ts';
import { found, row, rules } from './rules.ts';

const FORTY = Array.from({ length: 40 }, (_, index) => `USRC176${String(7839 + index).padStart(5, '0')}`);

it.each([
  ['spaces', ' '],
  ['two spaces', '  '],
  ['commas', ','],
  ['commas and spaces', ', '],
  ['semicolons', '; '],
  ['tabs', '\t'],
  ['line ends', '\n'],
  ['line ends of Windows', '\r\n'],
  ['old line ends', '\r'],
  ['empty lines', '\n\n'],
  ['slashes', '/'],
  ['slashes with spaces', ' / '],
  ['the word and', ' and '],
  ['the word or', ' or '],
  ['an ampersand', ' & '],
  ['bars', ' | '],
  ['plus signs', ' + '],
  ['hyphens with spaces', ' - '],
  ['dots', '. '],
  ['Chinese commas', '，'],
  ['Chinese list commas', '、'],
  ['Chinese semicolons', '；'],
  ['the Chinese word 和', ' 和 '],
  ['the Chinese word 及 without spaces', '及'],
  ['line separators', '\u2028'],
])('finds forty codes between %s', (_what, separator) => {
  const codes = findCodes(FORTY.join(separator), rules);
  expect(codes.map(({ text }) => text)).toEqual(FORTY);
  expect(codes.every(({ check }) => check.verdict === 'ok')).toBe(true);
});

it('finds forty codes of mixed kinds and spellings in one line', () => {
  const mixed = [
    'US-RC1-76-07839',
    '602557631722',
    'T-034.524.680-1',
    '00045620792',
    'A1-2425G-ABC1234002-M',
  ];
  const line = Array.from({ length: 40 }, (_, index) => mixed[index % 5]).join(' ');
  expect(findCodes(line, rules)).toHaveLength(40);
});

it.each([
  'US RC1 76 07839',
  'USRC1 76 07839',
  'US - RC1 - 76 - 07839',
  '0000 0001 2103 2683',
  'T-034.524.680-1',
  'T 034 524 680 1',
  'ISRC: US-RC1-76-07839',
  'ISRC US RC1 76 07839',
  '6 02557 63172 2',
  '602 557 631 722',
  '4 006381 333931',
  '979 0 2306 7118 7',
  'A1 2425G ABC1234002 M',
  'PA DPIDA 3897722461 G',
  'I 001068130 6',
  'https://isni.org/isni/0000000121032683',
  'urn:isni:0000000121032683',
])('takes %s for one code', (text) => {
  const codes = findCodes(text, rules);
  expect(codes).toHaveLength(1);
  expect(codes[0]?.check.verdict).toBe('ok');
});

it('parts grouped codes from each other', () => {
  expect(found('US RC1 76 07839 US RC1 76 07840')).toEqual([
    'US RC1 76 07839 = isrc ok',
    'US RC1 76 07840 = isrc ok',
  ]);
  expect(found('0000 0001 2103 2683 0000 0001 2103 2683')).toHaveLength(2);
  expect(found('96385074 96385074')).toEqual(['96385074 = gtin ok', '96385074 = gtin ok']);
});

it.each([
  ['USRC1760783', 'USRC1760783 = isrc error'],
  ['602557631723', '602557631723 = gtin error'],
  ['US RC1 76 0783', 'US RC1 76 0783 = isrc error'],
  ['US-RC1-76-0783', 'US-RC1-76-0783 = isrc error'],
  ['6 02557 63172 3', '6 02557 63172 3 = gtin error'],
  ['0000 0001 2103 2684', '0000 0001 2103 2684 = isni error'],
  ['T-034.524.680-C', 'T-034.524.680-C = iswc error'],
  ['0345246801', '0345246801 = iswc error'],
  ['45620792', '45620792 = ipi ok'],
  ['96385074', '96385074 = gtin ok'],
  ['UЅRC17607839', 'UЅRC17607839 = isrc error'],
  ['ISRC12300001', 'ISRC12300001 = isrc warn'],
  ['ISRC 12300001', 'ISRC 12300001 = isrc warn'],
  ['B0012345-02', 'B0012345-02 = null error'],
  ['1. USRC1760783', 'USRC1760783 = isrc error'],
  ['- USRC1760783', 'USRC1760783 = isrc error'],
  ['• USRC1760783', 'USRC1760783 = isrc error'],
])('gives a verdict for %s on a line of its own', (text, one) => {
  expect(found(text)).toEqual([one]);
});

it('says it of every line, with its number', () => {
  const lines = 'USRC17607839\n\nUSRC1760783\r\n602557631723\rT-034.524.680-1';
  expect(findCodes(lines, rules).map(({ line, check }) => [line, check.verdict])).toEqual([
    [1, 'ok'],
    [3, 'error'],
    [4, 'error'],
    [5, 'ok'],
  ]);
});

it('is one code to a field up to nineteen characters with nothing but hyphens and dots in them', () => {
  expect(row('USRC17607839.1').problems).toEqual(['isrc.length']);
  expect(row('USRC17607839-96385074')).toMatchObject({
    problems: ['code.several'],
    suggestions: ['US-RC1-76-07839', '96385074'],
  });
});

it('takes two EAN-8 for two, but not the halves of a UPC whose digits happen to agree', () => {
  expect(row('602556 100007')).toMatchObject({ verdict: 'ok', display: '602556100007' });
});

it('says where each code stands', () => {
  const text = 'Night Bus: ISRC USRC17607839,\nUPC 6 02557 63172 2.';
  for (const { text: code, start, end } of findCodes(text, rules)) expect(text.slice(start, end)).toBe(code);
  expect(findCodes(text, rules).map(({ start }) => start)).toEqual([16, 34]);
});

it.each([
  ['Here is USRC17607839 for you', ['USRC17607839 = isrc ok']],
  ['This is US-RC1-76-07839.', ['US-RC1-76-07839 = isrc ok']],
  [
    'Our UPC (602557631722) and the song T-034.524.680-1',
    ['602557631722 = gtin ok', 'T-034.524.680-1 = iswc ok'],
  ],
  [
    'the ISRC is USRC1760783 and UPC: 602557631723',
    ['USRC1760783 = isrc error', '602557631723 = gtin error'],
  ],
  ['write to IPI No. 00045620792, please', ['00045620792 = ipi ok']],
  ['her IPI: 45620792 thanks', ['45620792 = ipi ok']],
  ['my EAN is 96385074 ok', ['96385074 = gtin ok']],
  ['ISRCs: USRC17607839, USRC1760784', ['USRC17607839 = isrc ok', 'USRC1760784 = isrc error']],
  ['這首的ISRC是USRC17607839，UPC是602557631722。', ['USRC17607839 = isrc ok', '602557631722 = gtin ok']],
  ['請幫我查「US-RC1-76-07839」謝謝', ['US-RC1-76-07839 = isrc ok']],
  ['IPI編號：00045620792', ['00045620792 = ipi ok']],
  ['see https://isni.org/isni/0000000121032683.', ['https://isni.org/isni/0000000121032683 = isni ok']],
  ['(https://orcid.org/0000-0002-1825-0097), he says', ['https://orcid.org/0000-0002-1825-0097 = isni warn']],
  ['{"isrc":"USRC17607839","upc":"602557631722"}', ['USRC17607839 = isrc ok', '602557631722 = gtin ok']],
  ['isrc=USRC17607839&upc=602557631722', ['USRC17607839 = isrc ok', '602557631722 = gtin ok']],
  ['Night Bus,USRC1760783,602557631723,3:45', ['USRC1760783 = isrc error', '602557631723 = gtin error']],
  ['Night Bus\tUSRC1760783\t45620792', ['USRC1760783 = isrc error', '45620792 = ipi ok']],
  ['1. Night Bus USRC17607839 3:45', ['USRC17607839 = isrc ok']],
  ['track 3 (live) USRC17607839 [Remaster 2011]', ['USRC17607839 = isrc ok']],
  [
    'ISRC USRC17607839 UPC 602557631722 IPI 45620792',
    ['USRC17607839 = isrc ok', '602557631722 = gtin ok', '45620792 = ipi ok'],
  ],
  ['USRC17607839-USRC17607840', ['USRC17607839 = isrc ok', 'USRC17607840 = isrc ok']],
  ['USRC17607839USRC17607840', ['USRC17607839 = isrc ok', 'USRC17607840 = isrc ok']],
  ['USRC17607839_USRC17607840', ['USRC17607839 = isrc ok', 'USRC17607840 = isrc ok']],
  ['«USRC17607839» "USRC17607840"', ['USRC17607839 = isrc ok', 'USRC17607840 = isrc ok']],
  ['The song T-034.524.680-2 by Ana', ['T-034.524.680-2 = iswc error']],
  ['Night Bus, 45620792, USRC1760783', ['USRC1760783 = isrc error']],
  ['Night Bus, B0012345-02, USRC17607839', ['USRC17607839 = isrc ok']],
  ['Night Bus, AB1234567890123, USRC17607839', ['USRC17607839 = isrc ok']],
  ['Group 0000 0001 2103 2684 here', ['0000 0001 2103 2684 = isni error']],
])('finds in %j what can only be a code', (text, codes) => {
  expect(found(text)).toEqual(codes);
});

it.each([
  'Hello there, how are you?',
  'Call me at 0912-345-678 or +886 2 2712 3456',
  'call +886227123456 now',
  'we met on 2024-01-05 at 10:30',
  '2024-01-05',
  '05/01/2024',
  '20240105',
  '3:45',
  '0912-345-678',
  '555-123-4567',
  'in 2024 we sold 12345678 units for $602557631722',
  'order 20240101120000 shipped',
  'at 202401011207 sharp',
  'my number is 1234567890123',
  'take 4111 1111 1111 1111 for it',
  "I don't 1234567890 know",
  'sent to 1234567890 already',
  'write ana.lee2024@example.com please',
  'see https://example.com/a/b?c=20240101',
  'mix_final_v2_24bit_96000.wav',
  'BWV 1080, op. 12345678 no. 2',
  '第12345678號',
  '',
  '   \n\t',
])('finds no code in %j', (text) => {
  expect(found(text)).toEqual([]);
});

it('warns of another kind than the one asked for, and judges by a forced one', () => {
  expect(found('602557631722', { expect: 'isrc' })).toEqual(['602557631722 = gtin warn']);
  expect(found('602557631722', { kind: 'isrc' })).toEqual(['602557631722 = isrc error']);
  expect(found('we have 2024 of them', { expect: 'isrc' })).toEqual([]);
});

it('passes over a word of any length without stumbling', () => {
  expect(found('A'.repeat(100_000))).toEqual([]);
  expect(found(`${'1'.repeat(5000)}`)).toEqual([`${'1'.repeat(5000)} = null error`]);
  expect(found('-'.repeat(100_000))).toEqual([]);
});
