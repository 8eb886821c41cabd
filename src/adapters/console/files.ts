import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Attachment } from '../../bot/adapter.ts';
import type { OutFile } from '../../bot/reply.ts';
import { UserError } from '../../core/problem.ts';

export type FileTrouble = 'missing' | 'folder' | 'other';

/** A file of this machine as an attachment, or why it cannot be one. */
export async function attach(path: string): Promise<Attachment | FileTrouble> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return { id: resolve(path), name: basename(path), sizeBytes: found.size, mediaType: null };
  } catch (error) {
    return isMissing(error) ? 'missing' : 'other';
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

export function readAttachment(file: Attachment, limitBytes: number): AsyncIterable<Uint8Array> {
  if (file.sizeBytes !== null && file.sizeBytes > limitBytes) {
    throw new UserError({
      code: 'file.too-large',
      details: { limitMegabytes: Math.floor(limitBytes / 1_000_000) },
    });
  }
  return createReadStream(file.id);
}

/** Puts a file into the folder under its own name, or beside an older one of that name; nothing is overwritten. */
export async function saveFile(folder: string, file: OutFile): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = basename(file.name.replaceAll('\\', '/')).replace(/^\.+/, '') || 'file';
  const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name.slice(0, dot)}-${count}${name.slice(dot)}`);
    try {
      await writeFile(path, file.bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
