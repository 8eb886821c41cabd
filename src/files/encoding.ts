import { TextDecoder } from 'node:util';
import { cheapestEncoding } from './encoding-costs.ts';
import { looksLikeUtf16, type Utf16 } from './utf16.ts';

export type TextEncoding = 'utf-8' | Utf16 | 'big5' | 'shift_jis' | 'gb18030' | 'windows-1252';

/** What is looked at once the first character beyond ASCII shows up. */
const WINDOW_BYTES = 64 * 1024;

/**
 * Bytes to characters, finding the encoding on the way.
 *
 * The question is put off until the first byte beyond ASCII, which may come megabytes into a list of codes: all
 * encodings tried here agree on ASCII, so nothing that was passed on before can have been wrong.
 */
export class TextDecoding {
  /** `utf-8` until something else is seen. */
  encoding: TextEncoding = 'utf-8';
  /** Some bytes fit no character of the encoding and became U+FFFD. */
  damaged = false;
  #decoder: TextDecoder | null = null;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #started = false;

  async *decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const chunk of bytes) yield* this.#push(chunk);
    yield* this.#settle(true);
    yield* this.#say(this.#decoder?.decode() ?? '');
  }

  *#push(chunk: Uint8Array): Generator<string> {
    if (this.#decoder !== null) {
      yield* this.#say(this.#decoder.decode(chunk, { stream: true }));
      return;
    }
    const plain = this.#started && this.#waitingBytes === 0 ? asciiLength(chunk) : 0;
    if (plain > 0) yield Buffer.from(chunk.buffer, chunk.byteOffset, plain).toString('latin1');
    if (plain === chunk.length) return;
    this.#waiting.push(chunk.subarray(plain));
    this.#waitingBytes += chunk.length - plain;
    if (this.#waitingBytes >= WINDOW_BYTES) yield* this.#settle(false);
  }

  /** Decides on what has been held back; where that is ASCII alone, only for as long as it stays so. */
  *#settle(ended: boolean): Generator<string> {
    if (this.#waitingBytes === 0) return;
    const window = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    const utf16 = this.#started ? null : looksLikeUtf16(window);
    this.#started = true;
    if (utf16 === null && asciiLength(window) === window.length) {
      yield window.toString('latin1');
      return;
    }
    this.encoding = utf16 ?? (readsAsUtf8(window, ended) ? 'utf-8' : cheapestEncoding(window));
    this.#decoder = new TextDecoder(this.encoding);
    yield* this.#say(this.#decoder.decode(window, { stream: true }));
  }

  *#say(text: string): Generator<string> {
    if (text.includes('\ufffd')) this.damaged = true;
    if (text !== '') yield text;
  }
}

function asciiLength(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return at === -1 ? bytes.length : at;
}

/** Unless the file ends with it, a window may end in the middle of a character. */
function readsAsUtf8(window: Uint8Array, ended: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(window, { stream: !ended });
    return true;
  } catch {
    return false;
  }
}
