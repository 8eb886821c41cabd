import type { GatewayReadyDispatchData } from 'discord.js';
import type { PlatformEvent, Services } from '../../bot/adapter.ts';
import { PLATFORM } from './read.ts';

/**
 * Which servers the bot is in, by what Discord says and by what was so the last time: a server that was joined or
 * left while the bot was down is noticed at the next start. One that is down itself ("unavailable") is neither.
 */
export type Spaces = {
  ready(shard: string, data: Pick<GatewayReadyDispatchData, 'guilds'>): Promise<void>;
  created(shard: string, guild: { readonly id: string; readonly name: string }): Promise<void>;
  deleted(shard: string, guild: { readonly id: string; readonly unavailable?: boolean }): Promise<void>;
};

export function openSpaces(services: Services, notice: (event: PlatformEvent) => Promise<void>): Spaces {
  const { memory } = services;
  const known = new Map<string, Set<string>>();

  async function knownOf(shard: string): Promise<Set<string>> {
    const found = known.get(shard) ?? new Set((await memory.get<string[]>(keyOf(shard))) ?? []);
    known.set(shard, found);
    return found;
  }

  const save = (shard: string) => memory.set(keyOf(shard), [...(known.get(shard) ?? [])]);

  return {
    async ready(shard, { guilds }) {
      const ids = new Set(guilds.map(({ id }) => id));
      const before = await knownOf(shard);
      const gone = [...before].filter((id) => !ids.has(id));
      for (const id of gone) {
        before.delete(id);
        await notice({ kind: 'space-left', platform: PLATFORM, space: id });
      }
      if (gone.length > 0) await save(shard);
    },

    async created(shard, { id, name }) {
      const before = await knownOf(shard);
      if (before.has(id)) return;
      before.add(id);
      await notice({ kind: 'space-joined', platform: PLATFORM, space: id, name });
      await save(shard);
    },

    async deleted(shard, { id, unavailable }) {
      if (unavailable) return;
      (await knownOf(shard)).delete(id);
      await notice({ kind: 'space-left', platform: PLATFORM, space: id });
      await save(shard);
    },
  };
}

function keyOf(shard: string): string {
  return `servers ${shard}`;
}
