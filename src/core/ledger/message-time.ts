/** Discord counts from the first second of 2015. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/**
 * The time that a platform put into the id of a message, in epoch milliseconds.
 *
 * Slack: seconds, a point and six digits that tell messages of one second apart. Discord: a snowflake of 64 bits, the
 * milliseconds above the lowest 22.
 *
 * @returns `unreadable` when the id has not the form of its platform; null for a platform whose ids hold no time
 */
export function timeInMessageId(platform: string, message: string): number | 'unreadable' | null {
  switch (platform) {
    case 'slack':
      return /^\d{1,12}\.\d{6}$/.test(message) ? Number(message.slice(0, -7)) * 1000 : 'unreadable';
    case 'discord':
      return /^\d{1,20}$/.test(message) ? Number((BigInt(message) >> 22n) + DISCORD_EPOCH_MS) : 'unreadable';
    default:
      return null;
  }
}
