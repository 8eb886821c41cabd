import type { Client } from 'discord.js';
import type { PlatformEvent } from '../../bot/adapter.ts';
import { PLATFORM } from './read.ts';

/**
 * Notices when a shard begins a new session: whatever happened since the last sign of life of the one before was
 * never sent. A session that could be resumed lost nothing.
 */
export type Sessions = {
  heard(shard: number): void;
  begun(shard: number): PlatformEvent;
};

export function openSessions(client: () => Client, now: () => Date): Sessions {
  const lastHeard = new Map<number, number>();
  return {
    heard(shard) {
      lastHeard.set(shard, now().getTime());
    },
    begun(shard) {
      // Heartbeats are answered without an event, so the last of them counts as a sign of life as well.
      const beat = client().ws.shards.get(shard)?.lastPingTimestamp ?? -1;
      const heard = lastHeard.get(shard);
      const since = heard === undefined ? null : new Date(Math.max(heard, beat));
      return { kind: 'gap', platform: PLATFORM, space: null, since };
    },
  };
}
