import type { Writable } from 'node:stream';

/** Text on its way out, in blocks, never faster than the reader takes it. */
export type Output = {
  /** Resolves when there is room for more; false when the reader has gone away, as `head` does. */
  write(text: string): Promise<boolean>;
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

  /** The callback comes when the block is out, or never will be: no event has to be waited for. */
  const flush = (): Promise<void> => {
    const text = block;
    block = '';
    if (text === '' || isGone) return Promise.resolve();
    return new Promise((resolve) => {
      stream.write(text, () => resolve());
    });
  };

  return {
    async write(text) {
      block += text;
      if (block.length >= BLOCK_LENGTH) await flush();
      return !isGone;
    },
    async end() {
      await flush();
      if (failure !== null) throw failure;
    },
  };
}
