import { bad, good, type Parsed } from '../problem.ts';
import { type CanonicalProblem, canonicalBytes, parseCanonical } from './canonical.ts';
import type { Hash } from './entry-types.ts';
import { isSalt } from './grammar.ts';
import { sealedHash } from './hash.ts';
import { isObject, type JsonObject } from './json.ts';

/** What is personal in an entry, apart from it, so that it can be erased while the entry stays as it was. */
export type SealedPart = JsonObject & { readonly salt: string };

export type SealedProblem = 'sealed.object' | 'sealed.salt' | 'sealed.hash';

/**
 * Seal what is personal.
 *
 * @param salt 32 hex characters, fresh random for each part: it keeps a short erased text from being guessed
 * @returns the bytes to keep, and the hash that the entry carries
 */
export function sealPart(
  members: JsonObject,
  salt: string,
): Parsed<{ readonly bytes: Buffer; readonly hash: Hash }, 'sealed.salt' | CanonicalProblem> {
  if (!isSalt(salt)) return bad('sealed.salt');
  const bytes = canonicalBytes({ ...members, salt });
  return bytes.ok ? good({ bytes: bytes.value, hash: sealedHash(bytes.value) }) : bytes;
}

/** Read a sealed part and hold it against the hash in its entry. */
export function readSealed(
  bytes: Uint8Array,
  hash: Hash,
): Parsed<SealedPart, SealedProblem | CanonicalProblem> {
  const value = parseCanonical(bytes);
  if (!value.ok) return value;
  const part = value.value;
  if (!isObject(part)) return bad('sealed.object');
  if (!hasSalt(part)) return bad('sealed.salt');
  return sealedHash(bytes) === hash ? good(part) : bad('sealed.hash');
}

function hasSalt(part: JsonObject): part is SealedPart {
  return typeof part.salt === 'string' && isSalt(part.salt);
}
