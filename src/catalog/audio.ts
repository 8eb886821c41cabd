import { createHash, type Hash as Hashing } from 'node:crypto';
import type { Attachment } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import type { Hash } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { mp3Duration } from '../files/audio/mp3-duration.ts';
import { readAudioCodes } from '../files/audio/read-audio-codes.ts';
import { LARGEST_FILE_BYTES, openFile } from '../files/open-file.ts';

/** What an audio file says of itself. It is read once and not kept. */
export type Heard = {
  readonly name: string;
  readonly sha256: Hash;
  /** null where the file does not say it, or is cut off. */
  readonly durationMs: number | null;
  /** The ISRCs in its tags, in the form in which codes are compared, each once. */
  readonly isrcs: readonly string[];
};

/**
 * Read an audio file to its end: its hash, how long it lasts, and the codes in its tags.
 *
 * @throws UserError `catalog.audio` for anything else, `file.*` when it is empty, gone or too large
 */
export async function hearFile(file: Attachment, context: Context): Promise<Heard> {
  const hashing = createHash('sha256');
  const bytes = await context.download(file, LARGEST_FILE_BYTES);
  const { kind, reader } = await openAudio(hashed(bytes, hashing), file);
  try {
    if (kind === 'text') throw new UserError({ code: 'catalog.audio', details: { name: file.name } });
    const { codes, durationMs, incomplete } = await readAudioCodes(reader, kind);
    const lasts = kind === 'mp3' ? await mp3Duration(reader) : durationMs;
    // What is left of it counts for the hash.
    await reader.skip(Number.MAX_SAFE_INTEGER);
    return {
      name: file.name,
      sha256: hashing.digest('hex'),
      durationMs: incomplete ? null : lasts,
      isrcs: isrcsIn(
        codes.map(({ text }) => text),
        context,
      ),
    };
  } finally {
    await reader.close();
  }
}

async function openAudio(bytes: AsyncIterable<Uint8Array>, { name, sizeBytes }: Attachment) {
  try {
    return await openFile(bytes, sizeBytes);
  } catch (error) {
    if (!(error instanceof UserError) || error.problem.code !== 'file.kind') throw error;
    throw new UserError({ code: 'catalog.audio', details: { name } });
  }
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hashing: Hashing): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hashing.update(chunk);
    yield chunk;
  }
}

function isrcsIn(texts: readonly string[], { house, now }: Context): readonly string[] {
  const rules = { prefixes: house.prefixes, year: now.getUTCFullYear(), kind: 'isrc' } as const;
  return [...new Set(texts.flatMap((text) => checkIdentifier(text, rules).normalized ?? []))];
}
