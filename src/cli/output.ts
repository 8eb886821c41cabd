import type { Writable } from 'node:stream';

/** Text on its way out, in blocks, never faster than the reader takes it. */
export type Output = {
  /** @returns whether a block is full: then `flush` before adding more */
  add(text: string): boolean;
  /** Resolves when the block is out, or never will be. */
  flush(): Promise<void>;
  /** The reader has gone away, as `head` does; nothing more need be said. */
  isGone(): boolean;
  /** Everything is out, or the reader has gone. @throws what the stream failed with, such as a full disk */
  end(): Promise<void>;
};

const BLOCK_LENGTH = 1 << 16;

export function newOutput(stream: Writable): Output {
  let block = '';
  let isGone = false;
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isGone = true;
    if (error.code !== 'EPIPE') failure = error;
  });

  const flush = (): Promise<void> => {
    const text = block;
    block = '';
    if (text === '' || isGone) return Promise.resolve();
    // The callback comes in any case, written or failed, so that no event has to be waited for.
    return new Promise((resolve) => {
      stream.write(text, () => resolve());
    });
  };

  return {
    add(text) {
      block += text;
      return block.length >= BLOCK_LENGTH;
    },
    flush,
    isGone: () => isGone,
    async end() {
      await flush();
      if (failure !== null) throw failure;
    },
  };
}
