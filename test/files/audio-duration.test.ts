import { parseBuffer } from 'music-metadata';
import { describe, expect, it } from 'vitest';
import { mp3Duration } from '../../src/files/audio/mp3-duration.ts';
import { readAudioCodes } from '../../src/files/audio/read-audio-codes.ts';
import { ByteReader } from '../../src/files/byte-reader.ts';
import { LIMITS } from '../../src/files/limits.ts';
import { type AudioKind, SNIFF_BYTES, sniff } from '../../src/files/sniff.ts';
import * as build from './audio-builders.ts';
import { inChunks } from './chunks.ts';

async function durationOf(file: Uint8Array, chunkBytes = 1000): Promise<number | null> {
  const kind = sniff(file.subarray(0, SNIFF_BYTES)) as AudioKind;
  const reader = new ByteReader(inChunks(file, chunkBytes), LIMITS.audioBytes);
  const { durationMs } = await readAudioCodes(reader, kind);
  return kind === 'mp3' ? await mp3Duration(reader) : durationMs;
}

/** One frame of silence: MPEG 1 layer III, 44.1 kHz, at 128 kbit/s or as the third byte says. */
function frame(third = 0x90, bytes = 417, inside: Uint8Array = Buffer.alloc(0)): Buffer {
  return build.bytesOf([0xff, 0xfb, third, 0x00], inside, Buffer.alloc(bytes - 4 - inside.length));
}

function frames(count: number): Buffer {
  return Buffer.concat(Array.from({ length: count }, () => frame()));
}

/** The frame in which an encoder says how many frames and bytes follow. */
const xing = (count: number, name = 'Xing') => {
  const sizes = [build.bigEndian(3), build.bigEndian(count), build.bigEndian(count * 417)];
  return frame(0x90, 417, build.bytesOf(Buffer.alloc(32), name, ...sizes));
};

function flacOf(rate: number, samples: number): Buffer {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(4096, 0);
  info.writeUInt16BE(4096, 2);
  info.writeUIntBE((rate << 4) | 0b0010, 10, 3);
  info.writeUInt8(0xf0 | Math.floor(samples / 2 ** 32), 13);
  info.writeUInt32BE(samples % 2 ** 32, 14);
  return build.bytesOf('fLaC', [0x80], build.bigEndian(34, 3), info, Buffer.alloc(100, 0x55));
}

function m4aOf(version: 0 | 1, scale: number, units: number): Buffer {
  const header = Buffer.alloc(112);
  header.writeUInt8(version, 0);
  if (version === 0) header.writeUInt32BE(units, 16);
  else header.writeBigUInt64BE(BigInt(units), 24);
  header.writeUInt32BE(scale, version === 0 ? 12 : 20);
  return build.bytesOf(
    build.atom('ftyp', 'M4A ', build.bigEndian(0), 'M4A mp42'),
    build.atom('moov', build.atom('mvhd', header)),
  );
}

describe('how long a file lasts', () => {
  const files: readonly (readonly [name: string, mediaType: string, file: Buffer])[] = [
    ['WAV', 'audio/wav', build.wav()],
    ['FLAC', 'audio/flac', flacOf(44_100, 9_746_100)],
    ['MP3 of one bit rate', 'audio/mpeg', build.mp3(build.tag(3, [build.frame(3, 'TIT2', 'x')]), frames(40))],
    ['MP3 whose first frame says it', 'audio/mpeg', build.bytesOf(xing(8462), frames(5))],
    ['the same under its other name', 'audio/mpeg', build.bytesOf(xing(8462, 'Info'), frames(5))],
    ['AIFF', 'audio/aiff', build.aiff()],
  ];
  it.each(files)('%s: as music-metadata reckons', async (_name, mediaType, file) => {
    const { format } = await parseBuffer(file, mediaType, { duration: true });
    const seconds = format.duration ?? Number.NaN;
    for (const chunkBytes of [7, 1000, 100_000]) {
      expect(Math.abs(((await durationOf(file, chunkBytes)) ?? -1) - seconds * 1000)).toBeLessThan(1);
    }
  });

  it.each([
    ['FLAC of more samples than 32 bits count', flacOf(192_000, 2 ** 33), 44_739_243],
    ['RF64', build.rf64(), 21],
    ['MP3 of several bit rates', build.bytesOf(frames(20), frame(0xb0, 626), frames(20)), 1071],
    ['M4A', m4aOf(0, 44_100, 9_746_100), 221_000],
    ['M4A of 64 bits', m4aOf(1, 48_000, 10_608_000), 221_000],
  ])('%s', async (_name, file, ms) => {
    for (const chunkBytes of [7, 100_000]) expect(await durationOf(file, chunkBytes)).toBe(ms);
  });

  it('counts all frames where none says it, whatever stands in front of them and behind', async () => {
    const file = build.bytesOf(Buffer.alloc(300), frames(100), 'TAG', Buffer.alloc(125));
    expect(await mp3Duration(new ByteReader(inChunks(file), LIMITS.audioBytes))).toBe(2612);
  });

  it.each([
    ['an encoder that did not know', flacOf(44_100, 0)],
    ['no rate', flacOf(0, 1000)],
    ['a live stream', m4aOf(0, 1000, 0xffff_ffff)],
    ['no scale', m4aOf(0, 0, 1000)],
    ['a tag alone', build.tag(3, [build.frame(3, 'TIT2', 'x')])],
    ['noise', build.bytesOf('ID3', [3, 0, 0], build.syncSafe(0), Buffer.alloc(70_000, 0x55))],
    ['a WAV without a format', build.bytesOf('RIFF', [0, 0, 0, 0], 'WAVE', build.chunk('data', 'xx'))],
  ])('says nothing of %s', async (_name, file) => {
    expect(await durationOf(file)).toBeNull();
  });
});
