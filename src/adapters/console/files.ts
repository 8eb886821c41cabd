import { constants, createReadStream } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import type { Attachment } from '../../bot/adapter.ts';
import type { OutFile } from '../../bot/reply.ts';
import { UserError } from '../../core/problem.ts';
import { megabytes } from '../../files/limits.ts';
import { withoutControls } from '../../text/neutral.ts';

/** `special`: a device or a pipe, which may never end. */
export type FileTrouble = 'missing' | 'folder' | 'special' | 'other';

/** A file of this machine as an attachment, or why it cannot be one. */
export async function attach(typed: string): Promise<Attachment | FileTrouble> {
  const path = typed.replace(/^~(?=\/)/, homedir());
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    if (!found.isFile()) return 'special';
    await access(path, constants.R_OK);
    return { id: resolve(path), name: basename(path), sizeBytes: found.size, mediaType: null };
  } catch (error) {
    return isSystemError(error, 'ENOENT', 'ENOTDIR') ? 'missing' : 'other';
  }
}

function isSystemError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** @throws UserError `file.*`, at once or while it is read: a file may grow or go after it was attached */
export function readAttachment(file: Attachment, limitBytes: number): AsyncIterable<Uint8Array> {
  if (file.sizeBytes !== null && file.sizeBytes > limitBytes) throw tooLarge(limitBytes);
  return readUpTo(file, limitBytes);
}

async function* readUpTo({ id, name }: Attachment, limitBytes: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  try {
    for await (const chunk of createReadStream(id)) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) throw tooLarge(limitBytes);
      yield chunk;
    }
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR'))
      throw new UserError({ code: 'file.gone', details: { name } });
    if (isSystemError(error, 'EACCES', 'EPERM'))
      throw new UserError({ code: 'file.refused', details: { name } });
    throw error;
  }
}

function tooLarge(limitBytes: number): UserError {
  const limitMegabytes = Math.max(1, Math.round(megabytes(limitBytes)));
  return new UserError({ code: 'file.too-large', details: { limitMegabytes } });
}

/** Puts a file into the folder under its own name, or beside an older one of that name; nothing is overwritten. */
export async function saveFile(folder: string, file: OutFile): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { stem, extension } = safeName(file.name);
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${stem}${count === 1 ? '' : `-${count}`}${extension}`);
    try {
      await writeFile(path, file.bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
    }
  }
}

/** Disks take 255 bytes; a number may have to be added. */
const LONGEST_STEM_BYTES = 200;
const LONGEST_EXTENSION = 20;

/** The name may come from a stranger: no folders, no hidden file, nothing that steers a screen. */
function safeName(name: string): { readonly stem: string; readonly extension: string } {
  const line = withoutControls(name).replaceAll('\\', '/').replace(/\s+/g, ' ');
  const clean = basename(line).replace(/^[. ]+/, '');
  const found = extname(clean);
  const extension = found.length <= LONGEST_EXTENSION ? found : '';
  const stem = clean.slice(0, clean.length - extension.length);
  return { stem: shortened(stem) || 'file', extension };
}

function shortened(text: string): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > LONGEST_STEM_BYTES) break;
    kept += character;
  }
  return kept;
}
