import { inflateSync } from 'node:zlib';
import type { Gathering } from './findings.ts';
import { decodeId3Text } from './id3-text.ts';
import { type Bytes, Region } from './region.ts';
import { UnsyncedRegion, withoutUnsync } from './unsync.ts';

const HEADER_BYTES = 10;
/** Text frames above this hold no code. */
const FRAME_BYTES = 4096;

type Tag = {
  readonly major: number;
  readonly unsynced: boolean;
  readonly body: Bytes & { readonly left: number };
};
type Frame = { readonly id: string; readonly size: number; readonly flags: number };

/**
 * The ISRCs of all ID3v2 tags that stand here one behind the other: frames TSRC (TRC in version 2.2), and TXXX
 * frames that are named ISRC. Covers are passed over without being held.
 *
 * @see id3.org, ID3 tag version 2.4.0 main structure and native frames; 2.3.0; 2.2.0
 */
export async function readId3(file: Bytes, gathering: Gathering): Promise<void> {
  for (;;) {
    const header = await file.peek(HEADER_BYTES);
    if (header.length < HEADER_BYTES || Buffer.from(header).toString('latin1', 0, 3) !== 'ID3') return;
    gathering.part();
    await file.skip(HEADER_BYTES);
    const [, , , major = 0, , flags = 0] = header;
    const region = new Region(file, syncSafe(header, 6));
    const unsynced = (flags & 0x80) !== 0;
    // Up to 2.3 the whole tag is unsynchronized, sizes included; from 2.4 on each frame for itself.
    const body = unsynced && major < 4 ? new UnsyncedRegion(region) : region;
    if (major >= 2 && major <= 4) {
      if ((flags & 0x40) !== 0 && major > 2) await skipExtendedHeader(body, major);
      await readFrames({ major, unsynced, body }, gathering);
    }
    await region.leave();
    if (region.cutShort) gathering.incomplete = true;
    if (major === 4 && (flags & 0x10) !== 0) await file.skip(HEADER_BYTES);
  }
}

async function skipExtendedHeader(body: Bytes, major: number): Promise<void> {
  const size = await body.read(4);
  // The size of 2.4 counts its own four bytes, that of 2.3 does not.
  await body.skip(major === 4 ? Math.max(0, syncSafe(size, 0) - 4) : bigEndian(size, 0, 4));
}

async function readFrames(tag: Tag, gathering: Gathering): Promise<void> {
  for (;;) {
    const frame = await readFrameHeader(tag);
    if (frame === null) return;
    gathering.part();
    const wanted = ['TSRC', 'TRC', 'TXXX', 'TXX'].includes(frame.id) && frame.size <= FRAME_BYTES;
    if (!wanted) {
      await tag.body.skip(frame.size);
      continue;
    }
    const content = unwrap(await tag.body.read(frame.size), frame, tag);
    if (content === null) gathering.incomplete = true;
    else addFrame(frame.id, decodeId3Text(content), gathering);
  }
}

function addFrame(id: string, values: readonly string[], gathering: Gathering): void {
  if (id === 'TSRC' || id === 'TRC') {
    for (const value of values) gathering.add(value, 'ID3 TSRC');
  } else if (values[0]?.toUpperCase() === 'ISRC') {
    for (const value of values.slice(1)) gathering.add(value, 'ID3 TXXX:ISRC');
  }
}

/** null where the frames end: at the padding, at the end of the tag, or where something else begins. */
async function readFrameHeader({ major, body }: Tag): Promise<Frame | null> {
  const idLength = major === 2 ? 3 : 4;
  const length = major === 2 ? 6 : 10;
  const header = await body.read(length);
  const id = Buffer.from(header).toString('latin1', 0, idLength);
  if (header.length < length || !/^[A-Z0-9]+$/.test(id)) return null;
  if (major === 2) return { id, size: bigEndian(header, 3, 3), flags: 0 };
  const size = major === 3 ? bigEndian(header, 4, 4) : await frameSizeOf24(header, body);
  return { id, size, flags: header[9] ?? 0 };
}

/**
 * Sizes of version 2.4 have seven bits to the byte, yet iTunes long wrote eight. Where the two readings differ, the
 * one that leads to another frame, to padding or to the end of the tag is right.
 */
async function frameSizeOf24(header: Uint8Array, body: Tag['body']): Promise<number> {
  const plain = bigEndian(header, 4, 4);
  if (header.subarray(4, 8).some((byte) => byte >= 0x80)) return plain;
  const safe = syncSafe(header, 4);
  if (safe === plain || plain > 64 * 1024 || plain > body.left) return safe;
  const ahead = await body.peek(plain + 4);
  return !frameBegins(ahead, safe, body.left) && frameBegins(ahead, plain, body.left) ? plain : safe;
}

function frameBegins(ahead: Uint8Array, at: number, left: number): boolean {
  const id = Buffer.from(ahead.subarray(at, at + 4)).toString('latin1');
  return at === left || /^([A-Z0-9]{4}|\0+)$/.test(id);
}

/** What a frame holds under its flags. null: encrypted or broken. */
function unwrap(bytes: Uint8Array, { flags }: Frame, { major, unsynced }: Tag): Uint8Array | null {
  if (major === 2) return bytes;
  const bits =
    major === 3
      ? { zip: 0x80, lock: 0x40, group: 0x20, length: 0 }
      : { zip: 8, lock: 4, group: 0x40, length: 1 };
  if ((flags & bits.lock) !== 0) return null;
  const plain = major === 4 && (unsynced || (flags & 2) !== 0) ? withoutUnsync(bytes) : bytes;
  const zipped = (flags & bits.zip) !== 0;
  const lengthBytes = (major === 3 ? zipped : (flags & bits.length) !== 0) ? 4 : 0;
  const content = plain.subarray(lengthBytes + ((flags & bits.group) === 0 ? 0 : 1));
  return zipped ? inflated(content) : content;
}

function inflated(content: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(content, { maxOutputLength: FRAME_BYTES });
  } catch {
    // Not zlib data, or far more of it than a code needs.
    return null;
  }
}

/** Seven bits to the byte. */
function syncSafe(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = at; index < at + 4; index++) value = value * 128 + ((bytes[index] ?? 0) & 0x7f);
  return value;
}

function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index++) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
