import { isAscii, isUtf8 } from 'node:buffer';
import canonicalize from 'canonicalize';
import { bad, good, type Parsed } from '../problem.ts';
import { isList, type Json, type JsonObject } from './json.ts';

/** The longest JSON text of a ledger, in bytes: an entry, a sealed part. */
export const MAX_JSON_BYTES = 1_048_576;

/** How deep arrays and objects may stand in one another; the outermost is level 1, a bare value level 0. */
const MAX_LEVELS = 32;

export type CanonicalProblem =
  | 'json.too-long'
  | 'json.utf8'
  | 'json.syntax'
  | 'json.too-deep'
  | 'json.number'
  | 'json.surrogate'
  | 'json.not-json'
  | 'json.form';

/**
 * The canonical bytes of a value: RFC 8785, within the limits of the evidence format.
 *
 * @param value integers within ±(2^53−1) only, no lone surrogates, at most 32 levels
 * @returns UTF-8 without byte order mark and without a newline at the end, at most `maxBytes` long; or why not
 * @see docs/evidence-format.md, "Canonical JSON"; RFC 8785
 */
export function canonicalBytes(value: Json, maxBytes = MAX_JSON_BYTES): Parsed<Buffer, CanonicalProblem> {
  const problem = limits(value, MAX_LEVELS);
  if (problem !== null) return bad(problem);
  const bytes = Buffer.from(canonicalize(value) ?? '', 'utf8');
  return bytes.length > maxBytes ? bad('json.too-long', { limitBytes: maxBytes }) : good(bytes);
}

/**
 * Read bytes that must be canonical. Whatever reads well but is written otherwise is refused: spaces, members out of
 * order or twice, other escapes, `1.0`, `-0`, a byte order mark, a newline at the end. So one value has one spelling,
 * and a changed byte is a changed value.
 *
 * @returns the value, or the first reason against the bytes
 */
export function parseCanonical(
  bytes: Uint8Array,
  maxBytes = MAX_JSON_BYTES,
): Parsed<Json, CanonicalProblem | 'json.too-long'> {
  if (bytes.length > maxBytes) return bad('json.too-long', { limitBytes: maxBytes });
  const text = decoded(bytes);
  if (text === null) return bad('json.utf8');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return bad('json.syntax');
  }
  const problem = limits(value, MAX_LEVELS);
  if (problem !== null) return bad(problem);
  // In most texts the members come in order, and then the engine's own writer gives the canonical form as well. It is
  // several times as fast. Where it does not give back the text, the text has the last word only through RFC 8785.
  if (inOrder(value) && JSON.stringify(value) === text) return good(value);
  return canonicalize(value) === text ? good(value) : bad('json.form');
}

/** Text of valid UTF-8; no two byte strings give the same one. */
function decoded(bytes: Uint8Array): string | null {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : null;
}

type LimitProblem = Exclude<CanonicalProblem, 'json.too-long' | 'json.utf8' | 'json.syntax' | 'json.form'>;

function limits(value: Json, levels: number): LimitProblem | null {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? null : 'json.surrogate';
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : 'json.number';
    case 'boolean':
      return null;
    case 'object':
      return value === null ? null : limitsWithin(value, levels);
    default:
      return 'json.not-json';
  }
}

function limitsWithin(value: readonly Json[] | JsonObject, levels: number): LimitProblem | null {
  if (levels === 0) return 'json.too-deep';
  if (isList(value)) {
    for (const held of value) {
      const problem = limits(held, levels - 1);
      if (problem !== null) return problem;
    }
    return null;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return 'json.not-json';
  for (const member in value) {
    const problem = member.isWellFormed() ? limits(value[member] as Json, levels - 1) : 'json.surrogate';
    if (problem !== null) return problem;
  }
  return null;
}

/** Whether the members of every object come in the order of RFC 8785: by UTF-16 code units. */
function inOrder(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (isList(value)) return value.every(inOrder);
  let before: string | null = null;
  for (const member in value) {
    if ((before !== null && member <= before) || !inOrder(value[member] as Json)) return false;
    before = member;
  }
  return true;
}
