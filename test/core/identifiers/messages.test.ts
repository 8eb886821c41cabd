import { expect, it } from 'vitest';
import { explainProblem } from '../../../src/text/explain-problem.ts';
import { check } from './rules.ts';

function words(text: string, asked: Parameters<typeof check>[1] = {}): string {
  return check(text, asked).problems.map(explainProblem).join(' ');
}

it.each([
  [
    'USRC1760783',
    'An ISRC has 12 characters; this has 11: US RC1 76 0783_. Compare it with the source and type it again.',
  ],
  [
    'US-RC1-76-0783',
    'An ISRC has 12 characters; this has 11: US RC1 76 0783_. The last group needs five digits and has 4.',
  ],
  ['US-RC1-76-078391', 'this has 13: US RC1 76 078391. The last group needs five digits and has 6.'],
  ['US-RC1-7-07839', 'this has 11: US RC1 7_ 07839. The third group needs two digits and has 1.'],
  [
    'US-RC-76-07839',
    'this has 11: US RC_ 76 07839. The second group needs three letters or digits and has 2.',
  ],
  ['USA-RC1-76-07839', 'this has 13: USA RC1 76 07839. The first group needs two letters and has 3.'],
  ['US-RC1-7O-07839', 'Character 7 must be a digit; this has O.'],
  ['1SRC17607839', 'The first two characters of an ISRC are letters.'],
  [
    'ZZ-ZZZ-123-4567',
    'Twelve characters, but grouped 2-3-3-4. The right grouping is 2-3-2-5: ZZ-ZZZ-12-34567.',
  ],
  [
    'RDRAY2200003',
    'The shape is right, but prefix RD is not on the list of 4 Nov 2025. Check it for a typing error; new prefixes do appear.',
  ],
  ['PX0041921941', 'prefix PX is not on the list of 4 Nov 2025; a shop uses part numbers of this shape.'],
  ['AA6Q72000047', 'This is a documentation example, not an issued code.'],
  [
    'YUA018500001',
    'Prefix YU is historical on the list of 4 Nov 2025: fine on old recordings, not for new ones.',
  ],
  [
    'DEEC33501508',
    'The year element reads 35: unusual, probably a numbering choice of the registrant, not an error to repair.',
  ],
  ['USRC12700001', 'The year element reads 27, next year; codes carry the year they were assigned in.'],
  ['USRC17600000', 'The designation is 00000: allowed, though some software refuses it.'],
  ['ISRC12300001', 'Read as the code IS-RC1-23-00001.'],
  ['T-345246800-1', 'it reads 1, the arithmetic gives 3'],
  [
    'T-034.524.680-C',
    'The letter C stands where the check digit belongs: this is a template. For these digits the check digit is 1.',
  ],
  ['T-123.456.789-0', 'its digits run in order and the check digit should be 4'],
  [
    '602557631723',
    'The check digit is 3; for these digits it should be 2. Compare it with the barcode; if it is really printed so, a person may confirm it as printed.',
  ],
  ['60255763172', 'looks like a UPC or EAN with the check digit missing. With it: 602557631722.'],
  ['04252614', 'This is a shortened UPC (UPC-E). In full it is 042100005264; use that one.'],
  ['6.02558E+11', 'the digits are lost and cannot be repaired'],
  ['10012345678902', 'The first of the 14 digits is 1: this names a carton'],
  ['2012345678903', 'Numbers that begin with 20 are for use inside one shop'],
  ['412345678996', 'Numbers that begin with 4 are for use inside one shop'],
  ['00000000000', 'Each writer needs an IPI for a work to get an ISWC; ask the society.'],
  ['00045620793', 'The last two digits are 93; for this number they should be 92.'],
  ['I-001068130-6', 'Base numbers are mostly not public; registrations ask for the IPI name number'],
  ['https://orcid.org/0000-0002-1825-0097', 'An ORCID iD has the format of an ISNI and names a researcher'],
  ['UЅRC17607839', 'Character 2 is the Cyrillic letter Ѕ (U+0405), which only looks like S.'],
  ['USRC17607839, USRC17607840', 'There are 2 codes here: US-RC1-76-07839 and US-RC1-76-07840.'],
  ['', 'There is no code here.'],
])('says of %j: … %s', (text, sentence) => {
  expect(words(text)).toContain(sentence);
});

it.each([
  [
    '602557631722',
    'This is a UPC, which names the release, not an ISRC. Each recording needs an ISRC of its own.',
  ],
  ['6291041500213', 'This is an EAN, which names the release, not an ISRC.'],
  ['10012345678902', 'This is a GTIN, which names a product, not an ISRC.'],
  ['9783161484100', 'This is the number of a book, not an ISRC.'],
  ['T-034.524.680-1', 'This is an ISWC, which names the composition, not an ISRC.'],
  [
    '0000000121032683',
    'This is an ISNI, which names the public identity of a person or a group, not an ISRC.',
  ],
  ['https://orcid.org/0000-0002-1825-0097', 'This is an ORCID iD, which names a researcher, not an ISRC.'],
  ['I-001068130-6', 'This is an IPI base number, which names a writer or a publisher, not an ISRC.'],
  ['00045620792', 'This is an IPI name number, which names a writer or a publisher, not an ISRC.'],
])('says of %s in a box for an ISRC: %s', (text, sentence) => {
  expect(words(text, { expect: 'isrc' })).toContain(sentence);
  expect(check(text, { expect: 'isrc' }).verdict).toBe('warn');
});
