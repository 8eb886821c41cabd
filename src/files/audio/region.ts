/** What formats are read from: a whole file, or a region of one. */
export type Bytes = {
  /** The next bytes, fewer where there are no more. */
  peek(length: number): Promise<Uint8Array>;
  read(length: number): Promise<Uint8Array>;
  /** @returns how many there were */
  skip(length: number): Promise<number>;
};

/**
 * A stretch of a file whose length the file itself announces: a tag, a chunk, an atom.
 *
 * Nothing inside can read past its end, whatever sizes it claims, and an announced length costs nothing until the
 * bytes are really there.
 */
export class Region implements Bytes {
  /** Announced bytes that have not been read. */
  left: number;
  /** The file ended before the region did. */
  cutShort = false;
  readonly #source: Bytes;

  constructor(source: Bytes, length: number) {
    this.#source = source;
    this.left = length;
  }

  async peek(length: number): Promise<Uint8Array> {
    return this.#source.peek(Math.min(length, this.left));
  }

  async read(length: number): Promise<Uint8Array> {
    const wanted = Math.min(length, this.left);
    const bytes = await this.#source.read(wanted);
    this.#took(bytes.length, wanted);
    return bytes;
  }

  async skip(length: number): Promise<number> {
    const wanted = Math.min(length, this.left);
    const skipped = await this.#source.skip(wanted);
    this.#took(skipped, wanted);
    return skipped;
  }

  /** Passes over whatever is left of it. */
  async leave(): Promise<void> {
    await this.skip(this.left);
  }

  #took(length: number, wanted: number): void {
    this.left -= length;
    if (length < wanted) {
      this.cutShort = true;
      this.left = 0;
    }
  }
}
