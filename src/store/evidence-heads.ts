import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../core/ledger/hash.ts';

/**
 * The newest signed head of each ledger, outside of the database: what a restored backup or a copy of the database
 * does not take back with it.
 */
export type Heads = {
  /** The bytes of the checkpoint that was kept for a ledger, or null. */
  read(origin: string): Uint8Array | null;
  /** Keep this one instead. It is on the disk when this returns. */
  write(origin: string, checkpoint: string): void;
};

/**
 * Heads as files of a folder, one for each ledger, for the owner alone (0700, 0600).
 *
 * A file is written beside its place and then moved there, so that a power cut leaves the old one or the new one.
 */
export function openHeads(folder: string): Heads {
  return {
    read(origin) {
      try {
        return readFileSync(join(folder, fileOf(origin)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write(origin, checkpoint) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, fileOf(origin));
      // Whoever writes holds the lock of the ledger, so no two write the same name at once.
      const beside = `${path}.new`;
      flushed(beside, 'w', (file) => writeFileSync(file, checkpoint));
      renameSync(beside, path);
      // Windows opens no folders; there, moving a file is as durable as it gets.
      if (process.platform !== 'win32') flushed(folder, 'r', () => {});
    },
  };
}

/** Heads of a process, for a database that goes with it. */
export function headsInMemory(): Heads {
  const heads = new Map<string, Buffer>();
  return {
    read: (origin) => heads.get(origin) ?? null,
    write: (origin, checkpoint) => void heads.set(origin, Buffer.from(checkpoint, 'utf8')),
  };
}

/** An origin may hold slashes and be longer than a name of a file: the hash tells it, the letters help people. */
function fileOf(origin: string): string {
  const letters = origin.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60);
  return `${letters}.${sha256Hex(origin).slice(0, 16)}.txt`;
}

function flushed(path: string, flags: 'r' | 'w', work: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    work(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
