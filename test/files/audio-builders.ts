/** Small but well-formed audio files, byte by byte; what they are made of is checked against music-metadata. */

export function bytesOf(...parts: readonly (string | Uint8Array | readonly number[])[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
}

export function bigEndian(value: number, length = 4): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

export function syncSafe(value: number): Buffer {
  return Buffer.from([(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127]);
}

// ---- ID3

type Major = 2 | 3 | 4;

/** `text` in Latin-1 with the encoding byte in front; a frame of any other content takes bytes. */
export function frame(major: Major, id: string, content: string | Uint8Array, flags = 0): Buffer {
  const body = typeof content === 'string' ? bytesOf([0], content) : Buffer.from(content);
  if (major === 2) return bytesOf(id, bigEndian(body.length, 3), body);
  return bytesOf(id, major === 4 ? syncSafe(body.length) : bigEndian(body.length), [0, flags], body);
}

export function tag(major: Major, frames: readonly Uint8Array[], flags = 0): Buffer {
  const body = bytesOf(...frames);
  return bytesOf('ID3', [major, 0, flags], syncSafe(body.length), body);
}

/** FF 00 for each FF that could begin a frame of sound, and for FF 00 itself. */
export function unsynchronized(bytes: Uint8Array): Buffer {
  const out: number[] = [];
  bytes.forEach((byte, index) => {
    out.push(byte);
    const next = bytes[index + 1] ?? 0;
    if (byte === 0xff && (next >= 0xe0 || next === 0)) out.push(0);
  });
  return Buffer.from(out);
}

/** Some frames of silence: MPEG 1 layer III, 128 kbit/s, 44.1 kHz. */
export function mp3Sound(): Buffer {
  const one = bytesOf([0xff, 0xfb, 0x90, 0x00], Buffer.alloc(413));
  return bytesOf(one, one, one, one, one);
}

export function cover(sizeBytes: number, major: 3 | 4 = 3): Buffer {
  return frame(major, 'APIC', bytesOf([0], 'image/png\0', [3], '\0', Buffer.alloc(sizeBytes, 0xff)));
}

export function mp3(...tags: readonly Uint8Array[]): Buffer {
  return bytesOf(...tags, mp3Sound());
}

// ---- FLAC

function block(type: number, content: Uint8Array, last = false): Buffer {
  return bytesOf([type | (last ? 0x80 : 0)], bigEndian(content.length, 3), content);
}

function vorbisComments(comments: readonly string[]): Buffer {
  const counted = (text: string) => bytesOf(littleEndian(Buffer.byteLength(text)), Buffer.from(text));
  return bytesOf(counted('maker'), littleEndian(comments.length), ...comments.map(counted));
}

export function flac(comments: readonly string[]): Buffer {
  const streamInfo = bytesOf(
    bigEndian(4096, 2),
    bigEndian(4096, 2),
    Buffer.alloc(6),
    [0x0a, 0xc4, 0x42, 0xf0],
    Buffer.alloc(20),
  );
  return bytesOf(
    'fLaC',
    block(0, streamInfo),
    block(1, Buffer.alloc(64)),
    block(4, vorbisComments(comments), true),
    Buffer.alloc(200, 0x55),
  );
}

// ---- WAV and AIFF

export function chunk(id: string, content: string | Uint8Array): Buffer {
  const body = bytesOf(content);
  return bytesOf(id, littleEndian(body.length), body, body.length % 2 === 1 ? [0] : []);
}

const FORMAT = chunk('fmt ', bytesOf([1, 0, 1, 0], littleEndian(8000), littleEndian(16_000), [2, 0, 16, 0]));

export function wav(...chunks: readonly Uint8Array[]): Buffer {
  const body = bytesOf('WAVE', FORMAT, chunk('data', Buffer.alloc(333)), ...chunks);
  return bytesOf('RIFF', littleEndian(body.length), body);
}

/** The 32-bit sizes say nothing; `ds64` holds the real ones. */
export function rf64(...chunks: readonly Uint8Array[]): Buffer {
  const sizes = Buffer.alloc(28);
  sizes.writeBigUInt64LE(332n, 8);
  const data = bytesOf('data', littleEndian(0xffff_ffff), Buffer.alloc(332));
  return bytesOf('RF64', littleEndian(0xffff_ffff), 'WAVE', chunk('ds64', sizes), FORMAT, data, ...chunks);
}

/** LIST/INFO with one field. */
export function info(id: string, text: string): Buffer {
  return chunk('LIST', bytesOf('INFO', chunk(id, `${text}\0`)));
}

/** As EBU Tech 3352 shows it. */
export function ebuCore(identifier: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ebucore:ebuCoreMain xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ebucore="urn:ebu:metadata-schema:ebuCore">
 <ebucore:coreMetadata>
  <ebucore:identifier typeLabel="GUID" typeDefinition="Globally Unique Identifier" formatLabel="ISRC">
   <dc:identifier>${identifier}</dc:identifier>
  </ebucore:identifier>
 </ebucore:coreMetadata>
</ebucore:ebuCoreMain>`;
}

export function aiff(...tags: readonly Uint8Array[]): Buffer {
  const big = (id: string, body: Uint8Array) =>
    bytesOf(id, bigEndian(body.length), body, body.length % 2 === 1 ? [0] : []);
  const common = bytesOf([0, 1], bigEndian(100), [0, 16], [0x40, 0x0e, 0xac, 0x44, 0, 0, 0, 0, 0, 0]);
  const sound = big('SSND', Buffer.alloc(209));
  const body = bytesOf('AIFF', big('COMM', common), sound, ...tags.map((id3) => big('ID3 ', id3)));
  return bytesOf('FORM', bigEndian(body.length), body);
}

// ---- MP4

export function atom(name: string, ...parts: readonly (string | Uint8Array | readonly number[])[]): Buffer {
  const body = bytesOf(...parts);
  return bytesOf(bigEndian(body.length + 8), name, body);
}

export function data(text: string): Buffer {
  return atom('data', bigEndian(1), bigEndian(0), text);
}

export function freeForm(name: string, ...values: readonly string[]): Buffer {
  const full = (id: string, text: string) => atom(id, bigEndian(0), text);
  return atom('----', full('mean', 'com.apple.iTunes'), full('name', name), ...values.map(data));
}

export function m4a(...items: readonly Uint8Array[]): Buffer {
  const handler = atom('hdlr', bigEndian(0), bigEndian(0), 'mdirappl', Buffer.alloc(9));
  const meta = atom('meta', bigEndian(0), handler, atom('ilst', ...items));
  const movieHeader = atom('mvhd', Buffer.alloc(100));
  return bytesOf(
    atom('ftyp', 'M4A ', bigEndian(0), 'M4A mp42'),
    atom('mdat', Buffer.alloc(500, 0x21)),
    atom('moov', movieHeader, atom('udta', meta)),
  );
}
