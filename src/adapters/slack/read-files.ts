import { z } from 'zod';
import type { Attachment } from '../../bot/adapter.ts';

/** A file object as events, modals and files.info show it. One from another workspace says only its id. */
const fileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  mode: z.string().nullish(),
});

/** @returns null for what is no file any more: deleted, or hidden by the limit of a free workspace */
export function readFile(file: unknown): Attachment | null {
  const read = fileSchema.safeParse(file);
  if (!read.success) return null;
  const { id, name, title, mimetype, size, mode } = read.data;
  if (mode === 'tombstone') return null;
  return { id, name: name || title || id, sizeBytes: size ?? null, mediaType: mimetype || null };
}

export function readFiles(files: unknown): readonly Attachment[] {
  if (!Array.isArray(files)) return [];
  return files.flatMap((file) => readFile(file) ?? []);
}
