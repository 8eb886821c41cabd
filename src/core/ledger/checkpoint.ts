import { type KeyObject, sign, verify } from 'node:crypto';
import { bad, good, type Parsed } from '../problem.ts';
import { isOrigin, MAX_SIZE, readBase64, readHash, readNumber, writeHash } from './grammar.ts';
import { keyId, rawPublicKey, type VerifierKey } from './key.ts';

const SIGNATURE_BYTES = 64;

/** The longest a checkpoint can be: two names of 200 characters and what stands around them. */
export const MAX_CHECKPOINT_BYTES = 600;

/** The head of a ledger at one size, taken apart. That it is signed by a certain key is another question. */
export type Checkpoint = {
  readonly origin: string;
  /** Entries under the root, from 1. */
  readonly size: number;
  readonly root: Buffer;
  /** The three signed lines. Two checkpoints say the same when these are equal. */
  readonly note: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
  /** The whole, as in a file. */
  readonly text: string;
};

export type Head = Pick<Checkpoint, 'origin' | 'size' | 'root'>;

/**
 * Sign the head of a ledger. The caller sees to it that no two heads it signs contradict each other: such a pair
 * proves two histories.
 *
 * @param key the ledger's Ed25519 private key
 * @returns the text of the checkpoint
 * @see https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note
 */
export function signCheckpoint(head: Head, key: KeyObject): string {
  const note = `${head.origin}\n${head.size}\n${writeHash(head.root)}\n`;
  const signature = sign(null, Buffer.from(note, 'utf8'), key);
  const line = Buffer.concat([keyId(head.origin, rawPublicKey(key)), signature]).toString('base64');
  return `${note}\n— ${head.origin} ${line}\n`;
}

/**
 * Take a checkpoint apart. Exactly three lines, one empty, one signature in the name of the origin: no extension
 * lines, no other signatures, no other spelling of a number or of base64.
 */
export function parseCheckpoint(bytes: Uint8Array): Parsed<Checkpoint, 'checkpoint.form'> {
  const form = bad('checkpoint.form');
  if (bytes.length > MAX_CHECKPOINT_BYTES) return form;
  const text = Buffer.from(bytes).toString('utf8');
  const [origin = '', sizeText = '', rootText = '', empty, signed = '', end, ...more] = text.split('\n');
  const size = readNumber(sizeText);
  const root = readHash(rootText);
  if (!isOrigin(origin) || size === null || size < 1 || size > MAX_SIZE || root === null) return form;
  const before = `— ${origin} `;
  if (empty !== '' || end !== '' || more.length > 0 || !signed.startsWith(before)) return form;
  const signature = readBase64(signed.slice(before.length));
  if (signature === null || signature.length !== 4 + SIGNATURE_BYTES) return form;
  return good({
    origin,
    size,
    root,
    note: `${origin}\n${sizeText}\n${rootText}\n`,
    keyId: signature.subarray(0, 4),
    signature: signature.subarray(4),
    text,
  });
}

/**
 * Whether this key signed it. As OpenSSL decides: RFC 8032, section 5.1.7, without the factor 8, and S below the
 * order of the group.
 */
export function isSignedBy(checkpoint: Checkpoint, key: VerifierKey): boolean {
  return (
    checkpoint.origin === key.name &&
    checkpoint.keyId.equals(key.id) &&
    verify(null, Buffer.from(checkpoint.note, 'utf8'), key.publicKey, checkpoint.signature)
  );
}
