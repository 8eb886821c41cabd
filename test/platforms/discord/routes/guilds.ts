import { refusal } from '../errors.ts';
import { channelJson, guildJson, memberJson, roleJson } from '../payloads.ts';
import { can } from '../permissions.ts';
import type { Route } from '../route.ts';
import type { Channel, Guild } from '../things.ts';
import type { World } from '../world.ts';

/** A guild the bot is in; the others are unknown to it. */
export function guildFor(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '');
  if (!guild) throw refusal(10004);
  if (!guild.members.has(world.bot.id)) throw refusal(50001);
  return guild;
}

/** A channel the bot may see. */
export function channelFor(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw refusal(10003);
  if (!can(world, channel, world.bot, 'viewChannel')) throw refusal(50001);
  return channel;
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle: ({ world, params }) => ({ body: guildJson(world, guildFor(world, params.guild)) }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: ({ world, params }) => {
      const guild = guildFor(world, params.guild);
      const channels = [...world.channels.values()].filter(
        ({ guildId, thread }) => guildId === guild.id && !thread,
      );
      return { body: channels.map(channelJson) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    handle: ({ world, params }) => ({
      body: [...guildFor(world, params.guild).roles.values()].map(roleJson),
    }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle: ({ world, params }) => {
      const member = guildFor(world, params.guild).members.get(params.user!);
      if (!member) throw refusal(world.users.has(params.user!) ? 10007 : 10013);
      return { body: memberJson(member) };
    },
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:guild',
    handle: ({ world, params }) => {
      guildFor(world, params.guild).members.delete(world.bot.id);
      world.dispatch({ type: 'GUILD_DELETE', data: { id: params.guild }, guildId: params.guild! });
      return {};
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: ({ world, params }) => ({ body: channelJson(channelFor(world, params.channel)) }),
  },
];
