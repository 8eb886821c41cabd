/** The ceilings for files that people attach; sizes in bytes. */
export const LIMITS = {
  /** A table or list of codes: about 700,000 bare codes. */
  textBytes: 10 * 1024 * 1024,
  /** Audio is walked through, never held: six minutes of stereo at 96 kHz and 32 bits, or any MP3, FLAC or M4A of a track. */
  audioBytes: 256 * 1024 * 1024,
  /** One row of a table, quotes and line breaks inside of cells included. */
  rowBytes: 256 * 1024,
  columns: 500,
  /** A tag, chunk or atom that holds a code is a few hundred bytes; this much of one is read, the rest is passed over. */
  tagBytes: 1024 * 1024,
  /** Frames, comments, chunks and atoms of one audio file. Real files have some dozens. */
  tagParts: 20_000,
  /** Codes found in one audio file; a continuous mix carries a few dozen. */
  audioCodes: 100,
} as const;

/** As people and platforms count them. */
export function megabytes(bytes: number): number {
  return bytes / (1024 * 1024);
}
