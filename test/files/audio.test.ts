import { deflateSync } from 'node:zlib';
import { parseBuffer } from 'music-metadata';
import { describe, expect, it } from 'vitest';
import type { AudioFindings } from '../../src/files/audio/findings.ts';
import { readAudioCodes } from '../../src/files/audio/read-audio-codes.ts';
import { ByteReader } from '../../src/files/byte-reader.ts';
import { LIMITS } from '../../src/files/limits.ts';
import { type AudioKind, SNIFF_BYTES, sniff } from '../../src/files/sniff.ts';
import * as build from './audio-builders.ts';
import { inChunks } from './chunks.ts';

const ONE = 'USRC17607839';
const TWO = 'GBAYE6900531';

async function read(file: Uint8Array, chunkBytes = 1000): Promise<AudioFindings> {
  const kind = sniff(file.subarray(0, SNIFF_BYTES)) as AudioKind;
  return readAudioCodes(new ByteReader(inChunks(file, chunkBytes), LIMITS.audioBytes), kind);
}

async function codes(file: Uint8Array, chunkBytes?: number): Promise<string[]> {
  return (await read(file, chunkBytes)).codes.map(({ text, place }) => `${place}: ${text}`);
}

describe('what another reader sees', () => {
  const files: readonly (readonly [name: string, mediaType: string, file: Buffer])[] = [
    ['MP3 with ID3v2.2', 'audio/mpeg', build.mp3(build.tag(2, [build.frame(2, 'TRC', ONE)]))],
    [
      'MP3 with ID3v2.3',
      'audio/mpeg',
      build.mp3(build.tag(3, [build.cover(3000), build.frame(3, 'TSRC', ONE)])),
    ],
    ['MP3 with ID3v2.4', 'audio/mpeg', build.mp3(build.tag(4, [build.frame(4, 'TSRC', ONE)]))],
    ['FLAC', 'audio/flac', build.flac(['TITLE=Night Bus', `ISRC=${ONE}`])],
    [
      'WAV with an ID3 chunk',
      'audio/wav',
      build.wav(build.chunk('id3 ', build.tag(3, [build.frame(3, 'TSRC', ONE)]))),
    ],
    ['AIFF', 'audio/aiff', build.aiff(build.tag(3, [build.frame(3, 'TSRC', ONE)]))],
    ['M4A', 'audio/mp4', build.m4a(build.freeForm('ISRC', ONE))],
  ];
  it.each(files)('%s: music-metadata finds the same code', async (_name, mediaType, file) => {
    const theirs = await parseBuffer(file, mediaType);
    const values = Object.values(theirs.native).flatMap((tags) => tags.map(({ value }) => value));
    expect(values).toContain(ONE);
    expect((await read(file)).codes.map(({ text }) => text)).toEqual([ONE]);
    expect((await read(file)).incomplete).toBe(false);
  });
});

