import { problem } from '../../problem.ts';
import { checkpointPath, readBundlePath } from '../bundle-paths.ts';
import { type BundleReader, readWhole } from '../bundle-reader.ts';
import { type Checkpoint, isSignedBy, parseCheckpoint } from '../checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from '../key.ts';
import type { SoundFiles } from './files.ts';
import type { Findings } from './findings.ts';

/** The signed heads of a bundle. */
export type Heads = {
  readonly key: VerifierKey | null;
  readonly newest: Checkpoint | null;
  /** All that hold, the newest included, by size. */
  readonly bySize: ReadonlyMap<number, Checkpoint>;
};

/** Step 2, but for entry 0, which is compared when it is read. */
export function checkKey(files: SoundFiles, pinned: string | null, findings: Findings): VerifierKey | null {
  const { key: text, ledger } = files.manifest;
  const where = 'bundle.json';
  if (pinned !== null && pinned !== text) findings.add(2, where, problem('key.pinned', 'error'));
  const key = parseVerifierKey(text);
  if (!key.ok) {
    findings.add(2, where, key.problem);
    return null;
  }
  if (key.value.name !== ledger) {
    findings.add(2, where, problem('key.name', 'error', { name: key.value.name, ledger }));
    return null;
  }
  return key.value;
}

/** Step 3: every checkpoint, exactly; signed by the key, when there is one to ask. */
export function checkHeads(
  reader: BundleReader,
  files: SoundFiles,
  key: VerifierKey | null,
  findings: Findings,
): Heads {
  const named = readBundlePath(files.manifest.checkpoint);
  const newestSize = named?.kind === 'checkpoint' ? named.size : 0;
  const bySize = new Map<number, Checkpoint>();
  for (const path of files.sound) {
    const read = readBundlePath(path);
    if (read?.kind !== 'checkpoint') continue;
    const checkpoint = checkHead(
      readWhole(reader, path),
      { path, size: read.size, newestSize },
      files,
      key,
      findings,
    );
    if (checkpoint !== null) bySize.set(read.size, checkpoint);
  }
  if (!Object.hasOwn(files.manifest.files, checkpointPath(newestSize))) {
    findings.add(3, checkpointPath(newestSize), problem('checkpoint.missing', 'error'));
  }
  return { key, newest: bySize.get(newestSize) ?? null, bySize };
}

type Place = { readonly path: string; readonly size: number; readonly newestSize: number };

function checkHead(
  bytes: Uint8Array,
  { path, size, newestSize }: Place,
  { manifest }: SoundFiles,
  key: VerifierKey | null,
  findings: Findings,
): Checkpoint | null {
  const parsed = parseCheckpoint(bytes);
  if (!parsed.ok) {
    findings.add(3, path, parsed.problem);
    return null;
  }
  const { origin, size: found } = parsed.value;
  const wrong =
    origin !== manifest.ledger
      ? problem('checkpoint.origin', 'error', { origin })
      : found !== size
        ? problem('checkpoint.file-name', 'error', { size: found })
        : key !== null && !isSignedBy(parsed.value, key)
          ? problem('checkpoint.signature', 'error')
          : size > newestSize
            ? problem('checkpoint.larger', 'error', { size, newest: newestSize })
            : null;
  if (wrong !== null) findings.add(3, path, wrong);
  return wrong === null && key !== null ? parsed.value : null;
}
