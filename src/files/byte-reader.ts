import { UserError } from '../core/problem.ts';
import { megabytes } from './limits.ts';

const NOTHING = new Uint8Array(0);

/**
 * Reads a download in the steps that a file format wants, holding no more than was asked for.
 *
 * A file that ends early gives shorter answers, never an error: what it means is for the format to say.
 */
export class ByteReader {
  /** Bytes read or skipped so far. */
  position = 0;
  readonly #source: AsyncIterator<Uint8Array>;
  #limitBytes: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #ended = false;

  /** @param limitBytes more than this ends the reading with `file.too-large`, whatever size was announced */
  constructor(bytes: AsyncIterable<Uint8Array>, limitBytes: number) {
    this.#source = bytes[Symbol.asyncIterator]();
    this.#limitBytes = limitBytes;
  }

  /** Narrows the limit, once it is known what kind of file this is. */
  limit(bytes: number): void {
    this.#limitBytes = bytes;
  }

  /** The next `length` bytes, fewer only where the file ends; they stay to be read. */
  async peek(length: number): Promise<Uint8Array> {
    while (this.#heldBytes < length && (await this.#pull()));
    this.#join();
    return (this.#held[0] ?? NOTHING).subarray(0, length);
  }

  /** @returns fewer than `length` bytes only where the file ends */
  async read(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length);
    this.#drop(bytes.length);
    return bytes;
  }

  /** Passes over `length` bytes, holding one chunk at a time. @returns how many there were */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      if (this.#heldBytes === 0 && !(await this.#pull())) break;
      const step = Math.min(left, this.#heldBytes);
      this.#drop(step);
      left -= step;
    }
    return length - left;
  }

  /** Everything from here on, chunk by chunk. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = this.#held[0];
      if (chunk !== undefined) {
        this.#drop(chunk.length);
        yield chunk;
      } else if (!(await this.#pull())) {
        return;
      }
    }
  }

  /** Lets go of the download, read to its end or not. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  async #pull(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#source.next();
    if (next.done === true) {
      this.#ended = true;
      return false;
    }
    if (next.value.length === 0) return true;
    this.#held.push(next.value);
    this.#heldBytes += next.value.length;
    if (this.position + this.#heldBytes > this.#limitBytes) {
      throw new UserError({
        code: 'file.too-large',
        details: { limitMegabytes: megabytes(this.#limitBytes) },
      });
    }
    return true;
  }

  #join(): void {
    if (this.#held.length < 2) return;
    const joined = new Uint8Array(this.#heldBytes);
    let at = 0;
    for (const chunk of this.#held) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    this.#held = [joined];
  }

  #drop(length: number): void {
    let left = length;
    while (left > 0) {
      const chunk = this.#held[0];
      if (chunk === undefined) break;
      if (chunk.length <= left) this.#held.shift();
      else this.#held[0] = chunk.subarray(left);
      left -= Math.min(left, chunk.length);
    }
    this.position += length;
    this.#heldBytes -= length;
  }
}
