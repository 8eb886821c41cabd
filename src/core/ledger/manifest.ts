import { bad, good, type Parsed, type Problem, problem } from '../problem.ts';
import { MAX_MANIFEST_BYTES, readBundlePath } from './bundle-paths.ts';
import { type CanonicalProblem, canonicalBytes, parseCanonical } from './canonical.ts';
import { isOrigin, isSubject } from './grammar.ts';
import { isObject, type JsonObject } from './json.ts';
import { exactly, hash, mapOf, onText, size, text, wrongMember } from './shapes.ts';

const BUNDLE_FORMAT = 'splitproof-bundle/1';

/** What a bundle of the whole ledger has in the place of a subject. */
export const WHOLE_LEDGER = 'ledger';

export type ListedFile = { readonly size: number; readonly sha256: string };

/** `bundle.json`: what the bundle is about, and every file in it. */
export type Manifest = {
  readonly ledger: string;
  /** Verifier key, as text. */
  readonly key: string;
  readonly subject: string;
  /** Path of the newest checkpoint. */
  readonly checkpoint: string;
  readonly files: Readonly<Record<string, ListedFile>>;
};

const MEMBERS = {
  format: onText((format) => format === BUNDLE_FORMAT),
  ledger: onText(isOrigin),
  key: text,
  subject: onText((subject) => subject === WHOLE_LEDGER || isSubject(subject)),
  checkpoint: onText((path) => readBundlePath(path)?.kind === 'checkpoint'),
  files: mapOf(isListable, exactly({ size, sha256: hash })),
};

/** `bundle.json` cannot list itself, and a `verify.html` is not part of the evidence. */
function isListable(path: string): boolean {
  const read = readBundlePath(path);
  return read !== null && read.kind !== 'bundle' && read.kind !== 'page';
}

export function writeManifest(manifest: Manifest): Parsed<Buffer, CanonicalProblem> {
  return canonicalBytes({ format: BUNDLE_FORMAT, ...manifest }, MAX_MANIFEST_BYTES);
}

/**
 * Read `bundle.json`.
 *
 * @returns the manifest; or an error; or a warning for a later format, of which nothing can be said
 */
export function readManifest(bytes: Uint8Array): Parsed<Manifest> {
  const value = parseCanonical(bytes, MAX_MANIFEST_BYTES);
  if (!value.ok) return value;
  const manifest = value.value;
  if (!isObject(manifest)) return bad('bundle.member', { member: 'format' });
  const newer = newerFormat(manifest);
  if (newer !== null) return { ok: false, problem: newer };
  const wrong = wrongMember(manifest, MEMBERS, true);
  return wrong === null ? good(manifest as JsonObject & Manifest) : bad('bundle.member', { member: wrong });
}

function newerFormat({ format }: JsonObject): Problem | null {
  const digits = typeof format === 'string' ? /^splitproof-bundle\/([1-9]\d{0,8})$/.exec(format) : null;
  const isNewer = digits !== null && Number(digits[1]) > 1;
  return isNewer ? problem('bundle.version', 'warning', { format: String(format) }) : null;
}
