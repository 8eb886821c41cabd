import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  opendirSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import type { BundleItem, BundleReader } from '../../core/ledger/bundle-reader.ts';

/** What a bundle has besides files; anything else is named and not entered. */
const FOLDERS: ReadonlySet<string> = new Set([
  'entries',
  'sealed',
  'proofs',
  'checkpoints',
  'consistency',
  'texts',
  'files',
  'timestamps',
]);

const PIECE_BYTES = 1 << 20;

/** No links, and no waiting for a pipe that nobody fills. Not every system has both. */
const PLAIN_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * A bundle in a folder of this machine. Nothing outside of the folder is ever opened: links are not followed, and only
 * the folders of a bundle are looked into, one level deep.
 *
 * @throws what the system says when the folder is none
 */
export function openFolder(folder: string): BundleReader {
  // Says ENOTDIR or ENOENT now, not in the middle.
  opendirSync(folder).closeSync();
  return {
    paths: () => listItems(folder),
    read: (path) => readPieces(join(folder, path)),
  };
}

function listItems(folder: string): readonly BundleItem[] {
  return list(folder).flatMap((entry): readonly BundleItem[] => {
    if (!entry.isDirectory()) return [itemOf(folder, entry.name)];
    const inside = list(join(folder, entry.name));
    if (inside.length === 0) return [];
    if (!FOLDERS.has(entry.name)) return [{ path: `${entry.name}/`, refused: 'bundle.not-plain' }];
    return inside.map((one) => itemOf(folder, `${entry.name}/${one.name}`));
  });
}

function list(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function itemOf(folder: string, path: string): BundleItem {
  try {
    const found = lstatSync(join(folder, path));
    return found.isFile() ? { path, sizeBytes: found.size } : { path, refused: 'bundle.not-plain' };
  } catch {
    // It went away while it was looked at, or must not be looked at.
    return { path, refused: 'bundle.unreadable' };
  }
}

function* readPieces(path: string): Iterable<Uint8Array> {
  const file = openSync(path, PLAIN_ONLY);
  try {
    if (!fstatSync(file).isFile()) throw new TypeError(`${path} is no plain file`);
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    for (;;) {
      const length = readSync(file, piece, 0, PIECE_BYTES, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
