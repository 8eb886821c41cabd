import { join } from 'node:path';

const AHEAD = join(import.meta.dirname, 'children', 'clock-ahead.ts');

/** A clock for processes and platforms alike, which is moved on while no process runs. */
export class MovedClock {
  #aheadMs: number;

  constructor(startMs: number) {
    this.#aheadMs = startMs - Date.now();
  }

  readonly now = (): number => Date.now() + this.#aheadMs;

  /** Never back. */
  jumpTo(atMs: number): void {
    this.#aheadMs += Math.max(0, Math.round(atMs - this.now()));
  }

  /** What a process that starts now is told of it. */
  readonly variables = (): Readonly<Record<string, string>> => ({
    NODE_OPTIONS: `--import=${AHEAD}`,
    CLOCK_AHEAD_MS: String(this.#aheadMs),
  });
}
