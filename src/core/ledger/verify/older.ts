import { bad, good, type Parsed, type Problem, problem } from '../../problem.ts';
import { consistencyPath, entryPath, readBundlePath } from '../bundle-paths.ts';
import { type BundleReader, readWhole } from '../bundle-reader.ts';
import { type Checkpoint, isSignedBy, parseCheckpoint } from '../checkpoint.ts';
import { leafHash } from '../hash.ts';
import { parseConsistency } from '../proof.ts';
import { parseReceipt, type Receipt } from '../receipt.ts';
import { verifyConsistency } from '../tree-proofs.ts';
import type { SoundFiles } from './files.ts';
import type { Findings } from './findings.ts';
import type { Heads } from './heads.ts';
import type { Seen } from './whole.ts';

/** What somebody kept from before: a checkpoint, or a receipt. `name` is how the caller calls it. */
export type Kept = { readonly name: string; readonly bytes: Uint8Array };

/** The same, taken apart. */
export type Older = {
  readonly name: string;
  readonly checkpoint: Checkpoint;
  readonly receipt: Receipt | null;
};

/** A receipt begins with the brace of its entry, a checkpoint never does. */
export function readKept({ name, bytes }: Kept): Parsed<Older> {
  if (bytes[0] === 0x7b) {
    const receipt = parseReceipt(bytes);
    if (!receipt.ok) return receipt;
    return good({ name, checkpoint: receipt.value.proof.checkpoint, receipt: receipt.value });
  }
  const checkpoint = parseCheckpoint(bytes);
  return checkpoint.ok ? good({ name, checkpoint: checkpoint.value, receipt: null }) : bad('receipt.form');
}

/** Where the checks of step 6 look. */
export type Comparison = {
  readonly reader: BundleReader;
  readonly files: SoundFiles;
  readonly heads: Heads;
  /** Of a whole ledger; null in a bundle of one subject. */
  readonly seen: Seen | null;
  readonly isHeld: (subject: string) => boolean;
  readonly findings: Findings;
};

/** Step 6 for the bundle's own older checkpoints and consistency proofs. */
export function checkHistory(at: Comparison): void {
  const { reader, files, heads, seen, findings } = at;
  for (const [size, checkpoint] of heads.bySize) {
    if (heads.newest === null || checkpoint === heads.newest) continue;
    const path = consistencyPath(size, heads.newest.size);
    const where = `checkpoints/${size}.txt`;
    if (seen !== null) {
      const root = seen.roots.get(size);
      if (root !== undefined && !root.equals(checkpoint.root)) {
        findings.add(6, where, problem('consistency.root', 'error', { size }));
      }
    } else if (!Object.hasOwn(files.manifest.files, path)) {
      findings.add(6, where, problem('consistency.missing', 'error', { size }));
    }
  }
  for (const path of files.sound) {
    const read = readBundlePath(path);
    if (read?.kind !== 'consistency') continue;
    const wrong = checkConsistency(readWhole(reader, path), read, at);
    if (wrong !== null) findings.add(6, path, wrong);
  }
}

type Sizes = { readonly older: number; readonly newer: number };

function checkConsistency(
  bytes: Uint8Array,
  { older, newer }: Sizes,
  { files, heads }: Comparison,
): Problem | null {
  const parsed = parseConsistency(bytes);
  if (!parsed.ok) return parsed.problem;
  const proof = parsed.value;
  if (proof.older !== older || proof.newer !== newer) return problem('consistency.file-name', 'error');
  const isListed = Object.hasOwn(files.manifest.files, `checkpoints/${older}.txt`);
  if (!isListed || files.manifest.checkpoint !== `checkpoints/${newer}.txt`) {
    return problem('consistency.stray', 'error', { size: older });
  }
  const from = heads.bySize.get(older);
  // What was found at a checkpoint is said already.
  if (from === undefined || heads.newest === null) return null;
  const holds = verifyConsistency(older, newer, proof.hashes, from.root, heads.newest.root);
  return holds ? null : problem('consistency.wrong', 'error');
}

/** Step 6 for what the caller gives. */
export function checkOlder(older: Older, at: Comparison): void {
  const { heads, findings } = at;
  const { checkpoint, receipt, name } = older;
  if (heads.key !== null && !isSignedBy(checkpoint, heads.key)) {
    findings.add(6, name, problem('older.signature', 'error'));
    return;
  }
  if (heads.newest === null) return;
  const wrong =
    compareHeads(checkpoint, heads.newest, at) ??
    (receipt === null ? null : compareEntry(receipt, heads.newest, at));
  if (wrong !== null) findings.add(6, name, wrong);
  const gap = whatCannotBeSaid(checkpoint, heads.newest, at);
  if (gap !== null) findings.add(6, name, gap);
}

function compareHeads(
  theirs: Checkpoint,
  newest: Checkpoint,
  { reader, files, seen }: Comparison,
): Problem | null {
  const { size, root } = theirs;
  if (size === newest.size)
    return theirs.note === newest.note ? null : problem('older.differs', 'error', { size });
  if (size > newest.size) return null;
  const ours = seen?.roots.get(size);
  if (ours !== undefined) return ours.equals(root) ? null : problem('older.wrong', 'error', { size });
  const path = consistencyPath(size, newest.size);
  if (!files.sound.has(path)) return null;
  const proof = parseConsistency(readWhole(reader, path));
  if (!proof.ok) return null;
  const holds = verifyConsistency(size, newest.size, proof.value.hashes, root, newest.root);
  return holds ? null : problem('older.wrong', 'error', { size });
}

function whatCannotBeSaid(
  { size }: Checkpoint,
  newest: Checkpoint,
  { files, seen }: Comparison,
): Problem | null {
  if (size > newest.size) return problem('older.larger', 'warning', { size, newest: newest.size });
  if (size === newest.size || seen?.roots.has(size) || files.sound.has(consistencyPath(size, newest.size)))
    return null;
  return problem('older.unproven', 'warning', { size });
}

/** The entry of a receipt is here, byte for byte, if it belongs here by its number or by its subject. */
function compareEntry(receipt: Receipt, newest: Checkpoint, at: Comparison): Problem | null {
  const { reader, files, seen, isHeld } = at;
  const entry = receipt.proof.index;
  const subject = receipt.reading.kind === 'newer' ? null : receipt.reading.entry.subject;
  const leaf = seen?.leaves.get(entry);
  const path = entryPath(entry);
  if (leaf !== undefined || files.sound.has(path)) {
    const same = leaf?.equals(leafHash(receipt.bytes)) ?? readWhole(reader, path).equals(receipt.bytes);
    return same ? null : problem('older.entry-differs', 'error', { entry });
  }
  const isListed = Object.hasOwn(files.manifest.files, path);
  const belongs = seen === null && !isListed && entry < newest.size && subject !== null && isHeld(subject);
  return belongs ? problem('older.entry-missing', 'error', { entry }) : null;
}
