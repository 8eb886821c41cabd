/** Pieces that have broken parsers of codes before, beside the codes themselves. */
const PIECES = [
  'USRC17607839',
  'US-RC1-76-07839',
  'ISRC12300001',
  '602557631722',
  'T-034.524.680-1',
  '0000 0001 2103 2683',
  'PADPIDA2010120102O',
  'A1-2425G-ABC1234002-M',
  '979-0-2306-7118-7',
  'I-001068130-6',
  '45620792',
  '6.02558E+11',
  '602557631722.0',
  'ISRC: ',
  'UPC/EAN ',
  'https://isni.org/isni/',
  'urn:isni:',
  'ISRC',
  '\u0000',
  '\u001b[31m',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ufdfa',
  '\ud800',
  '\udc00',
  '\u{1d7d8}',
  '\u{e0100}',
  'Ѕ',
  'Ω',
  '٧',
  '编',
  'ﬁ',
  'ß',
  'İ',
  '℗ 2024',
  '__proto__',
  '{code}',
  "'",
  '"',
  '<code>',
  '\\',
  '\r\n',
  '\t',
  ',',
  '、',
  '/',
  '-',
  '--',
  '.',
  ' ',
  '0',
  'O',
  'I',
  '1',
  'X',
  'x',
  '+',
  'E',
  '😀',
  'é',
  'e\u0301',
] as const;

/** A stream of numbers from 0 to 1 that is the same for the same seed. @see Steele, Lea, Flood: SplitMix */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** One text that nobody meant well: pieces in a row, a code with a slip, any code points, or one thing very often. */
export function hostileText(random: () => number): string {
  const pick = (): string => PIECES[Math.floor(random() * PIECES.length)] ?? '';
  switch (Math.floor(random() * 8)) {
    case 0:
      return pick().repeat(1 + Math.floor(random() * 300));
    case 1:
    case 2:
      return withSlip(pick(), random);
    case 3:
      return Array.from({ length: 1 + Math.floor(random() * 20) }, () => anyCharacter(random)).join('');
    default:
      return Array.from({ length: 1 + Math.floor(random() * 8) }, pick).join('');
  }
}

function withSlip(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  switch (Math.floor(random() * 3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + anyCharacter(random) + text.slice(at + 1);
    default:
      return text.slice(0, at) + anyCharacter(random) + text.slice(at);
  }
}

/** Mostly from the beginning of Unicode, where the codes are; surrogates by themselves included. */
function anyCharacter(random: () => number): string {
  const reach = random() < 0.6 ? 0x80 : random() < 0.7 ? 0x3000 : 0x110000;
  return String.fromCodePoint(Math.floor(random() * reach));
}
