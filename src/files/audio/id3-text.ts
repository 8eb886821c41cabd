import { TextDecoder } from 'node:util';

/** The strings of a text frame, which NUL characters part. The first byte says the encoding. */
export function decodeId3Text(content: Uint8Array): string[] {
  const [encoding = 0] = content;
  const bytes = content.subarray(1);
  const text = encoding === 1 || encoding === 2 ? utf16Text(bytes, encoding) : byteText(bytes, encoding);
  // Each string of a UTF-16 frame may carry a byte order mark of its own.
  return text.split('\0').map((value) => value.replace(/^\ufeff/, ''));
}

function byteText(bytes: Uint8Array, encoding: number): string {
  return encoding === 3 ? new TextDecoder().decode(bytes) : Buffer.from(bytes).toString('latin1');
}

/** Encoding 1 has a mark and is little-endian without one, as Windows writes it; 2 is big-endian. */
function utf16Text(bytes: Uint8Array, encoding: 1 | 2): string {
  const marked = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(encoding === 2 || marked ? 'utf-16be' : 'utf-16le').decode(bytes);
}
