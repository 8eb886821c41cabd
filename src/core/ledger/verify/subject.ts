import { type Problem, problem } from '../../problem.ts';
import { entryPath, proofPath, readBundlePath, sealedPath } from '../bundle-paths.ts';
import { type BundleReader, readWhole } from '../bundle-reader.ts';
import { readEntry } from '../entry.ts';
import type { Entry } from '../entry-types.ts';
import { leafHash } from '../hash.ts';
import { parseProof } from '../proof.ts';
import { verifyInclusion } from '../tree-proofs.ts';
import { type Passage, takeEntry } from './entries.ts';
import type { SoundFiles } from './files.ts';
import { entryName, type Findings } from './findings.ts';
import type { Heads } from './heads.ts';

/**
 * The export that closes a bundle: the last leaf of the newest checkpoint, about the subject of the bundle. It names
 * the chains that are here whole.
 */
export function findClosing(
  reader: BundleReader,
  { manifest, sound }: SoundFiles,
  { newest }: Heads,
): Entry<'exported'> | null {
  const path = newest === null ? null : entryPath(newest.size - 1);
  if (path === null || !sound.has(path)) return null;
  const reading = readEntry(readWhole(reader, path));
  if (!reading.ok || reading.value.kind !== 'known') return null;
  const { entry } = reading.value;
  return entry.type === 'exported' && entry.subject === manifest.subject ? entry : null;
}

/** Steps 4 and 5 for a bundle of one subject: one file for each entry, sealed part and proof. */
export function readSubject(reader: BundleReader, files: SoundFiles, heads: Heads, passage: Passage): void {
  const { sound, manifest } = files;
  const kept = [...sound].sort();
  const entries = kept.filter((path) => readBundlePath(path)?.kind === 'entry');
  for (const path of entries) {
    const read = readBundlePath(path);
    if (read?.kind !== 'entry') continue;
    const { seq } = read;
    const bytes = readWhole(reader, path);
    const sealedWhere = sealedPath(seq);
    const sealed = sound.has(sealedWhere) ? readWhole(reader, sealedWhere) : null;
    const prove = () => checkProof(reader, files, heads, { seq, bytes });
    takeEntry(passage, { seq, bytes, sealed, where: entryName(seq), sealedWhere, prove });
  }
  for (const path of kept) checkPartner(path, files, passage.findings);
  if (!Object.hasOwn(manifest.files, entryPath(0))) {
    passage.findings.add(2, entryName(0), problem('key.first-missing', 'error'));
  }
}

/** A sealed part or a proof without its entry says nothing, and hides that the entry is gone. */
function checkPartner(path: string, { manifest }: SoundFiles, findings: Findings): void {
  const read = readBundlePath(path);
  if (read?.kind !== 'sealed' && read?.kind !== 'proof') return;
  if (Object.hasOwn(manifest.files, entryPath(read.seq))) return;
  if (read.kind === 'sealed') findings.add(5, path, problem('sealed.stray', 'error'));
  else findings.add(4, path, problem('proof.stray', 'error'));
}

function checkProof(
  reader: BundleReader,
  { manifest, sound }: SoundFiles,
  { newest }: Heads,
  { seq, bytes }: { readonly seq: number; readonly bytes: Uint8Array },
): Problem | null {
  const path = proofPath(seq);
  if (!Object.hasOwn(manifest.files, path)) return problem('proof.missing', 'error');
  // What was found at the proof or the checkpoint is said already.
  if (!sound.has(path) || newest === null) return null;
  const parsed = parseProof(readWhole(reader, path));
  if (!parsed.ok) return parsed.problem;
  const { index, hashes, checkpoint } = parsed.value;
  if (index !== seq) return problem('proof.index', 'error', { index, seq });
  if (checkpoint.text !== newest.text) return problem('proof.checkpoint', 'error');
  const holds = verifyInclusion(leafHash(bytes), index, newest.size, hashes, newest.root);
  return holds ? null : problem('proof.wrong', 'error');
}
