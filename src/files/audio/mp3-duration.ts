import type { Bytes } from './region.ts';

/** What may stand in front of the first frame: padding that a tag forgot to count, a second tag of another kind. */
const MOST_PASSED = 64 * 1024;
const HEADER_BYTES = 4;
/** Where encoders write how many frames there are: within the first frame. */
const FIRST_BYTES = 200;

/** By version (MPEG 1; MPEG 2 and 2.5) and the four bits of the header; 0: no bit rate that a frame can say. */
const KILOBITS = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
] as const;
const RATES = [44_100, 48_000, 32_000] as const;

type Frame = { readonly bytes: number; readonly samples: number; readonly rate: number };

/**
 * How long the sound of an MP3 lasts, from behind its tags on: as its first frame says it, or by counting all frames, for
 * which the file is read to its end.
 *
 * @returns null where there is no sound of layer III
 * @see ISO/IEC 11172-3 and 13818-3, the frame header; the Xing, Info and VBRI frames of the encoders
 */
export async function mp3Duration(file: Bytes): Promise<number | null> {
  const first = await findFirst(file);
  if (first === null) return null;
  const announced = framesSaid(Buffer.from(await file.peek(FIRST_BYTES)));
  const frames = announced ?? (await countFrames(file, first));
  return Math.round((frames * first.samples * 1000) / first.rate);
}

/** Leaves the file at the first frame behind which another one, or the end, stands. */
async function findFirst(file: Bytes): Promise<Frame | null> {
  for (let passed = 0; passed < MOST_PASSED; passed += 1) {
    const frame = readFrame(await file.peek(HEADER_BYTES));
    if (frame !== null) {
      const ahead = await file.peek(frame.bytes + HEADER_BYTES);
      const next = ahead.subarray(frame.bytes);
      if (next.length < HEADER_BYTES || readFrame(next) !== null) return frame;
    }
    if ((await file.skip(1)) === 0) return null;
  }
  return null;
}

async function countFrames(file: Bytes, first: Frame): Promise<number> {
  let count = 0;
  for (let frame: Frame | null = first; frame !== null; count += 1) {
    if ((await file.skip(frame.bytes)) < frame.bytes) break;
    frame = readFrame(await file.peek(HEADER_BYTES));
  }
  return count;
}

function framesSaid(first: Buffer): number | null {
  const isMono = ((first[3] ?? 0) & 0xc0) === 0xc0;
  const isFirstVersion = ((first[1] ?? 0) & 0x18) === 0x18;
  const sideInfo = isFirstVersion ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const at = HEADER_BYTES + sideInfo;
  const name = first.toString('latin1', at, at + 4);
  const says = first.length >= at + 12 && (first.readUInt32BE(at + 4) & 1) === 1;
  if ((name === 'Xing' || name === 'Info') && says) return first.readUInt32BE(at + 8) || null;
  const isVbri = first.toString('latin1', 36, 40) === 'VBRI' && first.length >= 54;
  return isVbri ? first.readUInt32BE(50) || null : null;
}

/** null for what is no header of a layer III frame. */
function readFrame(header: Uint8Array): Frame | null {
  const [sync = 0, second = 0, third = 0] = header;
  const version = (second >> 3) & 3;
  if (sync !== 0xff || (second & 0xe0) !== 0xe0 || version === 1 || ((second >> 1) & 3) !== 1) return null;
  const isFirst = version === 3;
  const kilobits = KILOBITS[isFirst ? 0 : 1][third >> 4] ?? 0;
  const base = RATES[(third >> 2) & 3];
  if (kilobits === 0 || base === undefined) return null;
  const rate = isFirst ? base : version === 2 ? base / 2 : base / 4;
  const samples = isFirst ? 1152 : 576;
  const padding = (third >> 1) & 1;
  return { bytes: Math.floor((samples * kilobits * 125) / rate) + padding, samples, rate };
}
