import type { Gathering } from './findings.ts';
import { type Bytes, Region } from './region.ts';

/** Values above this hold no code. */
const VALUE_BYTES = 4096;
/** Version, flags and country of a `data` atom, or version and flags of `mean` and `name`. */
const DATA_HEADER_BYTES = 8;
const NAME_HEADER_BYTES = 4;

/**
 * The codes in an M4A or MP4 file: the free-form item `com.apple.iTunes:ISRC` that taggers write, and the item `xid `
 * of the iTunes Store (`Label:isrc:USRC17607839`). They stand in moov/udta/meta/ilst; sound is passed over.
 *
 * @see ISO/IEC 14496-12, box structure; the item names are Apple's and documented by the taggers that read them
 */
export async function readMp4(file: Bytes, gathering: Gathering): Promise<void> {
  let movie = false;
  await eachAtom(file, gathering, async (name, atom) => {
    if (name !== 'moov') return;
    movie = true;
    await eachAtom(atom, gathering, async (inner, box) => {
      if (inner === 'udta') {
        await eachAtom(box, gathering, (last, meta) =>
          last === 'meta' ? readMeta(meta, gathering) : nothing(),
        );
      } else if (inner === 'meta') await readMeta(box, gathering);
    });
  });
  if (!movie) gathering.incomplete = true;
}

async function readMeta(meta: Region, gathering: Gathering): Promise<void> {
  // QuickTime leaves out the version and flags that MP4 has here.
  const head = Buffer.from(await meta.peek(8)).toString('latin1');
  if (head.slice(4) !== 'hdlr') await meta.skip(4);
  await eachAtom(meta, gathering, async (name, list) => {
    if (name !== 'ilst') return;
    await eachAtom(list, gathering, async (item, atom) => {
      if (item === '----') await readFreeForm(atom, gathering);
      else if (item === 'xid ') await readStoreId(atom, gathering);
    });
  });
}

async function readFreeForm(item: Region, gathering: Gathering): Promise<void> {
  let isrc = false;
  await eachAtom(item, gathering, async (name, atom) => {
    if (name === 'name') isrc = (await textOf(atom, NAME_HEADER_BYTES)).toUpperCase() === 'ISRC';
    else if (name === 'data' && isrc) gathering.add(await textOf(atom, DATA_HEADER_BYTES), 'iTunes ISRC');
  });
}

async function readStoreId(item: Region, gathering: Gathering): Promise<void> {
  await eachAtom(item, gathering, async (name, atom) => {
    if (name !== 'data') return;
    const [, code] = /:isrc:(.*)$/is.exec(await textOf(atom, DATA_HEADER_BYTES)) ?? [];
    if (code !== undefined) gathering.add(code, 'iTunes xid');
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
  look: (name: string, atom: Region) => Promise<void>,
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
    await look(header.toString('latin1', 4), atom);
    await atom.leave();
    // An atom of unknown length goes on to the end, which is no fault of the file.
    if (atom.cutShort && length !== Number.MAX_SAFE_INTEGER) gathering.incomplete = true;
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

async function nothing(): Promise<void> {}
