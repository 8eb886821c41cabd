import { crc32, deflateRawSync } from 'node:zlib';

const DEFLATE = 8;
const UTF8_NAME = 0x08_00;
const VERSION = 20;
/** 1 January 1980, the first day a zip can name: the same bytes make the same zip. */
const FIRST_DAY = 0x00_21;

/** One file, zipped; for up to 4 GB. @see PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16 */
export function zip(name: string, bytes: Uint8Array): Uint8Array {
  const fileName = Buffer.from(name, 'utf8');
  const data = deflateRawSync(bytes);
  // What the local header and the directory say alike: version, flags, method, time, date, sums, sizes, name.
  const about = Buffer.alloc(26);
  about.writeUInt16LE(VERSION, 0);
  about.writeUInt16LE(UTF8_NAME, 2);
  about.writeUInt16LE(DEFLATE, 4);
  about.writeUInt16LE(FIRST_DAY, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(fileName.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, fileName, data]);
  const madeBy = Buffer.from([VERSION, 0]);
  // Comment, disk, attributes, and where the file begins: all zero.
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002'), madeBy, about, Buffer.alloc(14), fileName]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\u0005\u0006'), end]);
}
