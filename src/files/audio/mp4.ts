import type { Gathering } from './findings.ts';
import { type Bytes, Region } from './region.ts';

/** Values above this hold no code. */
const VALUE_BYTES = 4096;
/** Version, flags and country of a `data` atom, or version and flags of `mean` and `name`. */
const DATA_HEADER_BYTES = 8;
const NAME_HEADER_BYTES = 4;

/** Which atoms are looked into, by the one around them; all others are passed over. */
const WAY: Readonly<Record<string, readonly string[]>> = {
  moov: ['mvhd', 'udta', 'meta'],
  udta: ['meta'],
  meta: ['ilst'],
  ilst: ['----', 'xid '],
};

/**
 * The codes in an M4A or MP4 file: the free-form item `com.apple.iTunes:ISRC` that taggers write, and the item `xid `
 * of the iTunes Store (`Label:isrc:USRC17607839`). They stand in moov/udta/meta/ilst; what comes behind moov is not read.
 *
 * @see ISO/IEC 14496-12, box structure; the item names are Apple's and documented by the taggers that read them
 */
export async function readMp4(file: Bytes, gathering: Gathering): Promise<void> {
  let movie = false;
  await eachAtom(file, gathering, async (name, atom) => {
    if (name !== 'moov') return 'on';
    movie = true;
    await descend(name, atom, gathering);
    return 'enough';
  });
  if (!movie) gathering.incomplete = true;
}

async function descend(place: string, inside: Region, gathering: Gathering): Promise<void> {
  if (place === '----') return readFreeForm(inside, gathering);
  if (place === 'xid ') return readStoreId(inside, gathering);
  if (place === 'mvhd') return readMovieHeader(inside, gathering);
  if (place === 'meta') await skipVersion(inside);
  await eachAtom(inside, gathering, async (name, atom) => {
    if (WAY[place]?.includes(name)) await descend(name, atom, gathering);
    return 'on';
  });
}

/** QuickTime leaves out the version and flags that MP4 has in `meta`. */
async function skipVersion(meta: Region): Promise<void> {
  const head = Buffer.from(await meta.peek(8)).toString('latin1');
  if (head.slice(4) !== 'hdlr') await meta.skip(4);
}

/** How long it lasts, in units of which it says how many make a second; all ones where nobody knew. */
async function readMovieHeader(inside: Region, gathering: Gathering): Promise<void> {
  const header = Buffer.from(await inside.read(32));
  if (header.length < 32) return;
  const isLong = header.readUInt8(0) === 1;
  const units = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  if (units !== 0xffff_ffff) gathering.lasts(units, header.readUInt32BE(isLong ? 20 : 12));
}

async function readFreeForm(item: Region, gathering: Gathering): Promise<void> {
  let isrc = false;
  await eachAtom(item, gathering, async (name, atom) => {
    if (name === 'name') isrc = (await textOf(atom, NAME_HEADER_BYTES)).toUpperCase() === 'ISRC';
    else if (name === 'data' && isrc) gathering.add(await textOf(atom, DATA_HEADER_BYTES), 'iTunes ISRC');
    return 'on';
  });
}

async function readStoreId(item: Region, gathering: Gathering): Promise<void> {
  await eachAtom(item, gathering, async (name, atom) => {
    const text = name === 'data' ? await textOf(atom, DATA_HEADER_BYTES) : '';
    const [, code] = /:isrc:(.*)$/is.exec(text) ?? [];
    if (code !== undefined) gathering.add(code, 'iTunes xid');
    return 'on';
  });
}

async function textOf(atom: Region, headerBytes: number): Promise<string> {
  await atom.skip(headerBytes);
  return Buffer.from(await atom.read(VALUE_BYTES)).toString('utf8');
}

/** `look` is given each atom that stands in `inside`, and may read as much of it as it likes. */
async function eachAtom(
  inside: Bytes,
  gathering: Gathering,
  look: (name: string, atom: Region) => Promise<'on' | 'enough'>,
): Promise<void> {
  for (;;) {
    const header = Buffer.from(await inside.read(8));
    if (header.length < 8) return;
    gathering.part();
    const length = await contentLength(header.readUInt32BE(0), inside);
    if (length === null) {
      gathering.incomplete = true;
      return;
    }
    const atom = new Region(inside, length);
    const wish = await look(header.toString('latin1', 4), atom);
    await atom.leave();
    // An atom of unknown length goes on to the end, which is no fault of the file.
    if (atom.cutShort && length !== Number.MAX_SAFE_INTEGER) gathering.incomplete = true;
    if (wish === 'enough') return;
  }
}

/** Without the header; null where the size cannot be one. Size 1: the real one follows in 64 bits. Size 0: to the end. */
async function contentLength(size: number, inside: Bytes): Promise<number | null> {
  if (size === 0) return Number.MAX_SAFE_INTEGER;
  if (size !== 1) return size < 8 ? null : size - 8;
  const long = Buffer.from(await inside.read(8));
  const length = long.length < 8 ? 0n : long.readBigUInt64BE();
  return length < 16n || length > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(length) - 16;
}
