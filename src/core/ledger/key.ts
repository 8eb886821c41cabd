import { createPublicKey, type KeyObject } from 'node:crypto';
import { bad, good, type Parsed } from '../problem.ts';
import { checkPoint, type PointProblem } from './ed25519-point.ts';
import { isOrigin, readBase64 } from './grammar.ts';
import { sha256 } from './hash.ts';

/** C2SP's number for a plain Ed25519 signature of a note. */
const ED25519 = 0x01;
const KEY_BYTES = 32;

/** A public key as it is handed over, `<name>+<8 hex>+<base64>`, taken apart and checked. */
export type VerifierKey = {
  /** As written; people and programs compare this whole. */
  readonly text: string;
  /** The ledger whose checkpoints it verifies. */
  readonly name: string;
  /** Four bytes that stand in front of every signature. They name the key; they do not prove it. */
  readonly id: Buffer;
  readonly publicKey: KeyObject;
};

export type KeyProblem = 'key.form' | 'key.id' | PointProblem;

/**
 * Read a verifier key of C2SP signed notes, Ed25519 only.
 *
 * @returns the key; or `key.form`, `key.id` when the 8 hex digits belong to another key, `key.point`,
 *   `key.small-order`
 * @see https://c2sp.org/signed-note
 */
export function parseVerifierKey(text: string): Parsed<VerifierKey, KeyProblem> {
  const [name = '', id = '', encoded = '', ...more] = text.split('+');
  // Base64 has `+` among its characters: whatever follows the second one belongs to the key.
  const bytes = readBase64([encoded, ...more].join('+'));
  if (!isOrigin(name) || !/^[0-9a-f]{8}$/.test(id)) return bad('key.form');
  if (bytes === null || bytes.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) return bad('key.form');
  const key = bytes.subarray(1);
  const expected = keyId(name, key);
  if (expected.toString('hex') !== id) return bad('key.id', { expected: expected.toString('hex') });
  const problem = checkPoint(key);
  if (problem !== null) return bad(problem);
  return good({ text, name, id: expected, publicKey: publicKeyOf(key) });
}

/** The verifier key of a ledger. @param key Ed25519, private or public */
export function writeVerifierKey(name: string, key: KeyObject): string {
  const raw = rawPublicKey(key);
  const encoded = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64');
  return `${name}+${keyId(name, raw).toString('hex')}+${encoded}`;
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function keyId(name: string, rawKey: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ED25519), rawKey])).subarray(0, 4);
}

/** The 32 bytes of RFC 8032. @throws TypeError for a key of another kind: a mistake of the set-up */
export function rawPublicKey(key: KeyObject): Buffer {
  const { crv, x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined) throw new TypeError('The evidence key must be Ed25519.');
  return Buffer.from(x, 'base64url');
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
