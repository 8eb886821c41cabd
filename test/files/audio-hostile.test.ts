import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readAudioCodes } from '../../src/files/audio/read-audio-codes.ts';
import { ByteReader } from '../../src/files/byte-reader.ts';
import { LIMITS } from '../../src/files/limits.ts';
import type { AudioKind } from '../../src/files/sniff.ts';
import * as build from './audio-builders.ts';
import { inChunks } from './chunks.ts';

const CODE = 'USRC17607839';
const NOTHING = { codes: [], sourceField: null };

const WHOLE: Readonly<Record<AudioKind, Buffer>> = {
  mp3: build.mp3(build.tag(4, [build.cover(300, 4), build.frame(4, 'TSRC', CODE)])),
  flac: build.flac(['TITLE=Night Bus', `ISRC=${CODE}`]),
  wav: build.wav(build.info('ISRC', CODE), build.chunk('axml', build.ebuCore(`ISRC:${CODE}`))),
  aiff: build.aiff(build.tag(3, [build.frame(3, 'TSRC', CODE)])),
  m4a: build.m4a(build.freeForm('ISRC', CODE)),
};
const KINDS = Object.keys(WHOLE) as AudioKind[];

function read(kind: AudioKind, file: Uint8Array | AsyncIterable<Uint8Array>) {
  const bytes = file instanceof Uint8Array ? inChunks(file) : file;
  return readAudioCodes(new ByteReader(bytes, LIMITS.audioBytes), kind);
}

/** A file of as many bytes as anybody reads, without the memory for them. */
async function* padded(head: Uint8Array, sizeBytes: number): AsyncGenerator<Uint8Array> {
  yield head;
  const zeros = Buffer.alloc(1024 * 1024);
  for (let sent = head.length; sent < sizeBytes; sent += zeros.length) yield zeros;
}

async function* repeated(head: Uint8Array, part: Uint8Array, sizeBytes: number): AsyncGenerator<Uint8Array> {
  yield head;
  const many = Buffer.alloc(part.length * 10_000, part);
  for (let sent = head.length; sent < sizeBytes; sent += many.length) yield many;
}

describe('hostile audio', () => {
  property.prop([fc.constantFrom(...KINDS), fc.nat()], { numRuns: 400 })(
    'a file cut off anywhere gives what stood before the cut, and never an error',
    async (kind, seed) => {
      const file = WHOLE[kind].subarray(0, seed % WHOLE[kind].length);
      const { codes, incomplete } = await read(kind, file);
      expect(codes.every(({ text }) => CODE.startsWith(text))).toBe(true);
      if (codes.some(({ text }) => text !== CODE)) expect(incomplete).toBe(true);
    },
  );

  property.prop([fc.constantFrom(...KINDS), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 })], {
    numRuns: 2000,
  })('changed bytes anywhere are survived', async (kind, changes) => {
    const file = Buffer.from(WHOLE[kind]);
    for (const [at, byte] of changes) file[at % file.length] = byte;
    await expect(read(kind, file)).resolves.toHaveProperty('codes');
  });

  property.prop([fc.constantFrom(...KINDS), fc.uint8Array({ maxLength: 2000 })], { numRuns: 1000 })(
    'bytes without any sense are survived',
    async (kind, bytes) => {
      await expect(read(kind, bytes)).resolves.toHaveProperty('codes');
    },
  );

  it('a length that was only announced costs nothing and is called incomplete', async () => {
    const most = [0xff, 0xff, 0xff, 0xff] as const;
    const files: readonly (readonly [AudioKind, Buffer])[] = [
      ['mp3', build.bytesOf('ID3', [3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f], 'TSRC', most, [0, 0, 0], 'US')],
      ['mp3', build.bytesOf('ID3', [3, 0, 0x80, 0x7f, 0x7f, 0x7f, 0x7f], 'APIC', most, [0, 0, 0], 'US')],
      ['flac', build.bytesOf('fLaC', [0x84, 0xff, 0xff, 0xff], most, 'maker')],
      ['flac', build.bytesOf('fLaC', [0x84, 0, 0, 12], [0, 0, 0, 0], most, most)],
      ['wav', build.bytesOf('RIFF', most, 'WAVE', 'axml', most, '<isrc>')],
      ['aiff', build.bytesOf('FORM', most, 'AIFF', 'ID3 ', most)],
      ['m4a', build.bytesOf(build.atom('ftyp', 'M4A '), [0, 0, 0, 1], 'moov', [0x7f], Buffer.alloc(7, 0xff))],
      ['m4a', build.bytesOf(build.atom('ftyp', 'M4A '), [0xff, 0xff, 0xff, 0xff], 'moov')],
      ['m4a', build.bytesOf(build.atom('ftyp', 'M4A '), [0, 0, 0, 3], 'moov')],
    ];
    for (const [kind, file] of files)
      expect(await read(kind, file)).toMatchObject({ ...NOTHING, incomplete: true });
  });

  it('a file made of nothing but tiny parts ends the walk, not the process', async () => {
    const files: readonly (readonly [AudioKind, AsyncIterable<Uint8Array>])[] = [
      [
        'mp3',
        repeated(build.bytesOf('ID3', [3, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f]), build.frame(3, 'TIT2', ''), 2e8),
      ],
      ['mp3', repeated(Buffer.alloc(0), build.tag(3, []), 2e8)],
      ['flac', repeated(build.bytesOf('fLaC'), Buffer.from([1, 0, 0, 0]), 2e8)],
      ['wav', repeated(build.bytesOf('RIFF....WAVE'), build.chunk('junk', ''), 2e8)],
      ['m4a', repeated(build.atom('ftyp', 'M4A '), build.atom('free'), 2e8)],
    ];
    for (const [kind, file] of files)
      expect(await read(kind, file)).toMatchObject({ ...NOTHING, incomplete: true });
  });

  it('codes without end stop at a hundred', async () => {
    const codes = Array.from({ length: 101 }, (_, index) => `USRC176${String(index).padStart(5, '0')}`);
    const frames = codes.map((code) => build.frame(4, 'TSRC', code));
    const findings = await read('mp3', build.mp3(build.tag(4, frames)));
    expect(findings.codes).toHaveLength(100);
    expect(findings.incomplete).toBe(true);
  });

  it('a compressed frame that would unfold to gigabytes is not unfolded', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = deflateSync(Buffer.alloc(1_000_000, 'A'));
    const findings = await read('mp3', build.mp3(build.tag(4, [build.frame(4, 'TSRC', bomb, 0x08)])));
    expect(findings).toMatchObject({ ...NOTHING, incomplete: true });
  });

  it('XML that opens elements without end is walked in time that grows with its length', async () => {
    const deep = '<a>'.repeat(300_000);
    const quoted = `<${'x'.repeat(900_000)}`;
    for (const xml of [
      deep,
      quoted,
      '&'.repeat(1_000_000),
      '<!--'.repeat(250_000),
      '<![CDATA['.repeat(100_000),
    ]) {
      expect(await read('wav', build.wav(build.chunk('axml', xml)))).toMatchObject({ codes: [] });
    }
  });

  it('more bytes than audio may have end in a refusal, whatever size was announced', async () => {
    const file = padded(build.bytesOf('RIFF....WAVEdata', [0xff, 0xff, 0xff, 0xff]), LIMITS.audioBytes + 1);
    await expect(read('wav', file)).rejects.toMatchObject({
      problem: { code: 'file.too-large', details: { limitMegabytes: 256 } },
    });
  });
});
