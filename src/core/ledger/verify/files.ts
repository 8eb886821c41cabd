import { createHash } from 'node:crypto';
import { bad, type Parsed, problem } from '../../problem.ts';
import { MAX_BUNDLE_BYTES, maxBytesOf, readBundlePath } from '../bundle-paths.ts';
import { type BundleReader, readWhole } from '../bundle-reader.ts';
import { type Manifest, readManifest, WHOLE_LEDGER } from '../manifest.ts';
import type { Findings } from './findings.ts';

/** The files that are there and are what `bundle.json` says. Later steps read only these. */
export type SoundFiles = {
  readonly manifest: Manifest;
  readonly sound: ReadonlySet<string>;
};

/**
 * Step 1: `bundle.json`, and every file in it by size and hash; nothing beside them.
 *
 * @returns null when there is nothing to go on with
 */
export function checkFiles(reader: BundleReader, findings: Findings): SoundFiles | null {
  const sizes = listSizes(reader, findings);
  const total = sizes.values().reduce((sum, size) => sum + size, 0);
  if (total > MAX_BUNDLE_BYTES) {
    const limitBytes = MAX_BUNDLE_BYTES;
    findings.add(1, 'bundle', problem('bundle.too-large', 'error', { limitBytes }));
    return null;
  }
  if (!sizes.has('bundle.json')) {
    findings.add(1, 'bundle.json', problem('bundle.missing', 'error'));
    return null;
  }
  const manifest = readListing(reader);
  if (!manifest.ok) {
    findings.add(1, 'bundle.json', manifest.problem);
    return null;
  }
  const sound = new Set<string>();
  for (const [path, listed] of Object.entries(manifest.value.files)) {
    const found = sizes.get(path);
    if (found === undefined) findings.add(1, path, problem('bundle.absent', 'error'));
    else if (found !== listed.size) {
      findings.add(1, path, problem('bundle.size', 'error', { listed: listed.size, found }));
    } else if (hashHolds(reader, path, listed.sha256, findings)) sound.add(path);
  }
  for (const path of sizes.keys()) {
    const isListed = Object.hasOwn(manifest.value.files, path);
    if (!isListed && path !== 'bundle.json' && path !== 'verify.html') {
      findings.add(1, path, problem('bundle.unlisted', 'error'));
    }
  }
  checkKind(manifest.value, findings);
  return { manifest: manifest.value, sound };
}

function readListing(reader: BundleReader): Parsed<Manifest> {
  try {
    return readManifest(readWhole(reader, 'bundle.json'));
  } catch {
    // Whatever the reason: what cannot be read cannot be checked.
    return bad('bundle.unreadable');
  }
}

function listSizes(reader: BundleReader, findings: Findings): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const item of reader.paths()) {
    const path = readBundlePath(item.path);
    const limitBytes = path === null ? null : maxBytesOf(path);
    if ('refused' in item) findings.add(1, item.path, problem(item.refused, 'error'));
    else if (path === null) findings.add(1, item.path, problem('bundle.path', 'error'));
    else if (limitBytes !== null && item.sizeBytes > limitBytes) {
      findings.add(1, item.path, problem('bundle.file-too-large', 'error', { limitBytes }));
    } else sizes.set(item.path, item.sizeBytes);
  }
  return sizes;
}

function hashHolds(reader: BundleReader, path: string, listed: string, findings: Findings): boolean {
  const hash = createHash('sha256');
  try {
    for (const piece of reader.read(path)) hash.update(piece);
  } catch {
    findings.add(1, path, problem('bundle.unreadable', 'error'));
    return false;
  }
  const found = hash.digest('hex');
  const name = readBundlePath(path);
  const wrong = found !== listed ? 'bundle.hash' : null;
  const misnamed = name?.kind === 'file' && name.sha256 !== found ? 'bundle.own-hash' : null;
  const code = wrong ?? misnamed;
  if (code !== null) findings.add(1, path, problem(code, 'error'));
  return code === null;
}

/** A whole ledger comes in two long files, anything less in one file for each entry. */
function checkKind({ subject, files }: Manifest, findings: Findings): void {
  const foreign =
    subject === WHOLE_LEDGER ? ['entry', 'sealed', 'proof', 'consistency'] : ['ledger', 'ledger-sealed'];
  for (const path of Object.keys(files)) {
    if (foreign.includes(readBundlePath(path)?.kind ?? '')) {
      findings.add(1, path, problem('bundle.kind', 'error', { subject }));
    }
  }
}