describe('MP3', () => {
  it('lists several codes of one frame, however the tagger parts them', async () => {
    for (const between of ['\0', '/', '; ', ', ']) {
      const file = build.mp3(build.tag(4, [build.frame(4, 'TSRC', ONE + between + TWO)]));
      expect(await codes(file)).toEqual([`ID3 TSRC: ${ONE}`, `ID3 TSRC: ${TWO}`]);
    }
  });

  it('reads text in UTF-16 and UTF-8', async () => {
    const little = build.bytesOf([1, 0xff, 0xfe], Buffer.from(ONE, 'utf16le'));
    const big = build.bytesOf([2], Buffer.from(TWO, 'utf16le').swap16());
    const utf8 = build.bytesOf([3], Buffer.from('歌'));
    const file = build.mp3(
      build.tag(
        4,
        [little, big, utf8].map((text) => build.frame(4, 'TSRC', text)),
      ),
    );
    expect(await codes(file)).toEqual([`ID3 TSRC: ${ONE}`, `ID3 TSRC: ${TWO}`, 'ID3 TSRC: 歌']);
  });

  it('finds the frame behind a cover in a tag that is unsynchronized as a whole', async () => {
    const body = build.bytesOf(build.cover(70_001), build.frame(3, 'TSRC', ONE));
    const file = build.mp3(build.tag(3, [build.unsynchronized(body)], 0x80));
    for (const size of [7, 4096, 100_000]) expect(await codes(file, size)).toEqual([`ID3 TSRC: ${ONE}`]);
  });

  it('undoes what 2.4 does to a single frame: unsynchronization, length, compression, grouping', async () => {
    const frames = [
      build.frame(4, 'TSRC', build.bytesOf(syncLength(13), [0], ONE), 0x01),
      build.frame(4, 'TSRC', build.bytesOf([7], [0], TWO), 0x40),
      build.frame(
        4,
        'TSRC',
        build.bytesOf(syncLength(13), deflateSync(build.bytesOf([0], 'QZ1232000001'))),
        0x09,
      ),
      build.frame(
        4,
        'TSRC',
        build.unsynchronized(build.bytesOf([1, 0xff, 0xfe], Buffer.from('QZ1232000002', 'utf16le'))),
        0x02,
      ),
    ];
    const found = (await read(build.mp3(build.tag(4, frames)))).codes.map(({ text }) => text);
    expect(found).toEqual([ONE, TWO, 'QZ1232000001', 'QZ1232000002']);
  });

  it('takes the sizes that iTunes wrote with eight bits to the byte', async () => {
    const content = build.bytesOf([0], 'x'.repeat(300));
    const comment = build.bytesOf('TIT2', build.bigEndian(content.length), [0, 0], content);
    expect(await codes(build.mp3(build.tag(4, [comment, build.frame(4, 'TSRC', ONE)])))).toEqual([
      `ID3 TSRC: ${ONE}`,
    ]);
  });

  it('passes over extended headers, padding and a second tag', async () => {
    const extended = build.bytesOf(build.bigEndian(6), [0, 0, 0, 0, 0, 0]);
    const first = build.tag(3, [extended, build.frame(3, 'TSRC', ONE), Buffer.alloc(100)], 0x40);
    const second = build.tag(4, [build.frame(4, 'TSRC', TWO)]);
    expect(await codes(build.mp3(first, second))).toEqual([`ID3 TSRC: ${ONE}`, `ID3 TSRC: ${TWO}`]);
  });

  it('finds a code in a free text frame named ISRC, and names that place', async () => {
    const frames = [build.frame(3, 'TXXX', `isrc\0${ONE}`), build.frame(3, 'TXXX', `CATALOG\0${TWO}`)];
    expect(await codes(build.mp3(build.tag(3, frames)))).toEqual([`ID3 TXXX:ISRC: ${ONE}`]);
  });

  it('says that an encrypted or broken frame may hide a code', async () => {
    const locked = build.frame(3, 'TSRC', ONE, 0x40);
    const broken = build.frame(4, 'TSRC', build.bytesOf('not zlib'), 0x08);
    expect(await read(build.mp3(build.tag(3, [locked])))).toMatchObject({ codes: [], incomplete: true });
    expect(await read(build.mp3(build.tag(4, [broken])))).toMatchObject({ codes: [], incomplete: true });
  });

  it('answers that there is no code, and where it looked', async () => {
    expect(await read(build.mp3())).toEqual({
      codes: [],
      durationMs: null,
      searched: ['ID3 TSRC', 'ID3 TXXX:ISRC'],
      sourceField: null,
      incomplete: false,
    });
  });

  it('leaves the download where the tags end', async () => {
    let taken = 0;
    async function* endless() {
      yield build.mp3(build.tag(3, [build.frame(3, 'TSRC', ONE)]));
      for (;;) {
        taken++;
        yield Buffer.alloc(1000);
      }
    }
    await readAudioCodes(new ByteReader(endless(), LIMITS.audioBytes), 'mp3');
    expect(taken).toBe(0);
  });
});

describe('FLAC', () => {
  it('lists several comments and writes of the name in any case', async () => {
    const file = build.flac([`ISRC=${ONE}`, 'isrc=GBAYE6900531', 'ISRCX=no', 'LYRICS=ISRC=no']);
    expect(await codes(file, 3)).toEqual([`Vorbis comment ISRC: ${ONE}`, `Vorbis comment ISRC: ${TWO}`]);
  });

  it('is recognized behind an ID3 tag, and both are read', async () => {
    const file = build.bytesOf(build.tag(3, [build.frame(3, 'TSRC', TWO)]), build.flac([`ISRC=${ONE}`]));
    expect(await codes(file)).toEqual([`ID3 TSRC: ${TWO}`, `Vorbis comment ISRC: ${ONE}`]);
  });

  it('passes over a comment of four megabytes', async () => {
    const file = build.flac([`METADATA_BLOCK_PICTURE=${'A'.repeat(4_000_000)}`, `ISRC=${ONE}`]);
    expect(await codes(file, 65_536)).toEqual([`Vorbis comment ISRC: ${ONE}`]);
  });
});

