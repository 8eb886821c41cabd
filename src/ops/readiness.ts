/** Something without which the bot cannot do its work: a platform, the database. */
export type Part = {
  readonly name: string;
  /** null when all is well; else one sentence saying what is missing. */
  whyNotReady(): string | null | Promise<string | null>;
};

export type Answer = { readonly name: string; readonly problem: string | null };

/** Whoever watches over us asks every few seconds, and does not wait long. */
const PATIENCE_MS = 3_000;

/** Ask every part at once; one that does not answer in time, or fails, has a problem too. */
export async function askAll(parts: readonly Part[], patienceMs = PATIENCE_MS): Promise<readonly Answer[]> {
  return await Promise.all(
    parts.map(async (part) => ({ name: part.name, problem: await askInTime(part, patienceMs) })),
  );
}

async function askInTime(part: Part, patienceMs: number): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve('it does not answer.'), patienceMs);
  try {
    return await Promise.race([late, part.whyNotReady()]);
  } catch {
    return 'it cannot be asked.';
  } finally {
    clearTimeout(timer);
  }
}

/** The database as a part. Why it fails goes to the log alone, for it may name hosts and users. */
export function databasePart(check: () => Promise<void>, failed: (error: unknown) => void): Part {
  return {
    name: 'database',
    async whyNotReady() {
      try {
        await check();
        return null;
      } catch (error) {
        failed(error);
        return 'it cannot be reached; the log says why.';
      }
    },
  };
}
