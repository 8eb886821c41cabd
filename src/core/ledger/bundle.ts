import { must } from '../problem.ts';
import { type Row, textsOf } from './bundle-contents.ts';
import {
  checkpointPath,
  consistencyPath,
  entryPath,
  filePath,
  proofPath,
  sealedPath,
  textPath,
} from './bundle-paths.ts';
import { sha256Hex } from './hash.ts';
import { type ListedFile, type Manifest, WHOLE_LEDGER, writeManifest } from './manifest.ts';
import { writeConsistency, writeProof } from './proof.ts';
import { consistencyProof, inclusionProof, type NodeReader } from './tree.ts';

/** A signed head as it was sent out. */
export type SentCheckpoint = { readonly size: number; readonly text: string };

/** All that goes into a bundle of one subject. */
export type BundleParts = {
  readonly ledger: string;
  /** Verifier key. */
  readonly key: string;
  readonly subject: string;
  /** From `gatherRows`, the closing export included. */
  readonly rows: readonly Row[];
  /** The head whose last leaf is the closing export. */
  readonly newest: SentCheckpoint;
  /** Older heads that went out in receipts for these entries. Those of the newest size or above are left out. */
  readonly older: readonly SentCheckpoint[];
  readonly node: NodeReader;
  /** Stored files by hex SHA-256. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** `README.txt`, in plain words. */
  readonly readme: string;
};

export type BundleFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * The files of a bundle of one subject, sorted by path; the same parts give the same bytes.
 *
 * @throws UserError when there are more files than `bundle.json` can list
 * @see docs/evidence-format.md, "Bundle"
 */
export function bundleFiles(parts: BundleParts): readonly BundleFile[] {
  const files = [...evidenceFiles(parts)];
  const { ledger, key, subject, newest } = parts;
  const listed = Object.fromEntries(files.map(({ path, bytes }) => [path, listFile(bytes)]));
  const bytes = writeBundleJson({
    ledger,
    key,
    subject,
    checkpoint: checkpointPath(newest.size),
    files: listed,
  });
  return [...files, { path: 'bundle.json', bytes }].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What `bundle.json` says of a file. */
export function listFile(bytes: Uint8Array): ListedFile {
  return { size: bytes.length, sha256: sha256Hex(bytes) };
}

/** The bytes of `bundle.json`; of a whole ledger, too, whose long files the caller writes. @throws as `bundleFiles` */
export function writeBundleJson(manifest: Manifest): Buffer {
  return must(writeManifest(manifest));
}

/** What `bundle.json` says of a bundle of the whole ledger. */
export function wholeLedgerManifest(
  parts: Pick<BundleParts, 'ledger' | 'key'> & {
    readonly size: number;
    readonly files: Readonly<Record<string, ListedFile>>;
  },
): Manifest {
  const { ledger, key, size, files } = parts;
  return { ledger, key, subject: WHOLE_LEDGER, checkpoint: checkpointPath(size), files };
}

function* evidenceFiles({ rows, newest, older, node, files, readme }: BundleParts): Iterable<BundleFile> {
  yield textFile('README.txt', readme);
  for (const { entry, bytes, sealed } of rows) {
    const { seq } = entry;
    yield { path: entryPath(seq), bytes };
    if (sealed !== null) yield { path: sealedPath(seq), bytes: sealed };
    yield textFile(proofPath(seq), writeProof(seq, inclusionProof(seq, newest.size, node), newest.text));
  }
  yield textFile(checkpointPath(newest.size), newest.text);
  for (const { size, text } of older) {
    if (size >= newest.size) continue;
    yield textFile(checkpointPath(size), text);
    const hashes = consistencyProof(size, newest.size, node);
    yield textFile(consistencyPath(size, newest.size), writeConsistency(size, newest.size, hashes));
  }
  for (const { sheet, version, text } of textsOf(rows)) yield textFile(textPath(sheet, version), text);
  for (const [sha256, bytes] of files) yield { path: filePath(sha256), bytes };
}

function textFile(path: string, text: string): BundleFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}
