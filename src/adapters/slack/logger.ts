import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../bot/adapter.ts';

/**
 * Slack's libraries log into ours. Their chatter below "warn" is dropped: it quotes messages and tokens, which have
 * no place in a log.
 */
export function bridge(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...parts: unknown[]) => log.warn(...entry(parts)),
    error: (...parts: unknown[]) => log.error(...entry(parts)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function entry(parts: readonly unknown[]): [facts: object, message: string] {
  const err = parts.find((part) => part instanceof Error);
  const words = parts.find((part) => typeof part === 'string') ?? err?.message ?? 'no words';
  return [{ platform: 'slack', ...(err === undefined ? {} : { err }) }, `Slack's library says: ${words}`];
}
