import { can } from './permissions.ts';
import type { GatewayEvent } from './things.ts';
import type { World } from './world.ts';

const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

export const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent;
export const ALL_INTENTS = (1 << 26) - 1;

/** The intent an event needs in a guild and in a direct message; 0: always sent. */
function intentFor(type: string, isGuild: boolean): number {
  if (type.startsWith('MESSAGE_REACTION')) {
    return isGuild ? INTENT.guildMessageReactions : INTENT.directMessageReactions;
  }
  if (type.startsWith('MESSAGE_')) return isGuild ? INTENT.guildMessages : INTENT.directMessages;
  if (type.startsWith('GUILD_MEMBER')) return INTENT.guildMembers;
  if (/^(?:GUILD|CHANNEL|THREAD)_/.test(type)) return INTENT.guilds;
  return 0;
}

export type Audience = Readonly<{ intents: number; shard: readonly [number, number] }>;

/** Whether a session gets an event: its shard, its intents, and whether the bot can see the channel. */
export function mayReceive(world: World, session: Audience, event: GatewayEvent): boolean {
  const [shard, total] = session.shard;
  const home = event.guildId === null ? 0 : Number((BigInt(event.guildId) >> 22n) % BigInt(total));
  if (home !== shard) return false;
  const needed = intentFor(event.type, event.guildId !== null);
  if (needed !== 0 && (session.intents & needed) === 0) return false;
  if (event.type === 'INTERACTION_CREATE') return true;
  return (
    !event.channel ||
    !event.type.startsWith('MESSAGE_') ||
    can(world, event.channel, world.bot, 'viewChannel')
  );
}
