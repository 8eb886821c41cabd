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
  await eachChunk(file, 'little', gathering, async (id, chunk) => {
    if (id === 'ds64') longDataBytes = await readDataLength(chunk);
    else if (id === 'data' && chunk.left === UNKNOWN) return restOfData(longDataBytes);
    else if (id === 'axml') await readAxml(chunk, gathering);
    else if (id === 'id3 ') await readId3(chunk, gathering);
    else if (id === 'list') await readInfo(chunk, gathering);
    return null;
  });
}

/** The codes in the ID3 tag of an AIFF or AIFF-C file. */
export async function readAiff(file: Bytes, gathering: Gathering): Promise<void> {
  await file.skip('FORM????AIFF'.length);
  await eachChunk(file, 'big', gathering, async (id, chunk) => {
    if (id === 'id3 ') await readId3(chunk, gathering);
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
