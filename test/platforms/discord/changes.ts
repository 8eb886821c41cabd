/** Lets a test wait for a state instead of for a time: every change wakes those who wait, who look again. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  happened(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves at the next change. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /**
   * Resolves with the first truthy value of `predicate`.
   *
   * @throws after `timeoutMs`, saying what was waited for
   */
  waitFor<T>(predicate: () => T, what: string, timeoutMs: number): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const look = () => {
        try {
          const value = predicate();
          if (!value) return;
          stop();
          resolve(value);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Nothing came for ${timeoutMs} ms: ${what}`));
      }, timeoutMs);
      this.#waiting.add(look);
      look();
    });
  }
}
