import type { Gathering } from './findings.ts';
import { type Bytes, Region } from './region.ts';

const STREAM_INFO = 0;
const VORBIS_COMMENT = 4;
/** Comments above this hold no code: covers in base64, lyrics. */
const COMMENT_BYTES = 4096;

/**
 * The ISRC comments of a FLAC file, of which there may be several.
 *
 * @see xiph.org, FLAC format: metadata blocks; Vorbis I comment field specification
 */
export async function readFlac(file: Bytes, gathering: Gathering): Promise<void> {
  await file.skip('fLaC'.length);
  for (;;) {
    const header = await file.read(4);
    if (header.length < 4) {
      gathering.incomplete = true;
      return;
    }
    gathering.part();
    const [flags = 0, high = 0, middle = 0, low = 0] = header;
    const block = new Region(file, high * 65_536 + middle * 256 + low);
    if ((flags & 0x7f) === STREAM_INFO) await readStreamInfo(block, gathering);
    if ((flags & 0x7f) === VORBIS_COMMENT) await readComments(block, gathering);
    await block.leave();
    if (block.cutShort) gathering.incomplete = true;
    if ((flags & 0x80) !== 0 || block.cutShort) return;
  }
}

/** Rate of the samples in 20 bits, and how many there are in 36; 0 where the encoder did not know. */
async function readStreamInfo(block: Region, gathering: Gathering): Promise<void> {
  const info = Buffer.from(await block.read(18));
  if (info.length < 18) return;
  const rate = info.readUIntBE(10, 3) >>> 4;
  const samples = (info.readUInt8(13) & 0x0f) * 2 ** 32 + info.readUInt32BE(14);
  gathering.lasts(samples, rate);
}

async function readComments(block: Region, gathering: Gathering): Promise<void> {
  await block.skip(await littleEndian(block)); // who made it
  const count = await littleEndian(block);
  for (let index = 0; index < count && block.left > 0; index++) {
    gathering.part();
    const length = await littleEndian(block);
    if (length > block.left) gathering.incomplete = true;
    const comment = await block.read(Math.min(length, COMMENT_BYTES));
    await block.skip(length - comment.length);
    const [, value] = /^ISRC=(.*)/is.exec(Buffer.from(comment).toString('utf8')) ?? [];
    if (value !== undefined) gathering.add(value, 'Vorbis comment ISRC');
  }
}

async function littleEndian(block: Region): Promise<number> {
  const bytes = await block.read(4);
  return bytes.length < 4 ? 0 : Buffer.from(bytes).readUInt32LE();
}
