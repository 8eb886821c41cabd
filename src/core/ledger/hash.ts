import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

/** Small inputs are put behind their tag in here, so that hashing a million leaves allocates nothing for it. */
const desk = Buffer.alloc(8192);

export function sha256(bytes: Uint8Array | string): Buffer {
  // By way of a string, since that costs a third of a buffer of its own for each hash.
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}

/** SHA-256(0x00 ‖ canonical bytes of an entry). @see RFC 6962, section 2.1 */
export function leafHash(entry: Uint8Array): Buffer {
  return sha256(tagged(0x00, entry));
}

/** SHA-256(0x01 ‖ left ‖ right). @see RFC 6962, section 2.1 */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  desk[0] = 0x01;
  desk.set(left, 1);
  desk.set(right, 1 + HASH_BYTES);
  return sha256(desk.subarray(0, 1 + 2 * HASH_BYTES));
}

/** SHA-256(0x02 ‖ canonical bytes of a sealed part), in hex: what the entry says of it. */
export function sealedHash(sealed: Uint8Array): string {
  return sha256Hex(tagged(0x02, sealed));
}

function tagged(tag: number, bytes: Uint8Array): Uint8Array {
  const whole =
    bytes.length < desk.length ? desk.subarray(0, bytes.length + 1) : Buffer.alloc(bytes.length + 1);
  whole[0] = tag;
  whole.set(bytes, 1);
  return whole;
}
