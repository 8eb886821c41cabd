/** First millisecond of 2015, the zero of every Discord id. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/**
 * Make ids the way Discord does: the time in the upper bits, a counter in the lower 22. Real times
 * matter because bots read the age of an interaction from its id.
 */
export function makeSnowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = BigInt(now() - DISCORD_EPOCH_MS) << 22n;
    last = last >= earliest ? last + 1n : earliest;
    return String(last);
  };
}
