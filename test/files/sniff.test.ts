import { describe, expect, it } from 'vitest';
import { type FileKind, sniff } from '../../src/files/sniff.ts';
import * as build from './audio-builders.ts';

const zip = (name: string, content = '') =>
  build.bytesOf(
    'PK\x03\x04',
    [20, 0, 0, 0, 8, 0],
    Buffer.alloc(16),
    [name.length, 0, 0, 0],
    name,
    content,
    [0x4b, 0x9f, 0x00],
  );

const rows: readonly (readonly [what: string, kind: FileKind, bytes: Buffer])[] = [
  ['nothing at all', 'empty', Buffer.alloc(0)],
  ['a list', 'text', Buffer.from('USRC17607839\nGBAYE6900531\n')],
  ['one letter', 'text', Buffer.from('x')],
  ['text in Big5', 'text', Buffer.from([0xba, 0x71, 0xa4, 0xe2, 0x2c, 0x31])],
  ['UTF-16 with its mark', 'text', Buffer.from('\ufeffISRC\t1', 'utf16le')],
  ['UTF-16 without a mark', 'text', Buffer.from('Title\tISRC', 'utf16le')],
  ['text with a stray NUL', 'text', Buffer.from('Title,ISRC\nNight\0 Bus,USRC17607839')],
  ['a title that begins like a bitmap', 'text', Buffer.from('BMG catalog')],
  ['a title that begins like a program', 'text', Buffer.from('MZ song')],
  ['a title that begins like a tag', 'text', Buffer.from('ID3 and other tags, a song')],
  ['MP3 with a tag', 'mp3', build.mp3(build.tag(3, []))],
  ['MP3 without one', 'mp3', build.mp3Sound()],
  ['FLAC', 'flac', build.flac([])],
  ['WAV', 'wav', build.wav()],
  ['RF64', 'wav', build.rf64()],
  ['AIFF', 'aiff', build.aiff()],
  ['M4A', 'm4a', build.m4a()],
  ['AAC without a container', 'otherAudio', build.bytesOf([0xff, 0xf1, 0x50, 0x80], Buffer.alloc(40))],
  ['Ogg', 'otherAudio', build.bytesOf('OggS', [0, 2], Buffer.alloc(40))],
  ['MIDI', 'midi', build.bytesOf('MThd', [0, 0, 0, 6])],
  ['an Excel workbook', 'excel', zip('[Content_Types].xml', '....PK\x03\x04xl/workbook.xml')],
  ['a Word document', 'word', zip('[Content_Types].xml', '....PK\x03\x04word/document.xml')],
  [
    'an OpenDocument table',
    'openDocument',
    zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
  ],
  ['a Numbers document', 'numbers', zip('Index/Document.iwa')],
  ['a zip', 'archive', zip('songs/one.mp3')],
  ['an old Excel file', 'oldOffice', build.bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', Buffer.alloc(40))],
  ['a PDF', 'pdf', Buffer.from('%PDF-1.7\n')],
  ['rich text', 'richText', Buffer.from('{\\rtf1\\ansi USRC17607839}')],
  ['a photo', 'image', build.bytesOf([0xff, 0xd8, 0xff, 0xe0], Buffer.alloc(40))],
  ['a photo of a phone', 'image', build.bytesOf([0, 0, 0, 24], 'ftypheic', Buffer.alloc(40))],
  ['a bitmap', 'image', build.bytesOf('BM', Buffer.alloc(40))],
  ['a program', 'program', build.bytesOf('MZ', Buffer.alloc(60), 'This program cannot be run')],
  ['a database', 'database', build.bytesOf('SQLite format 3\0', Buffer.alloc(40))],
  [
    'noise',
    'unknown',
    Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256)),
  ],
];

describe('what a file is', () => {
  it.each(rows)('%s: %s', (_what, kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });
});