describe('WAV', () => {
  it('finds the code of EBU Core in axml, with and without its name in front', async () => {
    for (const written of [
      `ISRC:${ONE}`,
      `urn:isrc:${ONE}`,
      `isrc: ${ONE}`,
      ONE,
      `<![CDATA[ISRC:${ONE}]]>`,
      'US&#82;C17607839',
    ]) {
      const file = build.wav(build.chunk('axml', build.ebuCore(written)));
      expect(await codes(file)).toEqual([`BWF axml: ${ONE}`]);
    }
  });

  it('reads behind the sound of an RF64 file, whose length stands elsewhere', async () => {
    expect(await codes(build.rf64(build.chunk('axml', build.ebuCore(`ISRC:${ONE}`))))).toEqual([
      `BWF axml: ${ONE}`,
    ]);
  });

  it('does not take the INFO field ISRC, which means source, for a code', async () => {
    const findings = await read(build.wav(build.info('ISRC', ONE), build.info('INAM', 'Night Bus')));
    expect(findings).toMatchObject({ codes: [], sourceField: ONE, incomplete: false });
  });

  it('takes no other identifier of the XML for an ISRC', async () => {
    const xml = build.ebuCore(TWO).replace('formatLabel="ISRC"', 'formatLabel="ISAN"');
    expect(await codes(build.wav(build.chunk('axml', xml)))).toEqual([]);
  });

  it('never expands the entities of a document type', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
    );
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${laughs.join('')}]><x><isrc>&l9;</isrc><isrc>${ONE}</isrc></x>`;
    const found = await codes(build.wav(build.chunk('axml', bomb)));
    expect(found.join().length).toBeLessThan(100);
    expect(found).toContain(`BWF axml: ${ONE}`);
  });

  it('says so when the sound of a streamed file hides where it ends', async () => {
    const file = build.wav();
    file.writeUInt32LE(0xffff_ffff, file.indexOf('data') + 4);
    expect(await read(file)).toMatchObject({ codes: [], incomplete: true });
  });
});

describe('M4A', () => {
  it('reads the free-form item, several values of it, and the item of the store', async () => {
    const file = build.m4a(
      build.atom('\u00a9nam', build.data('Night Bus')),
      build.freeForm('isrc', ONE, TWO),
      build.atom('xid ', build.data(`Sony Music:isrc:${ONE}`)),
      build.atom('xid ', build.data('Sony Music:upc:886445105360')),
      build.freeForm('CATALOGNUMBER', 'GBAYE6900532'),
    );
    expect(await codes(file, 5)).toEqual([
      `iTunes ISRC: ${ONE}`,
      `iTunes ISRC: ${TWO}`,
      `iTunes xid: ${ONE}`,
    ]);
  });

  it('leaves the download where the tags end, if they stand in front of the sound', async () => {
    let taken = 0;
    async function* endless() {
      const file = build.m4a(build.freeForm('ISRC', ONE));
      const moov = file.indexOf('moov') - 4;
      yield build.bytesOf(build.atom('ftyp', 'M4A '), file.subarray(moov), build.bigEndian(2e8), 'mdat');
      for (;;) {
        taken++;
        yield Buffer.alloc(1000);
      }
    }
    const findings = await readAudioCodes(new ByteReader(endless(), LIMITS.audioBytes), 'm4a');
    expect(findings).toMatchObject({ codes: [{ text: ONE }], incomplete: false });
    expect(taken).toBe(0);
  });

  it('reads meta as QuickTime writes it, and atoms of 64 bits', async () => {
    const meta = build.atom(
      'meta',
      build.atom('hdlr', Buffer.alloc(25)),
      build.atom('ilst', build.freeForm('ISRC', ONE)),
    );
    const movie = build.atom('udta', meta);
    const long = Buffer.alloc(8);
    long.writeBigUInt64BE(BigInt(movie.length + 16));
    const file = build.bytesOf(
      build.atom('ftyp', 'qt  ', [0, 0, 0, 0]),
      build.bigEndian(1),
      'moov',
      long,
      movie,
    );
    expect(await codes(file)).toEqual([`iTunes ISRC: ${ONE}`]);
  });
});

function syncLength(length: number): Buffer {
  return build.syncSafe(length);
}
