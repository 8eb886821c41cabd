import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MAX_BUNDLE_BYTES } from '../../core/ledger/bundle-paths.ts';
import type { ListedFile } from '../../core/ledger/manifest.ts';

/** A folder that has its name only when all of it is written. */
export type NewFolder = {
  /** A file, whole. */
  write(path: string, bytes: Uint8Array): ListedFile;
  /** A file, piece by piece. */
  open(path: string): OpenFile;
  /** Give the folder its name. @throws FolderTaken */
  finish(): void;
  /** Remove what was written, unless it has its name. */
  abandon(): void;
};

export type OpenFile = { add(piece: Uint8Array): void; close(): ListedFile };

/** There is something in the place of the folder already. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** All of it together is longer than a bundle may be. */
export class BundleTooLarge extends Error {
  override readonly name = 'BundleTooLarge';
}

/**
 * Begin a folder under a name beside its own, for the owner alone: evidence holds names.
 *
 * @throws FolderTaken when there is a file, or a folder that is not empty; else what the system says
 */
export function beginFolder(folder: string, mostBytes = MAX_BUNDLE_BYTES): NewFolder {
  const place = resolve(folder);
  refuseTaken(place);
  mkdirSync(dirname(place), { recursive: true });
  const beside = mkdtempSync(`${place}.partial-`);
  let written = 0;
  let isFinished = false;

  function open(path: string): OpenFile {
    const full = join(beside, path);
    mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
    const file = openSync(full, 'wx', 0o600);
    const hash = createHash('sha256');
    let size = 0;
    return {
      add(piece) {
        written += piece.length;
        if (written > mostBytes) throw new BundleTooLarge();
        for (let from = 0; from < piece.length; ) from += writeSync(file, piece, from);
        hash.update(piece);
        size += piece.length;
      },
      close() {
        closeSync(file);
        return { size, sha256: hash.digest('hex') };
      },
    };
  }

  return {
    open,
    write(path, bytes) {
      const file = open(path);
      file.add(bytes);
      return file.close();
    },
    finish() {
      // Only an empty one is removed; POSIX would move over it, Windows would not.
      if (!refuseTaken(place)) rmdirSync(place);
      renameSync(beside, place);
      isFinished = true;
    },
    abandon() {
      if (!isFinished) rmSync(beside, { recursive: true, force: true });
    },
  };
}

/** @returns whether nothing at all is there */
function refuseTaken(place: string): boolean {
  try {
    if (readdirSync(place).length > 0) throw new FolderTaken();
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') throw new FolderTaken('a file', { cause: error });
    if (code !== 'ENOENT') throw error;
    return true;
  }
}
