import { looksLikeUtf16 } from './utf16.ts';

export type AudioKind = 'mp3' | 'flac' | 'wav' | 'm4a' | 'aiff';

/** Files we can name but not read codes from. */
export type ForeignKind =
  | 'excel'
  | 'numbers'
  | 'openDocument'
  | 'word'
  | 'oldOffice'
  | 'richText'
  | 'pdf'
  | 'archive'
  | 'image'
  | 'video'
  | 'otherAudio'
  | 'midi'
  | 'program'
  | 'database'
  | 'unknown';

export type FileKind = 'text' | AudioKind | ForeignKind | 'empty';

/** How much of a file `sniff` wants to see. */
export const SNIFF_BYTES = 4096;

/** How files of a kind begin, as Latin-1: one character per byte, `?` for any. */
type Sign = readonly [kind: FileKind, bytes: string];

/** First match wins. */
const SIGNS: readonly Sign[] = [
  ['mp3', 'ID3\x02'],
  ['mp3', 'ID3\x03'],
  ['mp3', 'ID3\x04'],
  ['flac', 'fLaC'],
  ['wav', 'RIFF????WAVE'],
  ['wav', 'RF64????WAVE'],
  ['wav', 'BW64????WAVE'],
  ['aiff', 'FORM????AIFF'],
  ['aiff', 'FORM????AIFC'],
  ['image', 'RIFF????WEBP'],
  ['video', 'RIFF????AVI '],
  ['image', '????ftyphei'],
  ['image', '????ftypmif1'],
  ['image', '????ftypavif'],
  ['m4a', '????ftyp'],
  ['otherAudio', 'OggS\x00'],
  ['otherAudio', '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  ['otherAudio', 'MAC \x96\x0f'],
  ['otherAudio', 'wvpk'],
  ['otherAudio', 'DSD \x1c'],
  ['otherAudio', 'FRM8\x00'],
  ['otherAudio', 'caff\x00'],
  ['midi', 'MThd\x00'],
  ['video', '\x1a\x45\xdf\xa3'],
  ['pdf', '%PDF-'],
  ['richText', '{\\rtf'],
  ['oldOffice', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['image', '\x89PNG\r\n\x1a\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF87a'],
  ['image', 'GIF89a'],
  ['image', 'II*\x00'],
  ['image', 'MM\x00*'],
  ['image', '8BPS\x00'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', '\xfd7zXZ\x00'],
  ['program', '\x7fELF'],
  ['program', '\xcf\xfa\xed\xfe'],
  ['program', '\xca\xfe\xba\xbe'],
  ['database', 'SQLite format 3\x00'],
];

/** Names found in the first entries of a zip that is somebody's document. */
const ZIPPED: readonly (readonly [kind: ForeignKind, name: string])[] = [
  ['excel', 'xl/'],
  ['word', 'word/'],
  ['openDocument', 'mimetypeapplication/vnd.oasis.opendocument'],
  ['numbers', 'Index/'],
];

/**
 * What a file really is, by its bytes: names and announced types are only claims.
 *
 * @param head the first `SNIFF_BYTES` of the file, or all of it
 * @returns `text` for whatever reads as characters in some encoding, `unknown` for other bytes we cannot name
 */
export function sniff(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const sign = SIGNS.find(([, bytes]) => begins(text, bytes));
  if (sign !== undefined) return sign[0];
  if (text.startsWith('PK\x03\x04')) return ZIPPED.find(([, name]) => text.includes(name))?.[0] ?? 'archive';
  if (startsWithMpegFrame(head)) return 'mp3';
  if (startsWithAdtsFrame(head)) return 'otherAudio';
  if (looksLikeUtf16(head) !== null) return 'text';
  if (readsAsText(head)) return 'text';
  // These two letters start many a title, so they count only where the rest is no text.
  if (text.startsWith('MZ')) return 'program';
  if (text.startsWith('BM')) return 'image';
  if (text.startsWith('BZh')) return 'archive';
  return 'unknown';
}

function begins(text: string, bytes: string): boolean {
  if (text.length < bytes.length) return false;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] !== '?' && bytes[index] !== text[index]) return false;
  }
  return true;
}

/** A header that names a real bit rate and sampling rate of layer III; a byte order mark (FF FE) is none. */
function startsWithMpegFrame(head: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const layerThree = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return layerThree && third >> 4 !== 0xf && third >> 4 !== 0 && (third & 0x0c) !== 0x0c;
}

function startsWithAdtsFrame(head: Uint8Array): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;
}

/**
 * Text holds next to no control characters; compressed or machine data about one byte in ten. A stray NUL
 * from a broken export is forgiven.
 */
function readsAsText(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  return controls <= Math.max(2, head.length / 50);
}
