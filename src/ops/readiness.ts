/** Something without which the bot cannot do its work: a platform, the database. */
export type Part = {
  readonly name: string;
  /** null when all is well; else one sentence saying what is missing. */
  whyNotReady(): string | null | Promise<string | null>;
};

/** Whoever watches over us asks every few seconds and does not wait long. */
const LONGEST_MS = 3_000;

/** What stands in the way, one line for each part; nothing when all is well. */
export async function findObstacles(parts: readonly Part[]): Promise<readonly string[]> {
  const reasons = await Promise.all(parts.map(async (part) => [part.name, await askInTime(part)] as const));
  return reasons.flatMap(([name, reason]) => (reason === null ? [] : [`${name}: ${reason}`]));
}

async function askInTime(part: Part): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(`no answer within ${LONGEST_MS / 1000} seconds.`), LONGEST_MS);
  try {
    return await Promise.race([late, part.whyNotReady()]);
  } finally {
    clearTimeout(timer);
  }
}

/** The database as a part; its errors stay in the log, for they may name hosts and users. */
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
