import { LIMITS } from '../limits.ts';
import { codesInAxml } from './axml.ts';
import type { Gathering } from './findings.ts';
import { readId3 } from './id3.ts';
import { type Bytes, Region } from './region.ts';

/** Streamed RIFF files, and RF64 in its 32-bit field, put this where the length is not known. */
const UNKNOWN = 0xffff_ffff;

type Order = 'little' | 'big';

/**
 * The codes in a WAV file (BWF, RF64 and BW64 too): in `axml`, where broadcasters put them, and in an ID3 tag,
 * where music taggers do. Sound is passed over.
 *
 * @see EBU Tech 3285 supplement 5 (axml), Tech 3352 (ISRC in BWF), Tech 3306 and ITU-R BS.2088 (RF64, BW64)
 */
export async function readWav(file: Bytes, gathering: Gathering): Promise<void> {
  await file.skip('RIFF????WAVE'.length);
  let longDataBytes: number | null = null;
  let bytesPerSecond = 0;
  await eachChunk(file, 'little', gathering, async (id, chunk) => {
    if (id === 'ds64') longDataBytes = await readDataLength(chunk);
    else if (id === 'fmt ') bytesPerSecond = await readByteRate(chunk);
    else if (id === 'data') {
      const length = chunk.left === UNKNOWN ? longDataBytes : chunk.left;
      if (length !== null) gathering.lasts(length, bytesPerSecond);
      return chunk.left === UNKNOWN ? restOfData(longDataBytes) : null;
    } else if (id === 'axml') await readAxml(chunk, gathering);
    else if (id === 'id3 ') await readId3(chunk, gathering);
    else if (id === 'list') await readInfo(chunk, gathering);
    return null;
  });
}

/** The codes in the ID3 tag of an AIFF or AIFF-C file. */
export async function readAiff(file: Bytes, gathering: Gathering): Promise<void> {
  await file.skip('FORM????AIFF'.length);
  await eachChunk(file, 'big', gathering, async (id, chunk) => {
    if (id === 'comm') await readCommon(chunk, gathering);
    else if (id === 'id3 ') await readId3(chunk, gathering);
    return null;
  });
}

/** `look` sees each chunk under its id in small letters; it returns the length where the announced one is wrong. */
async function eachChunk(
  file: Bytes,
  order: Order,
  gathering: Gathering,
  look: (id: string, chunk: Region) => Promise<number | null>,
): Promise<void> {
  for (;;) {
    const header = Buffer.from(await file.read(8));
    // Many writers leave a byte or two behind the last chunk.
    if (header.length < 8) return;
    gathering.part();
    const length = order === 'big' ? header.readUInt32BE(4) : header.readUInt32LE(4);
    const chunk = new Region(file, length);
    const realLength = await look(header.toString('latin1', 0, 4).toLowerCase(), chunk);
    const end = realLength === null ? chunk : new Region(file, realLength);
    await end.leave();
    if (end.cutShort) gathering.incomplete = true;
    // Chunks begin at even places.
    if ((realLength ?? length) % 2 === 1) await file.skip(1);
  }
}

/** The length that RF64 keeps apart; without it the sound goes on to the end of the file. */
function restOfData(longDataBytes: number | null): number {
  return longDataBytes ?? Number.MAX_SAFE_INTEGER;
}

async function readDataLength(chunk: Region): Promise<number | null> {
  const sizes = Buffer.from(await chunk.read(16));
  const length = sizes.length < 16 ? 0n : sizes.readBigUInt64LE(8);
  return length > 0n && length < BigInt(Number.MAX_SAFE_INTEGER) ? Number(length) : null;
}

async function readByteRate(chunk: Region): Promise<number> {
  const format = Buffer.from(await chunk.read(12));
  return format.length < 12 ? 0 : format.readUInt32LE(8);
}

/** How many frames of samples there are, and their rate: an 80-bit number of which the top half is enough. */
async function readCommon(chunk: Region, gathering: Gathering): Promise<void> {
  const common = Buffer.from(await chunk.read(18));
  if (common.length < 18) return;
  const exponent = common.readUInt16BE(8) - 16_383 - 31;
  gathering.lasts(common.readUInt32BE(2), common.readUInt32BE(10) * 2 ** exponent);
}

async function readAxml(chunk: Region, gathering: Gathering): Promise<void> {
  if (chunk.left > LIMITS.tagBytes) gathering.incomplete = true;
  for (const text of codesInAxml(await chunk.read(LIMITS.tagBytes))) gathering.add(text, 'BWF axml');
}

/** LIST chunks of the type INFO hold fields of text, one of which is named ISRC for something else. */
async function readInfo(chunk: Region, gathering: Gathering): Promise<void> {
  if (Buffer.from(await chunk.read(4)).toString('latin1') !== 'INFO') return;
  while (chunk.left >= 8) {
    gathering.part();
    const header = Buffer.from(await chunk.read(8));
    if (header.length < 8) return;
    const field = new Region(chunk, header.readUInt32LE(4));
    const padding = field.left % 2;
    if (header.toString('latin1', 0, 4) === 'ISRC') {
      const text = Buffer.from(await field.read(256))
        .toString('utf8')
        .replace(/\0[\s\S]*/, '')
        .trim();
      if (text !== '') gathering.sourceField = text;
    }
    await field.leave();
    await chunk.skip(padding);
  }
}
