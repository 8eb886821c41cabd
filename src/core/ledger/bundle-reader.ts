/**
 * A bundle as files, wherever they are: a folder, memory. Paths are as in docs/evidence-format.md, "Bundle".
 */
export type BundleReader = {
  /** Everything that is there, also what does not belong. */
  paths(): readonly BundleItem[];
  /**
   * The bytes of a plain file, in pieces of any length. A piece holds until the next one is asked for.
   *
   * @throws when it cannot be read
   */
  read(path: string): Iterable<Uint8Array>;
};

/** A plain file with its size; or what is no plain file (a link, a device), which no bundle may hold. */
export type BundleItem =
  | { readonly path: string; readonly sizeBytes: number }
  | { readonly path: string; readonly refused: 'bundle.not-plain' | 'bundle.unreadable' };

/** The whole of a small file. */
export function readWhole(reader: BundleReader, path: string): Buffer {
  // Copied, since the next piece may be written over this one.
  return Buffer.concat(Array.from(reader.read(path), (piece) => Buffer.from(piece)));
}

/** The lines of a file without their newlines; a last one without newline comes as `unended`. */
export function* readLines(
  pieces: Iterable<Uint8Array>,
  maxBytes: number,
): Iterable<{ readonly line: Buffer; readonly unended?: 'too-long' | 'end' }> {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of pieces) {
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = buffer.indexOf(0x0a); end >= 0; end = buffer.indexOf(0x0a, from)) {
      const part = buffer.subarray(from, end);
      yield { line: rest.length === 0 ? part : Buffer.concat([rest, part]) };
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    rest = Buffer.concat([rest, buffer.subarray(from)]);
    // Without this, a file of one endless line would be gathered in memory.
    if (rest.length > maxBytes) return yield { line: rest, unended: 'too-long' };
  }
  if (rest.length > 0) yield { line: rest, unended: 'end' };
}
