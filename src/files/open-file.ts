import { UserError } from '../core/problem.ts';
import { ByteReader } from './byte-reader.ts';
import { LIMITS, megabytes } from './limits.ts';
import { type AudioKind, type FileKind, SNIFF_BYTES, sniff } from './sniff.ts';

/** The most that any file may have; what a download is to be asked for, since only the bytes say what it is. */
export const LARGEST_FILE_BYTES = LIMITS.audioBytes;

export type OpenedFile = {
  readonly kind: 'text' | AudioKind;
  /** At the first byte. */
  readonly reader: ByteReader;
};

/**
 * Looks at the first bytes of a download and says what to do with it: `openTable` for text, `readAudioCodes` for
 * the rest.
 *
 * @param announcedBytes its size where the platform tells; too large a one is refused before it is read
 * @throws UserError `file.empty`; `file.kind` for a workbook, a PDF, a program…, with its name; `file.too-large`
 */
export async function openFile(
  bytes: AsyncIterable<Uint8Array>,
  announcedBytes: number | null,
): Promise<OpenedFile> {
  const reader = new ByteReader(bytes, LARGEST_FILE_BYTES);
  try {
    const kind = readable(sniff(await reader.peek(SNIFF_BYTES)));
    const limitBytes = kind === 'text' ? LIMITS.textBytes : LIMITS.audioBytes;
    if (announcedBytes !== null && announcedBytes > limitBytes) throw tooLarge(limitBytes);
    reader.limit(limitBytes);
    return { kind, reader };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

function readable(kind: FileKind): 'text' | AudioKind {
  switch (kind) {
    case 'text':
    case 'mp3':
    case 'flac':
    case 'wav':
    case 'm4a':
    case 'aiff':
      return kind;
    case 'empty':
      throw new UserError({ code: 'file.empty', details: {} });
    default:
      throw new UserError({ code: 'file.kind', details: { kind } });
  }
}

function tooLarge(limitBytes: number): UserError {
  return new UserError({ code: 'file.too-large', details: { limitMegabytes: megabytes(limitBytes) } });
}
