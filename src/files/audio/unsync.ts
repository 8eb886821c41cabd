import type { Bytes, Region } from './region.ts';

/** ID3 puts a NUL behind every FF that old players could take for a frame of sound; this takes them out again. */
export function withoutUnsync(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => !(byte === 0 && bytes[index - 1] === 0xff));
}

/** The body of a tag that was unsynchronized as a whole: counts and hands out the bytes as they were before. */
export class UnsyncedRegion implements Bytes {
  readonly #region: Region;
  #afterFf = false;

  constructor(region: Region) {
    this.#region = region;
  }

  /** At least this is left; NULs to be taken out are counted. */
  get left(): number {
    return this.#region.left;
  }

  async peek(length: number): Promise<Uint8Array> {
    const raw = await this.#region.peek(length * 2 + 1);
    return this.#clean(raw, length).bytes;
  }

  async read(length: number): Promise<Uint8Array> {
    const raw = await this.#region.peek(length * 2 + 1);
    const { bytes, rawLength } = this.#clean(raw, length);
    await this.#advance(raw, rawLength);
    return bytes;
  }

  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const raw = await this.#region.peek(64 * 1024);
      if (raw.length === 0) break;
      const { bytes, rawLength } = this.#clean(raw, left);
      await this.#advance(raw, rawLength);
      left -= bytes.length;
    }
    return length - left;
  }

  async #advance(raw: Uint8Array, rawLength: number): Promise<void> {
    if (rawLength === 0) return;
    this.#afterFf = raw[rawLength - 1] === 0xff;
    await this.#region.skip(rawLength);
  }

  /** The first `length` bytes as they were, and how many of `raw` they take up. */
  #clean(raw: Uint8Array, length: number): { bytes: Uint8Array; rawLength: number } {
    const bytes = new Uint8Array(Math.min(length, raw.length));
    let count = 0;
    let at = 0;
    let afterFf = this.#afterFf;
    for (; at < raw.length && count < length; at++) {
      const byte = raw[at] ?? 0;
      if (!(afterFf && byte === 0)) bytes[count++] = byte;
      afterFf = byte === 0xff;
    }
    return { bytes: bytes.subarray(0, count), rawLength: at };
  }
}
